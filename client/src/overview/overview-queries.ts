import { useQuery } from '@tanstack/react-query';
import type { Query } from '../../../domain/api/api.ts';
import { me } from '../../../domain/disposition.ts';
import { ask } from '../api/fetch.ts';

/** What waits in the queue: all of it, what is mine, and what new evidence is about; counted as the queue lists it, a cluster with its findings as one. */
export const waiting = {
  open: { state: 'open', findings: 'rolled' },
  mine: { state: 'open', assignee: me, findings: 'rolled' },
  news: { news: 'true', findings: 'rolled' },
} as const satisfies Record<string, Omit<Query<'triage'>, 'cursor' | 'limit' | 'sort'>>;
export type Waiting = keyof typeof waiting;

/** How many items each of these leaves. */
export function useWaiting(of: Waiting) {
  return useQuery({
    queryKey: ['triage', 'waiting', of],
    queryFn: async ({ signal }) =>
      (await ask('triage', {}, { ...waiting[of], limit: 1 }, signal)).total,
  });
}

/** Whose open tasks of cases there are. */
export function useTasksByPerson() {
  return useQuery({
    queryKey: ['tasks', 'people'],
    queryFn: async ({ signal }) => (await ask('tasksByPerson', {}, {}, signal)).items,
  });
}

export function useLatestLoads() {
  return useQuery({
    queryKey: ['loads', 'latest'],
    queryFn: ({ signal }) => ask('loads', {}, { limit: 3 }, signal),
  });
}

/** What is otherwise than in the run before; undefined, and asked for no longer, where there was none. */
export function useChanged(run: string | null) {
  const runs = useQuery({
    queryKey: ['runs', 'two', run],
    queryFn: ({ signal }) => ask('runs', {}, { limit: 2 }, signal),
    enabled: run !== null,
  });
  const several = (runs.data?.items.length ?? 0) > 1;
  const diff = useQuery({
    queryKey: ['run-diff', null, run],
    queryFn: ({ signal }) => ask('runDiff', { id: run! }, {}, signal),
    enabled: run !== null && several,
    staleTime: Infinity,
  });
  return { data: diff.data, isPending: runs.isPending || (several && diff.isPending) };
}
