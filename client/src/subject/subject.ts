import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useLocationProperty } from 'wouter/use-browser-location';
import type { Graph } from '../../../domain/answers.ts';
import type { KeptBoard } from '../../../domain/case.ts';
import { parseRef } from '../../../domain/schema/graph.ts';
import { ask, send } from '../api/fetch.ts';
import { askedInAddress, isDrawn, queryIn, readAsked } from './query-address.ts';
import { graphOfSearch, searchSubject } from './search-subject.ts';
import { subjectOf, type Subject } from './subject-of.ts';

export type { Subject };

/** What an address opens: a graph, or a board as it was left. */
export interface OpenedGraph extends Graph {
  kept?: KeptBoard;
}

/** Neighbours that a node is opened with. */
const openedWith = 25;

export function useSubjectOfAddress(): Subject {
  // The router says when the address changes, but decodes it in part; what the browser holds is exact.
  useLocation();
  useSearch();
  const path = location.pathname;
  // Of other subjects what follows is how they are looked at.
  const query = path === '/search' ? location.search : '';
  const asked = useLocationProperty(askedInAddress);
  const drawn = useLocationProperty(isDrawn);
  return useMemo(() => {
    if (query !== '') return searchSubject(query);
    const subject = subjectOf(path);
    return subject.kind === 'query' ? { ...subject, asked, drawn } : subject;
  }, [path, query, asked, drawn]);
}

/** What an address that is not the page's own names. */
export function subjectAt(address: string): Subject {
  if (!URL.canParse(address, location.origin)) return { kind: 'nowhere', id: address };
  const { pathname, searchParams, search } = new URL(address, location.origin);
  if (pathname === '/search') return searchSubject(search);
  const subject = subjectOf(pathname);
  if (subject.kind !== 'query') return subject;
  return { ...subject, ...queryIn(searchParams) };
}

/** Ids may hold anything, a slash or a percent sign too. */
export function addressOfSubject(
  kind: 'cluster' | 'finding' | 'node' | 'detector' | 'case',
  id: string,
): string {
  return `/${kind}/${encodeURIComponent(id)}`;
}

/** Where it is told why two accounts are linked. */
export function addressOfPair(a: string, b: string): string {
  return `/pair/${encodeURIComponent(a)}/${encodeURIComponent(b)}`;
}

/** Where a cluster is shown as it changed between two runs. */
export function addressOfChange(from: string, to: string, cluster: string): string {
  return `/change/${[from, to, cluster].map(encodeURIComponent).join('/')}`;
}

export function addressOfBoard(caseId: string, board: string): string {
  return `/case/${encodeURIComponent(caseId)}/${encodeURIComponent(board)}`;
}

export async function graphOfSubject(subject: Subject, signal: AbortSignal): Promise<OpenedGraph> {
  switch (subject.kind) {
    case 'start':
    case 'nowhere':
    case 'detector':
    case 'clusters':
    case 'cases':
    case 'case':
      return { nodes: [], relations: [], omitted: 0 };
    case 'board': {
      const kept = await ask('board', { case: subject.caseId, board: subject.id }, {}, signal);
      return { nodes: kept.content.nodes, relations: kept.content.relations, omitted: 0, kept };
    }
    case 'search':
      return graphOfSearch(subject, signal);
    case 'cluster':
      return ask('clusterGraph', { id: subject.id }, {}, signal);
    case 'finding':
      return ask('findingGraph', { id: subject.id }, {}, signal);
    case 'change': {
      const { from, to: run, id: cluster } = subject;
      return ask('changeGraph', { id: run, cluster }, { from }, signal);
    }
    case 'pair':
      return ask('pairGraph', {}, { a: subject.a, b: subject.b }, signal);
    case 'query':
      return graphOfQuery(subject, signal);
    case 'node': {
      const node = parseRef(subject.id);
      return node?.type === 'account'
        ? ask('accountGraph', {}, { account: node.id, limit: openedWith }, signal)
        : ask('expand', { ref: subject.id }, { limit: openedWith }, signal);
    }
  }
}

/** A query that is being written draws nothing. */
function graphOfQuery(
  { asked, drawn }: Extract<Subject, { kind: 'query' }>,
  signal: AbortSignal,
): Promise<Graph> {
  const query = readAsked(asked);
  if (!query || !drawn) return Promise.resolve({ nodes: [], relations: [], omitted: 0 });
  return send('queryGraph', {}, query, undefined, signal);
}
