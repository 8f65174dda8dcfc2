import type { NodeTypeName } from '../../domain/schema.ts';
import type { Database, Writer } from '../neo4j/database.ts';
import { groupBy } from './group-by.ts';
import { watchlistStubKey } from './node-store.ts';
import { createStubs, watchlistEntries } from './queries.ts';
import type { End, RelationRow } from './relation-rows.ts';

/** Ids of nodes known to exist that are remembered, over all types. */
const mostRemembered = 500_000;

/** Makes sure that the nodes at the ends of relations exist; those that nobody described become stubs. */
export class Ends {
  readonly #database: Database;
  readonly #loaded: string;
  /** `<type>:<key>` of nodes that exist: nodes are never deleted by a load. */
  readonly #existing = new Set<string>();

  constructor(database: Database, loaded: string) {
    this.#database = database;
    this.#loaded = loaded;
  }

  /** In a transaction of its own; a stub that a killed load leaves behind is used by the next. */
  async ensure(rows: readonly RelationRow[]): Promise<void> {
    const missing = this.#missing(rows);
    if (missing.size === 0) return;
    await this.#database.transaction((tx) => this.#createStubs(tx, missing.values()));
    this.#remember([...missing.keys()]);
  }

  /** Nodes that a committed transaction has described. */
  described(type: NodeTypeName, keys: readonly string[]): void {
    this.#remember(keys.map((key) => nameOf({ type, key })));
  }

  #remember(names: readonly string[]): void {
    if (this.#existing.size + names.length > mostRemembered) this.#existing.clear();
    for (const name of names) this.#existing.add(name);
  }

  /** Within a transaction that may yet fail, so that nothing is remembered. */
  async ensureIn(tx: Writer, rows: readonly RelationRow[]): Promise<void> {
    await this.#createStubs(tx, this.#missing(rows).values());
  }

  #missing(rows: readonly RelationRow[]): Map<string, NamedEnd> {
    const missing = new Map<string, NamedEnd>();
    for (const { from, to, said } of rows)
      for (const end of [from, to]) {
        const name = nameOf(end);
        if (!this.#existing.has(name) && !missing.has(name))
          missing.set(name, { ...end, source: said.source });
      }
    return missing;
  }

  async #createStubs(tx: Writer, ends: Iterable<NamedEnd>): Promise<void> {
    for (const [type, named] of groupBy(ends, (end) => end.type)) {
      const rows = named.map(({ id, key, source }) => ({ id, key, source }));
      await tx.run(createStubs(type), { rows, loaded: this.#loaded });
    }
  }
}

function nameOf({ type, key }: Pick<End, 'type' | 'key'>): string {
  return `${type}:${key}`;
}

/** An end and the row that names it. */
type NamedEnd = End & { source: string };

/** Null: a stub that no list has described. */
export interface ListedEntry {
  key: string;
  list: string | null;
}

/** Entries by the id that links name them by. */
export type EntriesById = Pick<ReadonlyMap<string, readonly ListedEntry[]>, 'get'>;

/** The watchlist entries that the links of these rows name. */
export async function entriesOf(
  database: Database,
  rows: readonly RelationRow[],
): Promise<EntriesById> {
  const ids = new Set(
    rows
      .flatMap(({ from, to }) => [from, to])
      .filter((end) => end.type === 'watchlist_entry')
      .map((end) => end.id),
  );
  if (ids.size === 0) return new Map();
  const found = await database.transaction((tx) =>
    tx.run<{ id: string; entries: ListedEntry[] }>(watchlistEntries(), {
      ids: [...ids],
    }),
  );
  return new Map(found.map(({ id, entries }) => [id, entries]));
}

/**
 * The end with the key of the entry that it names. Ambiguous when several lists hold that id: a link
 * cannot say which of them it means.
 */
export function resolveEnd(
  end: End,
  entries: EntriesById,
): { end: End } | { ambiguous: readonly string[] } {
  if (end.type !== 'watchlist_entry') return { end };
  const found = entries.get(end.id) ?? [];
  const listed = found.filter((entry) => entry.list !== null);
  if (listed.length > 1) return { ambiguous: listed.map((entry) => entry.list!).sort() };
  const key = listed[0]?.key ?? watchlistStubKey(end.id);
  return { end: { ...end, key } };
}
