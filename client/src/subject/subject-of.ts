import { parseRef } from '../../../domain/schema/graph.ts';
import type { SearchSubject } from './search-subject.ts';

/** What the address names: the thing that the canvas was opened with. */
export type Subject =
  | { kind: 'start' }
  /** An address that leads nowhere, or to a page that opens nothing. */
  | { kind: 'nowhere'; id: string }
  | { kind: 'cluster'; id: string }
  | { kind: 'finding'; id: string }
  | { kind: 'node'; id: string }
  | { kind: 'detector'; id: string }
  /** A query: `id` is a saved one's or empty; `asked` is what the address asks. */
  | { kind: 'query'; id: string; asked: string | null; drawn: boolean }
  /** Two accounts; `id` names both. */
  | { kind: 'pair'; id: string; a: string; b: string }
  /** A cluster, `id`, as it is in one run and was in an earlier one. */
  | { kind: 'change'; id: string; from: string; to: string }
  /** All clusters at once. */
  | { kind: 'clusters'; id: 'clusters' }
  | { kind: 'cases'; id: 'cases' }
  | { kind: 'case'; id: string }
  /** A board that is kept in a case. */
  | { kind: 'board'; id: string; caseId: string }
  | SearchSubject;

/** A search that looks for nothing yet is the start as well. */
const startsAt: ReadonlySet<string> = new Set(['/', '/index.html', '/search']);

/** What has to be named after them. */
const ofOneThing: ReadonlySet<string> = new Set([
  'cluster',
  'finding',
  'node',
  'detector',
  'pair',
  'change',
  'case',
]);

/** What the path of an address names. */
export function subjectOf(path: string): Subject {
  const [, kind = '', id = '', other = '', third = ''] = path.split('/');
  const nowhere: Subject = { kind: 'nowhere', id: path };
  if (id === '' && ofOneThing.has(kind)) return nowhere;
  if (kind === 'node' && !parseRef(decoded(id))) return nowhere;
  if (kind === 'cluster' || kind === 'finding' || kind === 'node' || kind === 'detector')
    return { kind, id: decoded(id) };
  if (kind === 'pair') {
    const [a, b] = [decoded(id), decoded(other)];
    return { kind, id: `${a} – ${b}`, a, b };
  }
  if (kind === 'change') return { kind, from: decoded(id), to: decoded(other), id: decoded(third) };
  if (kind === 'query') return { kind, id: decoded(id), asked: null, drawn: false };
  if (kind === 'clusters') return { kind, id: 'clusters' };
  if (kind === 'cases') return { kind, id: 'cases' };
  if (kind === 'case' && other !== '')
    return { kind: 'board', id: decoded(other), caseId: decoded(id) };
  if (kind === 'case') return { kind, id: decoded(id) };
  return startsAt.has(path) ? { kind: 'start' } : nowhere;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
