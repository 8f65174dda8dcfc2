import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Body } from '../../../domain/api/api.ts';
import type { QueryRequest, SavedQuery } from '../../../domain/query.ts';
import { ask, send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { useAnnounce } from '../news/announcements.tsx';

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
  return (deleted) => {
    const again = () =>
      client.invalidateQueries({
        predicate: ({ queryKey: [kind, id] }) =>
          ['saved-queries', 'search'].includes(String(kind)) ||
          (kind === 'saved-query' && id !== deleted),
      });
    // A phrase is found by the search box too: one that was asked for before it was saved would else be taken for its answer.
    void client.cancelQueries({ queryKey: ['search'] }).then(again);
  };
}

/** Saves a query, or what is `saved` anew, and tells of it; what went wrong is announced. */
export function useSaveQuery(
  saved: SavedQuery | null,
  onSaved: (query: SavedQuery) => void,
): (body: Body<'saveQuery'>, news: string) => void {
  const announce = useAnnounce();
  const savedAgain = useSavedAgain();
  return (body, news) => {
    const sent = saved
      ? send('changeQuery', { id: saved.id }, { ...body, changed: saved.changed ?? '' })
      : send('saveQuery', {}, body);
    sent
      .then((query) => {
        savedAgain();
        announce(news);
        onSaved(query);
      })
      .catch(announceProblem);
  };
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
