import { randomBytes } from 'node:crypto';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { CaseState } from '../../../domain/case.ts';
import type { CaseAct, CaseEntry } from '../../../domain/case-work.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import { ConflictError, NotFoundError } from '../../platform/problems.ts';
import type { Writer } from '../../graph/neo4j/database.ts';

/** A case as a transaction holds it. */
interface HeldCase {
  revision: number;
  state: CaseState;
  title: string;
  joined_into: string | null;
  joined_title: string | null;
}

/** Holds it for the rest of the transaction. Throws NotFoundError. */
export async function holdCase(tx: Writer, id: string): Promise<HeldCase> {
  const [held] = await tx.run<HeldCase>(loadQuery('cases/hold_case'), { case: id });
  if (!held) throw new NotFoundError(messages.cases.noCase(id));
  return held;
}

/** The same for work on it. Throws ConflictError for one that is joined into another: work goes on there. */
export async function holdForWork(tx: Writer, id: string): Promise<HeldCase> {
  const held = await holdCase(tx, id);
  if (held.joined_into !== null)
    throw new ConflictError(messages.caseProblems.joined(held.joined_title ?? held.joined_into));
  return held;
}

/** Who changes something, and when. */
export interface Stamp {
  by: string;
  now: string;
}

export function stamp(): Stamp {
  return { by: actor(), now: new Date().toISOString() };
}

/** What the history of a case keeps that nothing else tells. */
interface CaseEvent {
  case: string;
  act: CaseAct;
  /** Id of what it was done to. */
  of: string;
  title: string | null;
  text?: string | undefined;
  before?: CaseEntry['before'];
  after?: CaseEntry['after'];
}

export type StoredEvent = Omit<CaseEvent, 'before' | 'after'> & {
  id: string;
  by: string;
  at: string;
  /** JSON. */
  before?: string;
  after?: string;
};

/** Adds to the history of a case. */
export async function noteEvent(
  tx: Writer,
  { by, now }: Stamp,
  { before, after, ...event }: CaseEvent,
): Promise<void> {
  const stored = {
    ...{ id: `A-${now.replaceAll(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}`, by, at: now },
    ...event,
    before: before ? JSON.stringify(before) : null,
    after: after ? JSON.stringify(after) : null,
  };
  await tx.run(loadQuery('cases/note_event'), { event: stored });
}

/** What of a thing is otherwise than before, as texts; null where nothing is. */
export function differences(
  was: Readonly<Record<string, unknown>>,
  is: Readonly<Record<string, unknown>>,
): { before: NonNullable<CaseEntry['before']>; after: NonNullable<CaseEntry['after']> } | null {
  const says = (value: unknown) => (value === null || value === undefined ? null : said(value));
  const names = Object.keys(is).filter((name) => says(was[name]) !== says(is[name]));
  if (names.length === 0) return null;
  const of = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(names.map((name) => [name, says(values[name])]));
  return { before: of(was), after: of(is) };
}

function said(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
