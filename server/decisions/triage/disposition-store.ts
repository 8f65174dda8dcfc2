import { loadQuery } from '../../../cypher/load-query.ts';
import type { HistoryEntry } from '../../../domain/disposition.ts';
import type { Database, Writer } from '../../graph/neo4j/database.ts';
import type { RawNode } from '../../graph/neo4j/records.ts';
import {
  entryRow,
  readDisposition,
  readEntry,
  rowOf,
  type Disposition,
  type Entry,
} from './disposition.ts';

interface Row {
  disposition: RawNode;
}

/** Oldest first. */
export async function allDispositions(database: Database): Promise<Disposition[]> {
  const rows = await database.read<Row>(loadQuery('triage/all'));
  return rows.map(({ disposition }) => readDisposition(disposition));
}

/** What is to be written: what there is at first, then those that are new, with entries of their histories. */
export interface Writing {
  /** Each as it was read, and as it is to be. */
  changed: readonly { was: Disposition; is: Disposition }[];
  created: readonly Disposition[];
  entries: readonly Entry[];
  /** Entries of what was taken back. */
  undone?: readonly string[];
}

/** Thrown when a disposition is no more as it was read; nothing was written. */
export class OvertakenError extends Error {
  /** The dispositions that are still as they were read. */
  readonly held: ReadonlySet<string>;

  constructor(held: ReadonlySet<string>) {
    super('A disposition was changed by another meanwhile.');
    this.held = held;
  }
}

/** All of it or nothing. Throws OvertakenError, or the database's constraint error when another has just created one. */
export async function writeDispositions(
  database: Database,
  { changed, created, entries, undone = [] }: Writing,
): Promise<void> {
  await database.transaction(async (tx) => {
    await letGo(tx, changed);
    await tx.run(loadQuery('triage/store'), { rows: changed.map(({ is }) => rowOf(is)) });
    await tx.run(loadQuery('triage/create'), { rows: created.map(rowOf) });
    await tx.run(loadQuery('triage/note'), { rows: entries.map(entryRow) });
    if (undone.length > 0) await tx.run(loadQuery('triage/uncount'), { entries: undone });
  });
}

/** With a disposition of what nobody had touched, where it is given; all or nothing. */
export async function writeWithDisposition(
  database: Database,
  created: Disposition | null,
  write: (tx: Writer) => Promise<void>,
): Promise<void> {
  await database.transaction(async (tx) => {
    if (created) await tx.run(loadQuery('triage/create'), { rows: [rowOf(created)] });
    await write(tx);
  });
}

async function letGo(tx: Writer, changed: Writing['changed']): Promise<void> {
  const rows = changed.map(({ was }) => ({
    id: was.id,
    rests_on: was.revision,
    of_run: was.run,
  }));
  const held = await tx.run<{ id: string }>(loadQuery('triage/let_go'), { rows });
  if (held.length < rows.length) throw new OvertakenError(new Set(held.map(({ id }) => id)));
}

/** Oldest first, from before a cluster was split too. */
export async function historyOf(
  database: Database,
  { id, lineage }: Pick<Disposition, 'id' | 'lineage'>,
): Promise<HistoryEntry[]> {
  const rows = await database.read<{ entry: RawNode }>(loadQuery('triage/history'), {
    dispositions: [...lineage, id],
  });
  return rows.map(({ entry }) => readEntry(entry));
}
