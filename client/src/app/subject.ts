import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Graph } from '../../../domain/answers.ts';
import { ask } from '../api/fetch.ts';
import { graphOfSearch, searchSubject, type SearchSubject } from '../search/search-subject.ts';

/** What the address names: the thing that the canvas was opened with. */
export type Subject =
  | { kind: 'start' }
  | { kind: 'cluster'; id: string }
  | { kind: 'finding'; id: string }
  | { kind: 'node'; id: string }
  | { kind: 'detector'; id: string }
  /** Two accounts; `id` names both. */
  | { kind: 'pair'; id: string; a: string; b: string }
  | SearchSubject;

/** Neighbours that a node is opened with. */
const openedWith = 25;

export function useSubject(): Subject {
  // The router says when the address changes, but decodes it in part; what the browser holds is exact.
  useLocation();
  useSearch();
  const path = location.pathname;
  // Of other subjects what follows is how they are looked at.
  const query = path === '/search' ? location.search : '';
  return useMemo(() => (query === '' ? subjectOf(path) : searchSubject(query)), [path, query]);
}

function subjectOf(path: string): Subject {
  const [, kind, id = '', other = ''] = path.split('/');
  if (kind === 'cluster' || kind === 'finding' || kind === 'node' || kind === 'detector')
    return { kind, id: decoded(id) };
  if (kind === 'pair') {
    const [a, b] = [decoded(id), decoded(other)];
    return { kind, id: `${a} – ${b}`, a, b };
  }
  return { kind: 'start' };
}

/** Ids may hold anything, a slash or a percent sign too. */
export function addressOfSubject(
  kind: Exclude<Subject['kind'], 'start' | 'pair' | 'search'>,
  id: string,
): string {
  return `/${kind}/${encodeURIComponent(id)}`;
}

/** Where it is told why two accounts are linked. */
export function addressOfPair(a: string, b: string): string {
  return `/pair/${encodeURIComponent(a)}/${encodeURIComponent(b)}`;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

export function graphOfSubject(subject: Subject, signal: AbortSignal): Promise<Graph> {
  switch (subject.kind) {
    case 'start':
    case 'detector':
      return Promise.resolve({ nodes: [], relations: [], omitted: 0 });
    case 'search':
      return graphOfSearch(subject, signal);
    case 'cluster':
      return ask('clusterGraph', { id: subject.id }, {}, signal);
    case 'finding':
      return ask('findingGraph', { id: subject.id }, {}, signal);
    case 'pair':
      return ask('explainGraph', {}, { a: subject.a, b: subject.b }, signal);
    case 'node':
      return ask('expand', { ref: subject.id }, { limit: openedWith }, signal);
  }
}
