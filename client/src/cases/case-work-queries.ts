import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '../../../domain/api/api.ts';
import type { CaseEntryKind, TaskState } from '../../../domain/case-work.ts';
import { ask } from '../api/fetch.ts';

const first = undefined as string | undefined;
/** So often it is looked whether somebody has named one. */
const mentionsMs = 60_000;

/** All of a case's lists begin with its id, so that a change makes all of them ask again. */
const ofCase = (id: string, ...rest: unknown[]) => ['case', id, ...rest];

export function useCaseCounts(id: string) {
  return useQuery({
    queryKey: ofCase(id, 'counts'),
    queryFn: ({ signal }) => ask('caseCounts', { case: id }, {}, signal),
    staleTime: 0,
  });
}

export function useComments(id: string) {
  return useInfiniteQuery({
    queryKey: ofCase(id, 'comments'),
    initialPageParam: first,
    queryFn: ({ signal, pageParam }) =>
      ask('caseComments', { case: id }, { cursor: pageParam, limit: 50 }, signal),
    getNextPageParam: (page: Answer<'caseComments'>) => page.next ?? undefined,
    staleTime: 0,
  });
}

export function useTasks(id: string, state: TaskState) {
  return useInfiniteQuery({
    queryKey: ofCase(id, 'tasks', state),
    initialPageParam: first,
    queryFn: ({ signal, pageParam }) =>
      ask('caseTasks', { case: id }, { cursor: pageParam, limit: 50, state }, signal),
    getNextPageParam: (page: Answer<'caseTasks'>) => page.next ?? undefined,
    staleTime: 0,
  });
}

/** Open tasks of all cases, of one person; null for all. */
export function useTasksOf(whom: string | null) {
  return useInfiniteQuery({
    queryKey: ['tasks', whom],
    initialPageParam: first,
    queryFn: ({ signal, pageParam }) =>
      ask('tasks', {}, { cursor: pageParam, limit: 50, whom: whom ?? undefined }, signal),
    getNextPageParam: (page: Answer<'tasks'>) => page.next ?? undefined,
    staleTime: 0,
  });
}

export function useCaseHistory(id: string, kind: CaseEntryKind | undefined) {
  return useInfiniteQuery({
    queryKey: ofCase(id, 'history', kind),
    initialPageParam: first,
    queryFn: ({ signal, pageParam }) =>
      ask('caseHistory', { case: id }, { cursor: pageParam, limit: 50, kind }, signal),
    getNextPageParam: (page: Answer<'caseHistory'>) => page.next ?? undefined,
    staleTime: 0,
    placeholderData: (previous) => previous,
  });
}

export function useCasesAlike(id: string) {
  return useQuery({
    queryKey: ofCase(id, 'alike'),
    queryFn: async ({ signal }) => (await ask('casesAlike', { case: id }, {}, signal)).items,
  });
}

export function useJoinedCases(id: string) {
  return useQuery({
    queryKey: ofCase(id, 'joined'),
    queryFn: async ({ signal }) => (await ask('joinedCases', { case: id }, {}, signal)).items,
    staleTime: 0,
  });
}

/** Whom a comment can name; asked once a comment or a task is written. */
export function usePeople() {
  return useQuery({
    queryKey: ['people'],
    queryFn: async ({ signal }) => (await ask('people', {}, {}, signal)).items,
  });
}

/** How many comments that name whoever looks are new to them. */
export function useUnreadMentions() {
  return useQuery({
    queryKey: ['mentions', 'unread'],
    queryFn: async ({ signal }) => (await ask('mentions', {}, { limit: 1 }, signal)).unread,
    refetchInterval: mentionsMs,
  });
}

export function useMentions() {
  return useInfiniteQuery({
    queryKey: ['mentions', 'list'],
    initialPageParam: first,
    queryFn: ({ signal, pageParam }) =>
      ask('mentions', {}, { cursor: pageParam, limit: 50 }, signal),
    getNextPageParam: (page: Answer<'mentions'>) => page.next ?? undefined,
    staleTime: 0,
  });
}

/** Makes all that shows cases and what is for one ask again. */
export function useCaseChanged(): () => Promise<void> {
  const client = useQueryClient();
  const kinds: readonly unknown[] = ['case', 'cases', 'tasks', 'mentions', 'people'];
  return () =>
    client.invalidateQueries({ predicate: ({ queryKey: [kind] }) => kinds.includes(kind) });
}
