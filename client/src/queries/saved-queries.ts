import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { QueryRequest } from '../../../domain/query.ts';
import { ask, send } from '../api/fetch.ts';

export function useSavedQueries(q: string) {
  return useQuery({
    queryKey: ['saved-queries', q],
    queryFn: ({ signal }) => ask('savedQueries', {}, { q }, signal),
    placeholderData: (previous) => previous,
  });
}

export function useSavedQuery(id: string) {
  return useQuery({
    queryKey: ['saved-query', id],
    queryFn: ({ signal }) => ask('savedQuery', { id }, {}, signal),
    enabled: id !== '',
  });
}

/** To be called when one was saved, changed or deleted; one that is deleted is not asked for again. */
export function useSavedAgain(): (deleted?: string) => void {
  const client = useQueryClient();
  return (deleted) =>
    void client.invalidateQueries({
      predicate: ({ queryKey: [kind, id] }) =>
        kind === 'saved-queries' || (kind === 'saved-query' && id !== deleted),
    });
}

const typingMs = 400;

/** What the server says of a query as it is being written. */
export function useCheck({ text, parameters }: QueryRequest) {
  const [asked, setAsked] = useState({ text, parameters });
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ text, parameters }), typingMs);
    return () => clearTimeout(timer);
  }, [text, parameters]);
  return useQuery({
    queryKey: ['query-check', asked.text],
    queryFn: () => send('checkQuery', {}, asked),
    enabled: asked.text.trim() !== '',
    staleTime: Infinity,
  });
}
