import { useSyncExternalStore } from 'react';
import type { Body, Query, RouteName } from '../../../domain/api/api.ts';
import type { viewRoutes } from '../../../domain/api/views.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { parseRef } from '../../../domain/schema/graph.ts';
import { addressOf } from '../api/fetch.ts';
import type { Subject } from '../subject/subject.ts';

/** One answer on the page: what it is, its address below /api/v1, and what it was asked by beside that. */
export interface Answered {
  what: string;
  of: string;
  body?: Body<'askedByBody'>['body'];
}

let shown: readonly Answered[] | null = null;
const listeners = new Set<() => void>();

/** Shows how these were answered; null closes. Any part of the page may ask, and one drawer shows it. */
export function showHowAnswered(answered: readonly Answered[] | null): void {
  shown = answered;
  for (const tell of listeners) tell();
}

export function useHowAnswered(): readonly Answered[] | null {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => shown,
  );
}

const text = messages.queries.asked.of;

export function answerAt<N extends RouteName>(
  what: string,
  name: N,
  params: Readonly<Record<string, string>> = {},
  query: Query<N> | Record<string, never> = {},
): Answered {
  return { what, of: addressOf(name, params, query).replace(/^\/api\/v1/, '') };
}

/** An answer that was asked by a body and changed nothing. */
export function answerTo<N extends keyof typeof viewRoutes>(
  what: string,
  name: N,
  body: Body<N>,
): Answered {
  return { ...answerAt(what, name), body: body as Body<'askedByBody'>['body'] };
}

/** What the details of a node consist of. */
export function answersOfNode(ref: string): Answered[] {
  return [
    answerAt(text.details, 'node', { ref }),
    answerAt(text.neighbours, 'neighbours', { ref }),
    ...(ref.startsWith('account:')
      ? [answerAt(text.linked, 'linkedAccounts', {}, { account: ref.slice('account:'.length) })]
      : []),
  ];
}

/** What the canvas was opened with; of a person's own query nothing, as that query is at hand. */
export function answersOfGraph(subject: Subject): Answered[] {
  switch (subject.kind) {
    case 'cluster':
      return [answerAt(text.graph, 'clusterGraph', { id: subject.id })];
    case 'change': {
      const { id: cluster, from, to: id } = subject;
      return [answerAt(text.graph, 'changeGraph', { id, cluster }, { from })];
    }
    case 'finding':
      return [answerAt(text.graph, 'findingGraph', { id: subject.id })];
    case 'pair':
      return [answerAt(text.graph, 'pairGraph', {}, { a: subject.a, b: subject.b })];
    case 'node': {
      const node = parseRef(subject.id);
      return node?.type === 'account'
        ? [answerAt(text.graph, 'accountGraph', {}, { account: node.id, limit: 25 })]
        : [answerAt(text.graph, 'expand', { ref: subject.id }, { limit: 25 })];
    }
    default:
      return [];
  }
}

/** What the details of the page's subject consist of, where nothing is selected on the canvas. */
export function answersOfSubject(subject: Subject): Answered[] {
  switch (subject.kind) {
    case 'cluster':
      return [answerAt(text.details, 'cluster', { id: subject.id })];
    case 'change':
      return [answerAt(text.details, 'runDiff', { id: subject.to }, { from: subject.from })];
    case 'finding':
      return [answerAt(text.details, 'finding', { id: subject.id })];
    case 'pair':
      return [answerAt(text.details, 'explain', {}, { a: subject.a, b: subject.b })];
    case 'node':
      return answersOfNode(subject.id);
    case 'detector':
      return [answerAt(text.list, 'findings', {}, { detector: subject.id })];
    default:
      return [];
  }
}
