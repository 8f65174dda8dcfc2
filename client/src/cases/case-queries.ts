import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Answer } from '../../../domain/api/api.ts';
import type { CaseState } from '../../../domain/case.ts';
import { ask } from '../api/fetch.ts';

export function useCases(state?: CaseState) {
  return useInfiniteQuery({
    queryKey: ['cases', state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => ask('cases', {}, { cursor: pageParam, state }, signal),
    getNextPageParam: (page: Answer<'cases'>) => page.next ?? undefined,
    staleTime: 0,
  });
}

export function useCase(id: string) {
  return useQuery({
    queryKey: ['case', id],
    queryFn: ({ signal }) => ask('case', { case: id }, {}, signal),
    staleTime: 0,
  });
}

export function useRevisions(caseId: string, board: string, latest: number) {
  return useQuery({
    queryKey: ['revisions', board, latest],
    queryFn: ({ signal }) => ask('boardRevisions', { case: caseId, board }, {}, signal),
    staleTime: 0,
    // The list stays while the next one is fetched: nothing below it jumps.
    placeholderData: (previous) => previous,
  });
}
