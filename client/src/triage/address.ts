import { triageRoutes } from '../../../domain/api/triage.ts';
import type { TriageItem } from '../../../domain/disposition.ts';
import { addressOfSubject } from '../subject/subject.ts';
import type { QueueFilter } from './queue-queries.ts';

/** Where the queue is: `/queue`, or `/queue/<id>` with one of its items; null elsewhere. */
export function queueAt(path: string): { id: string | null } | null {
  const parts = /^\/queue(?:\/([\w-]+))?\/?$/.exec(path);
  return parts && { id: parts[1] ?? null };
}

export function addressOfItem(id: string): string {
  return `/queue/${encodeURIComponent(id)}`;
}

/** Where an item is drawn: of an answer of a pattern what it is about. Null of what the latest run does not have. */
export function graphAddress({ kind, of, gone, answer }: TriageItem): string | null {
  if (kind === 'answer') return answer ? addressOfSubject('node', answer.ref) : null;
  return gone ? null : addressOfSubject(kind, of);
}

/** The queue with what that filter leaves. */
export function addressOfQueue(filter: QueueFilter): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter))
    if (typeof value === 'string' || typeof value === 'number') search.set(name, String(value));
  return `/queue?${search.toString()}`;
}

/** Each cluster with its findings in it. */
export const openQueue: QueueFilter = { state: 'open', sort: 'score', findings: 'rolled' };

/** What an address asks for; what is open, where it asks for nothing, or for what there is not. */
export function filterOfAddress(search: string): QueueFilter {
  const asked = Object.fromEntries(new URLSearchParams(search));
  const read = triageRoutes.triage.query.strict().safeParse(asked);
  return read.success && Object.keys(asked).length > 0 ? asked : openQueue;
}
