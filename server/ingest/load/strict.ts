import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { InvalidDataError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import { batches } from './batches.ts';
import { RowCheck, type Reject, type Row } from './check.ts';
import { entriesOf, resolveEnd, type EntriesById, type ListedEntry } from './endpoint-resolver.ts';
import type { ErasedAccounts } from './erased-accounts.ts';
import type { DatasetFilePath } from './folder.ts';
import { relationsOf } from './relation-rows.ts';
import { ambiguous } from './store-rows.ts';
import { tableRecords } from './table.ts';

/** A row that would be rejected. */
export class BadRowError extends InvalidDataError {}

/** Looks at the rows of a load's files, one file after the other in the order in which they are loaded. Changes nothing. */
export class StrictCheck {
  readonly #database: Database;
  readonly #progress: Progress;
  readonly #erased: ErasedAccounts;
  readonly #listed: ListedEntries = new Map();

  constructor(database: Database, progress: Progress, erased: ErasedAccounts) {
    this.#database = database;
    this.#erased = erased;
    this.#progress = progress;
  }

  /** Throws BadRowError at the first row that would be rejected, as soon as it comes. */
  async look(file: DatasetFilePath, bytes: AsyncIterable<Buffer>): Promise<void> {
    let read = 0;
    const records = tableRecords(bytes, file.format, file.mapping ?? {});
    const check = new RowCheck(file.file, '', file.mapping, this.#erased);
    for await (const { rows, rejects } of batches(records, check)) {
      read += rows.length + rejects.length;
      this.#progress.advance(read, null, messages.load.unit);
      if (file.file === 'watchlist') note(this.#listed, rows);
      const late =
        file.file === 'links' ? await ambiguousLinks(this.#database, rows, this.#listed) : [];
      const [first] = [...rejects, ...late].sort((a, b) => a.line - b.line);
      if (first)
        throw new BadRowError(
          messages.load.strict(file.path, first.line, first.column, first.reason),
        );
    }
  }
}

/** By entry id, the keys and lists of the entries that the folders themselves hold. */
export type ListedEntries = Map<string, Map<string, string>>;

/** Adds the entries of a watchlist's rows. */
export function note(listed: ListedEntries, rows: readonly Row[]): void {
  for (const { id, key, values } of rows) {
    const entries = listed.get(id) ?? new Map<string, string>();
    listed.set(id, entries.set(key, String(values['list'])));
  }
}

/** The links that name an entry which several lists hold. */
export async function ambiguousLinks(
  database: Database,
  rows: readonly Row[],
  listed: ListedEntries,
): Promise<Reject[]> {
  const stated = rows.map((row) => ({ row, links: relationsOf('links', row) }));
  const stored = await entriesOf(
    database,
    stated.flatMap(({ links }) => links),
  );
  const entries = { get: (id: string) => together(stored, listed, id) };
  return stated.flatMap(({ row, links }) =>
    links.flatMap(({ type, from, to }) => {
      const first = resolveEnd(from, entries);
      if ('ambiguous' in first)
        return ambiguous(row, type.fromColumn ?? '', from.id, first.ambiguous);
      const second = resolveEnd(to, entries);
      return 'ambiguous' in second ? ambiguous(row, type.toColumn, to.id, second.ambiguous) : [];
    }),
  );
}

function together(stored: EntriesById, listed: ListedEntries, id: string): ListedEntry[] {
  const own = [...(listed.get(id) ?? [])].map(([key, list]) => ({ key, list }));
  const others = (stored.get(id) ?? []).filter(
    (entry) => entry.list !== null && !own.some((mine) => mine.key === entry.key),
  );
  return [...own, ...others];
}
