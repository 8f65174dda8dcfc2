import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Answer, Query } from '../../../domain/api/api.ts';
import type { TriageChange, TriageItem } from '../../../domain/disposition.ts';
import { ask, send } from '../api/fetch.ts';

export type QueueFilter = Omit<Query<'triage'>, 'cursor' | 'limit'>;

export function useQueue(filter: QueueFilter) {
  return useInfiniteQuery({
    queryKey: ['triage', 'queue', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => ask('triage', {}, { ...filter, cursor: pageParam }, signal),
    getNextPageParam: (page: Answer<'triage'>) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** One item with its history. */
export function useQueueItem(id: string, enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['triage', 'item', id],
    queryFn: ({ signal }) => ask('triageItem', { id }, {}, signal),
  });
}

/** What shows what was decided: the queue, and the lists that mark it in their rows. */
const showing: readonly string[] = ['triage', 'clusters', 'findings'];

/** Changes and comments; all that shows them asks again, when it was refused too: then it is not as it was shown. */
export function useDeciding() {
  const client = useQueryClient();
  const again = () =>
    Promise.all(showing.map((key) => client.invalidateQueries({ queryKey: [key] })));
  return {
    change: async (items: readonly TriageItem[], change: TriageChange) => {
      try {
        const wanted = items.map(({ id, revision }) => ({ id, rests_on: revision }));
        return (await send('changeTriage', {}, { items: wanted, change })).items;
      } finally {
        await again();
      }
    },
    /** Takes back what was made of these just now. */
    undo: async (items: readonly TriageItem[]) => {
      try {
        const wanted = items.map(({ id, revision }) => ({ id, rests_on: revision }));
        await send('undoTriage', {}, { items: wanted });
      } finally {
        await again();
      }
    },
    comment: async (id: string, text: string) => {
      await send('commentTriage', { id }, { text });
      await again();
    },
  };
}
