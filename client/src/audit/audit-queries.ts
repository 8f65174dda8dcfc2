import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Answer } from '../../../domain/api/api.ts';
import { ask } from '../api/fetch.ts';
import { askedBy, type Filter } from './audit-filter.ts';

const atOnce = 100;

export function useAuditEntries(filter: Filter) {
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    // What was done since is looked for whenever one asks.
    staleTime: 0,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      ask('auditEntries', {}, { ...askedBy(filter), cursor: pageParam, limit: atOnce }, signal),
    getNextPageParam: (page: Answer<'auditEntries'>) => page.next ?? undefined,
  });
}

export function useAuditPeople() {
  return useQuery({
    queryKey: ['audit-people'],
    queryFn: ({ signal }) => ask('auditPeople', {}, {}, signal),
  });
}

/** Asked when somebody wants to know: it reads the whole log. */
export function useAuditCheck(enabled: boolean) {
  return useQuery({
    queryKey: ['audit-check'],
    enabled,
    staleTime: Infinity,
    queryFn: ({ signal }) => ask('auditCheck', {}, {}, signal),
  });
}
