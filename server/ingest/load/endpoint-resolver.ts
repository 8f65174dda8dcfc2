import { nodeType } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import type { Database, Writer } from '../../graph/neo4j/database.ts';
import { searchKeys } from '../../graph/search-keys/keys.ts';
import type { LoadStamp } from './changes.ts';
import { watchlistStubKey } from './node-store.ts';
import { createStubs, watchlistEntries } from './queries.ts';
import type { End, RelationRow } from './relation-rows.ts';
import { created, type ChangeLog } from './change-log.ts';

/** Ids of nodes known to exist that are remembered, over all types. */
const mostRemembered = 500_000;

/** Makes sure that the nodes at the ends of relations exist; those that nobody described become stubs. */
export class EndpointResolver {
  readonly #database: Database;
  readonly #loaded: string;
  readonly #touched: ChangeLog;
  /** By type and key, Neo4j's own numbers of nodes that exist: nobody deletes nodes during a load. */
  readonly #numbers = new Map<NodeTypeName, Map<string, number>>();
  #remembered = 0;

  constructor(database: Database, { loaded, touched }: Pick<LoadStamp, 'loaded' | 'touched'>) {
    this.#database = database;
    this.#loaded = loaded;
    this.#touched = touched;
  }

  /** In a transaction of its own; a stub that a killed load leaves behind is used by the next. */
  async ensure(rows: readonly RelationRow[]): Promise<void> {
    if (this.#remembered > mostRemembered) this.#forget();
    const missing = this.#missing(rows);
    if (missing.size === 0) return;
    const numbers = await this.#database.transaction((tx) => this.#createStubs(tx, missing));
    for (const [type, found] of numbers) {
      const known = this.#numbers.get(type) ?? new Map<string, number>();
      this.#numbers.set(type, known);
      for (const { key, number } of found) known.set(key, number);
      this.#remembered += found.length;
    }
  }

  /** Of an end that the last call of `ensure` made sure of. */
  number({ type, key }: End): number {
    const number = this.#numbers.get(type)?.get(key);
    if (number === undefined) throw new Error(`The ${type} ${key} has not been made sure of.`);
    return number;
  }

  /** Within a transaction that may yet fail, so that nothing is remembered. */
  async ensureIn(tx: Writer, rows: readonly RelationRow[]): Promise<void> {
    await this.#createStubs(tx, this.#missing(rows));
  }

  #forget(): void {
    this.#numbers.clear();
    this.#remembered = 0;
  }

  #missing(rows: readonly RelationRow[]): MissingEnds {
    const missing: MissingEnds = new Map();
    const note = ({ type, id, key }: End, source: string) => {
      if (this.#numbers.get(type)?.has(key)) return;
      let named = missing.get(type);
      if (!named) missing.set(type, (named = new Map<string, MissingEnd>()));
      if (!named.has(key)) named.set(key, { id, key, source });
    };
    for (const { from, to, row } of rows) {
      note(from, row.source);
      note(to, row.source);
    }
    return missing;
  }

  async #createStubs(
    tx: Writer,
    missing: MissingEnds,
  ): Promise<Map<NodeTypeName, readonly NumberedEnd[]>> {
    const numbers = new Map<NodeTypeName, readonly NumberedEnd[]>();
    for (const [type, named] of missing) {
      const rows = [...named.values()].map((end) => ({
        ...end,
        keys: searchKeys(type, end.id, {}),
      }));
      const parameters = { rows, loaded: this.#loaded };
      const found = await tx.run<NumberedEnd>(createStubs(type), parameters);
      const made = found.filter((end) => end.made).map(({ key }) => named.get(key)!.id);
      if (made.length > 0) this.#touched.node(nodeType(type).label, [created], made);
      numbers.set(type, found);
    }
    return numbers;
  }
}

/** An end and the source of the first row that names it. */
type MissingEnd = Pick<End, 'id' | 'key'> & { source: string };
/** By type and key. */
type MissingEnds = Map<NodeTypeName, Map<string, MissingEnd>>;

interface NumberedEnd {
  key: string;
  number: number;
  made: boolean;
}

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
