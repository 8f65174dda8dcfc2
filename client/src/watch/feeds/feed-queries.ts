import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer, Body } from '../../../../domain/api/api.ts';
import type { FeedDraft } from '../../../../domain/feed.ts';
import { ask, send } from '../../api/fetch.ts';

export function useFeeds() {
  return useQuery({
    queryKey: ['feeds'],
    queryFn: ({ signal }) => ask('feeds', {}, {}, signal),
  });
}

/** Lists of entries, and who may know of each. */
export function useLists() {
  return useQuery({
    queryKey: ['feeds', 'lists'],
    queryFn: async ({ signal }) => (await ask('lists', {}, {}, signal)).items,
  });
}

/** Says who may know of a list: what anything shows may be another for whoever asks. */
export function useMarking() {
  const client = useQueryClient();
  return async (list: string, change: Body<'changeListMembers'>) => {
    await send('changeListMembers', { list }, change);
    await client.invalidateQueries();
  };
}

export function useScreenings() {
  return useInfiniteQuery({
    queryKey: ['feeds', 'screenings'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      ask('screenings', {}, { limit: 20, cursor: pageParam }, signal),
    getNextPageParam: (page: Answer<'screenings'>) => page.next ?? undefined,
  });
}

export function useScreening(id: string) {
  return useQuery({
    queryKey: ['feeds', 'screening', id],
    queryFn: ({ signal }) => ask('screening', { id }, {}, signal),
    staleTime: Infinity,
  });
}

/** What changes feeds; all that shows them asks again. */
export function useFeeding() {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ['feeds'] });
  return {
    make: async (draft: FeedDraft) => {
      await send('createFeed', {}, draft);
      await again();
    },
    refresh: async (id: string, how: Body<'refreshFeed'>) => {
      try {
        return await send('refreshFeed', { id }, how);
      } finally {
        await again();
      }
    },
  };
}
