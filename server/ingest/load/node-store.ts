import { keyOfRow, type NodeType } from '../../../domain/schema/graph.ts';
import type { Writer } from '../../graph/neo4j/database.ts';
import { Changes, type LoadStamp, type Outcome } from './changes.ts';
import type { Row } from './check.ts';
import { createNodes, readNodes, uniqueProperty, updateNodes } from './queries.ts';
import type { Sought } from '../../graph/search-keys/keys-aside.ts';
import { searchKeys, type SearchKeys } from '../../graph/search-keys/keys.ts';
import { created, differing } from './change-log.ts';
import { storedFrom, type ExistingRecord } from './statement.ts';

/** The key of a watchlist entry that a link names while no list has described it. */
export function watchlistStubKey(id: string): string {
  return keyOfRow('watchlist', { entry_id: id });
}

/** The column that is the node's `id` and so is not stored twice; null for ids of several columns. */
export function idColumn(type: NodeType): string | null {
  if (type.type === 'watchlist_entry') return 'entry_id';
  return type.key.length === 1 ? type.key[0]! : null;
}

/** The properties by which a node is found. */
export function identityOf({ type }: NodeType, key: string, id: string): Record<string, string> {
  return uniqueProperty(type) === 'id' ? { id: key } : { id, _key: key };
}

/** The row's columns but the one that is the key. */
export function valuesBesideKey(column: string | null, row: Row): Row['values'] {
  const values: Row['values'] = {};
  for (const name in row.values) if (name !== column) values[name] = row.values[name]!;
  return values;
}

/** What the rows' nodes are found by, where they say all that is known of them. */
export function soughtIn(type: NodeType, rows: readonly Row[], file: string): Sought[] {
  const name = idColumn(type);
  return rows.map((row) => ({
    id: row.id,
    values: valuesBesideKey(name, row),
    place: `${file}:${row.line}`,
  }));
}

/** How nodes are written. */
interface NodeWriting {
  stamp: LoadStamp;
  /** By row, in their order, those that were worked out before. */
  keys: readonly SearchKeys[] | null;
  /** Nothing is read first; where the database holds one of them, the constraint on its key ends the transaction. */
  areNew?: boolean;
}

/** Writes the nodes that the rows describe, and says per row what became of it. */
export async function storeNodes(
  tx: Writer,
  type: NodeType,
  rows: readonly Row[],
  { stamp, keys, areNew = false }: NodeWriting,
): Promise<Outcome[]> {
  const stored = areNew ? new Map<string, ExistingRecord>() : await storedNodes(tx, type, rows);
  const stubKeys = claimStubs(type, rows, stored);
  const known = new Set(stored.keys());
  const changes = new Changes(stored, stamp);
  const idName = idColumn(type);
  const outcomes = rows.map((row) => {
    const said = { source: row.source, values: valuesBesideKey(idName, row), at: row.at };
    const { outcome, conflict } = changes.apply(row.key, said, known.has(row.key));
    return { outcome, conflict };
  });
  const ids = new Map(rows.map((row) => [row.key, row.id]));
  const identity = (key: string) => identityOf(type, key, ids.get(key)!);
  const found = (key: string) => searchKeys(type.type, ids.get(key)!, changes.valuesOf(key));
  const before = keys ? keysOfSingle(rows, keys) : null;
  const creates = [...changes.creates].map(([key, set]) => ({
    set: { ...set, ...identity(key), ...(before?.get(key) ?? found(key)) },
  }));
  const updates = [...changes.updates].map(([key, set]) => ({
    key: stubKeys.get(key) ?? key,
    set: { ...set, ...found(key), ...(stubKeys.has(key) ? { _key: key } : {}) },
  }));
  const { label } = type;
  const made = [...changes.creates.keys()].map((key) => ids.get(key)!);
  if (creates.length > 0) stamp.touched.node(label, [created], made);
  for (const [key, set] of changes.updates)
    stamp.touched.node(label, differing(type.file, set), [ids.get(key)!]);
  if (creates.length > 0) await tx.run(createNodes(type.type), { rows: creates });
  if (updates.length > 0) await tx.run(updateNodes(type.type), { rows: updates });
  return outcomes;
}

/** By key, of the nodes that one row alone describes. */
function keysOfSingle(
  rows: readonly Row[],
  keys: readonly SearchKeys[],
): ReadonlyMap<string, SearchKeys | undefined> {
  const found = new Map<string, SearchKeys | undefined>();
  rows.forEach(({ key }, at) => found.set(key, found.has(key) ? undefined : keys[at]));
  return found;
}

async function storedNodes(
  tx: Writer,
  type: NodeType,
  rows: readonly Row[],
): Promise<Map<string, ExistingRecord>> {
  const keys = new Set(rows.map((row) => row.key));
  if (type.type === 'watchlist_entry') for (const row of rows) keys.add(watchlistStubKey(row.id));
  const found = await tx.run<{ key: string; properties: Record<string, unknown> }>(
    readNodes(type.type),
    { keys: [...keys] },
  );
  return new Map(found.map(({ key, properties }) => [key, storedFrom(properties)]));
}

/**
 * A stub of a watchlist entry bears no list; the first list that describes its id takes it over. Returns,
 * by the row's key, the key that the stub bears in the database.
 */
function claimStubs(
  type: NodeType,
  rows: readonly Row[],
  stored: Map<string, ExistingRecord>,
): Map<string, string> {
  const claimed = new Map<string, string>();
  if (type.type !== 'watchlist_entry') return claimed;
  for (const row of rows) {
    const stubKey = watchlistStubKey(row.id);
    const stub = stored.get(stubKey);
    if (!stub || stored.has(row.key)) continue;
    stored.delete(stubKey);
    stored.set(row.key, stub);
    claimed.set(row.key, stubKey);
  }
  return claimed;
}
