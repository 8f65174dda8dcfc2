import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '../../../../domain/api/api.ts';
import type { Job, Plan, Schedule } from '../../../../domain/input/schedule.ts';
import { ask, send } from '../../api/fetch.ts';
import { newId } from '../../api/new-id.ts';

/** Another server may begin or end a job at any moment. */
const lookAgainMs = 4_000;

export function useSchedules() {
  return useQuery({
    queryKey: ['schedules'],
    queryFn: ({ signal }) => ask('schedules', {}, {}, signal),
    refetchInterval: lookAgainMs,
  });
}

export function useJobs(schedule: string | null) {
  return useInfiniteQuery({
    queryKey: ['schedules', 'jobs', schedule],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      ask(
        'jobs',
        {},
        { limit: 20, cursor: pageParam, ...(schedule === null ? {} : { schedule }) },
        signal,
      ),
    getNextPageParam: (page: Answer<'jobs'>) => page.next ?? undefined,
    refetchInterval: lookAgainMs,
  });
}

/** A job with its log. */
export function useJob(id: string) {
  return useQuery({
    queryKey: ['schedules', 'job', id],
    queryFn: ({ signal }) => ask('job', { job: id }, {}, signal),
    refetchInterval: ({ state }) => (state.data && hasEnded(state.data) ? false : lookAgainMs),
  });
}

function hasEnded({ state }: Job): boolean {
  return state !== 'waiting' && state !== 'running';
}

/** When a cron expression comes next; asked for as it is written. */
export function useTimes(cron: string, timezone: string) {
  return useQuery({
    queryKey: ['schedule-times', cron, timezone],
    queryFn: ({ signal }) => ask('scheduleTimes', {}, { cron, timezone }, signal),
    enabled: cron !== '' && timezone !== '',
  });
}

/** What changes schedules and jobs; all that shows them asks again, when it was refused too. */
export function useScheduling() {
  const client = useQueryClient();
  const afterwards = async (work: Promise<unknown>) => {
    try {
      await work;
    } finally {
      await client.invalidateQueries({ queryKey: ['schedules'] });
    }
  };
  return {
    make: (plan: Plan) => afterwards(send('createSchedule', {}, { ...plan, id: newId() })),
    replace: ({ id, revision }: Schedule, plan: Plan) =>
      afterwards(send('replaceSchedule', { schedule: id }, { ...plan, rests_on: revision })),
    retire: (id: string) => afterwards(send('retireSchedule', { schedule: id }, undefined)),
    run: (id: string) => afterwards(send('runSchedule', { schedule: id }, { id: newId() })),
    cancel: (job: string) => afterwards(send('cancelJob', { job }, undefined)),
    retry: (job: string) => afterwards(send('retryJob', { job }, undefined)),
  };
}
