import { QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Answer, Query } from '../../../domain/api/api.ts';
import type { Source } from '../../../domain/finding.ts';
import { ask } from './fetch.ts';
import { mayPass } from './problem.ts';

const retryMs = 3_000;

/** What the page has asked for; while server or database are away it asks again by itself. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchInterval: ({ state }) =>
          state.status === 'error' && mayPass(state.error) ? retryMs : false,
      },
    },
  });
}

const overviewMs = 10_000;

/** Asked again and again, so that a new run or a lost database shows without a reload. */
export function useOverview() {
  return useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => ask('overview', {}, {}, signal),
    refetchInterval: ({ state }) => (state.status === 'error' ? retryMs : overviewMs),
  });
}

export function useDetectors() {
  return useQuery({
    queryKey: ['detectors'],
    queryFn: ({ signal }) => ask('detectors', {}, {}, signal),
    staleTime: Infinity,
  });
}

export function useClusters() {
  return useInfiniteQuery({
    queryKey: ['clusters'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => ask('clusters', {}, { cursor: pageParam }, signal),
    getNextPageParam: (page: Answer<'clusters'>) => page.next ?? undefined,
  });
}

export function useFindings(filter: Omit<Query<'findings'>, 'cursor'>) {
  return useInfiniteQuery({
    queryKey: ['findings', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      ask('findings', {}, { ...filter, cursor: pageParam }, signal),
    // While one types, what was listed stays until what is asked for comes.
    placeholderData: (previous) => previous,
    getNextPageParam: (page: Answer<'findings'>) => page.next ?? undefined,
  });
}

export function useCluster(id: string) {
  return useQuery({
    queryKey: ['cluster', id],
    queryFn: ({ signal }) => ask('cluster', { id }, {}, signal),
  });
}

export function useFinding(id: string) {
  return useQuery({
    queryKey: ['finding', id],
    queryFn: ({ signal }) => ask('finding', { id }, {}, signal),
  });
}

export function useNode(ref: string) {
  return useQuery({
    queryKey: ['node', ref],
    queryFn: ({ signal }) => ask('node', { ref }, {}, signal),
  });
}

export function useNeighbours(ref: string) {
  return useQuery({
    queryKey: ['neighbours', ref],
    queryFn: ({ signal }) => ask('neighbours', { ref }, {}, signal),
  });
}

/** Whom the operator lets be asked about nodes. */
export function useEnrichers() {
  return useQuery({
    queryKey: ['enrichers'],
    queryFn: ({ signal }) => ask('enrichers', {}, {}, signal),
  });
}

export function useExplanation(a: string, b: string) {
  return useQuery({
    queryKey: ['explanation', a, b],
    queryFn: ({ signal }) => ask('explain', {}, { a, b }, signal),
  });
}

export function useLinkedAccounts(account: string) {
  return useQuery({
    queryKey: ['linked-accounts', account],
    queryFn: ({ signal }) => ask('linkedAccounts', {}, { account }, signal),
  });
}

export function useSearch(q: string, how: Omit<Query<'search'>, 'q'> = {}) {
  return useQuery({
    queryKey: ['search', q, how],
    queryFn: ({ signal }) => ask('search', {}, { q, ...how }, signal),
    enabled: q !== '',
    placeholderData: (previous) => previous,
  });
}

export function useSourceRow(source: Source | null) {
  return useQuery({
    queryKey: ['source', source?.sha256, source?.line],
    queryFn: ({ signal }) =>
      ask('sourceRow', { sha256: source!.sha256, line: source!.line }, {}, signal),
    enabled: source !== null,
    staleTime: Infinity,
  });
}
