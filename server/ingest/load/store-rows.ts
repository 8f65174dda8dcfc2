import { fileOf, nodeType, type NodeType } from '../../../domain/schema/graph.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database, Writer } from '../../graph/neo4j/database.ts';
import type { KeysAside } from '../../graph/search-keys/keys-aside.ts';
import type { SearchKeys } from '../../graph/search-keys/keys.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { batchRows } from './batches.ts';
import type { LoadStamp, Outcome } from './changes.ts';
import type { Reject, Row } from './check.ts';
import { EndpointResolver, entriesOf, resolveEnd, type EntriesById } from './endpoint-resolver.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { LabelRows } from './label-rows.ts';
import { createRows, statedRow, type StatedRow } from './new-relations.ts';
import { soughtIn, storeNodes } from './node-store.ts';
import { relationsOf, touchedBy, type RelationRow } from './relation-rows.ts';
import { storeRelations } from './relation-store.ts';
import { ChangeLog, created } from './change-log.ts';
import { SerialQueue } from './serial-queue.ts';

/** What became of the rows of a batch. */
export interface StoredBatch {
  outcomes: Outcome[];
  rejects: Reject[];
}

/**
 * Writes the rows of one file, batch by batch. The next batch may be handed over before the one before it is
 * stored; rows of one key are stored in the order handed over all the same.
 */
export interface RowStore {
  /** How many rows are best handed over together. */
  readonly atOnce: number;
  store(rows: readonly Row[]): Promise<StoredBatch>;
}

/** What rows are stored by. */
export interface Storing {
  database: Database;
  settings: Settings;
  stamp: LoadStamp;
  ends: EndpointResolver;
  keys: KeysAside;
}

export function rowStore(storing: Storing, file: FileName): RowStore {
  const { database, settings, stamp, ends } = storing;
  if (file === 'labels') return new LabelRows(database, settings.home, stamp);
  if ('node' in fileOf(file)) return new NodeRows(storing, file);
  return new RelationRows(database, file, stamp, ends);
}

/** Nodes, and the relations of their reference columns in the same transaction. */
class NodeRows implements RowStore {
  readonly atOnce = batchRows;
  readonly #database: Database;
  readonly #file: FileName;
  readonly #type: NodeType;
  readonly #stamp: LoadStamp;
  readonly #ends: EndpointResolver;
  readonly #aside: KeysAside;
  readonly #turns = new SerialQueue();
  /** Whether rows are taken to be new, until one turns out not to be: then nothing is read before writing. */
  #expectsNew: boolean;

  constructor({ database, stamp, ends, keys }: Storing, file: FileName) {
    const declared = fileOf(file);
    if (!('node' in declared)) throw new Error(`${file} holds no nodes.`);
    this.#database = database;
    this.#file = file;
    this.#type = nodeType(declared.node.type);
    this.#stamp = stamp;
    this.#ends = ends;
    this.#aside = keys;
    // A stub of an entry bears another key than the row that describes it: no constraint would tell.
    this.#expectsNew = this.#type.type !== 'watchlist_entry';
  }

  store(rows: readonly Row[]): Promise<StoredBatch> {
    // Of what is stored already, nobody asks for the words.
    const keys = this.#expectsNew ? this.#keysOf(rows) : Promise.resolve(null);
    // Its failure is seen when its turn comes.
    keys.catch(() => undefined);
    return this.#turns.run(async () => this.#store(rows, await keys));
  }

  #keysOf(rows: readonly Row[]): Promise<readonly SearchKeys[] | null> {
    return this.#aside.of(this.#type.type, soughtIn(this.#type, rows, this.#file));
  }

  async #store(rows: readonly Row[], keys: readonly SearchKeys[] | null): Promise<StoredBatch> {
    if (rows.length === 0) return { outcomes: [], rejects: [] };
    const relations = rows.flatMap((row) => relationsOf(this.#file, row));
    const write = (stamp: LoadStamp, areNew: boolean) =>
      this.#database.transaction(async (tx) => {
        const stored = await storeNodes(tx, this.#type, rows, { stamp, keys, areNew });
        await this.#ends.ensureIn(tx, relations);
        await storeByType(tx, relations, stamp, areNew);
        return stored;
      });
    const outcomes =
      (this.#expectsNew ? await this.#asNew(write) : null) ??
      (await onClash(() => write(this.#stamp, false)));
    return { outcomes, rejects: [] };
  }

  /** Null, with nothing written, when the database holds one of them. */
  async #asNew(
    write: (stamp: LoadStamp, areNew: boolean) => Promise<Outcome[]>,
  ): Promise<Outcome[] | null> {
    // Of its own: what comes to nothing was not written.
    const touched = new ChangeLog();
    try {
      const outcomes = await write({ ...this.#stamp, touched }, true);
      this.#stamp.touched.include(touched);
      return outcomes;
    } catch (error) {
      if (!isClash(error)) throw error;
      this.#expectsNew = false;
      return null;
    }
  }
}

/** Two transactions at once, each with its own keys, so that rows of one key stay in order. */
const lanes = 2;

class RelationRows implements RowStore {
  readonly atOnce = batchRows * lanes;
  readonly #database: Database;
  readonly #file: FileName;
  readonly #stamp: LoadStamp;
  readonly #ends: EndpointResolver;
  /** Whether rows are taken to be new, until they turn out not to be: then nothing is read before writing. */
  #expectsNew = true;
  /** A batch enters its lanes after the one before it; a lane need not wait for the other. */
  readonly #entrance = new SerialQueue();
  readonly #lanes = Array.from({ length: lanes }, () => new SerialQueue());

  constructor(database: Database, file: FileName, stamp: LoadStamp, ends: EndpointResolver) {
    this.#database = database;
    this.#file = file;
    this.#stamp = stamp;
    this.#ends = ends;
  }

  async store(rows: readonly Row[]): Promise<StoredBatch> {
    const { writing, rejects } = await this.#entrance.run(() => this.#enter(rows));
    return { outcomes: (await Promise.all(writing)).flat(), rejects };
  }

  /** Makes sure of the ends and queues the rows in their lanes; it does not wait until they are written. */
  async #enter(
    rows: readonly Row[],
  ): Promise<{ writing: Promise<Outcome[]>[]; rejects: Reject[] }> {
    const { kept, rejects } =
      'link' in fileOf(this.#file)
        ? await this.#resolved(rows)
        : { kept: rows.map((row) => relationsOf(this.#file, row)), rejects: [] };
    await this.#ends.ensure(kept.flat());
    const stated = kept.map((relations) => statedRow(relations, this.#ends));
    const byLane = groupBy(stated, ({ relations: [first] }) => lane(first!.key));
    const writing = [...byLane].map(([number, part]) =>
      this.#lanes[number]!.run(() => this.#write(part)),
    );
    return { writing, rejects };
  }

  /** Only links name a watchlist entry by less than its key. */
  async #resolved(rows: readonly Row[]): Promise<{ kept: RelationRow[][]; rejects: Reject[] }> {
    const stated = rows.map((row) => ({ row, relations: relationsOf(this.#file, row) }));
    const entries = await entriesOf(
      this.#database,
      stated.flatMap(({ relations }) => relations),
    );
    const rejects: Reject[] = [];
    const kept: RelationRow[][] = [];
    for (const { row, relations } of stated) {
      const resolved = resolveRow(row, relations, entries);
      if ('reject' in resolved) rejects.push(resolved.reject);
      else kept.push(resolved.relations);
    }
    return { kept, rejects };
  }

  async #write(rows: readonly StatedRow[]): Promise<Outcome[]> {
    if (this.#expectsNew && (await this.#writeNew(rows)))
      return rows.map(() => ({ outcome: 'added', conflict: false }));
    const relations = rows.flatMap((row) => row.relations);
    const outcomes = await onClash(() =>
      this.#database.transaction((tx) => storeByType(tx, relations, this.#stamp)),
    );
    const ofRows = rows.map((row) => outcomes.get(row.relations[0]!)!);
    this.#expectsNew = ofRows.every(({ outcome }) => outcome === 'added');
    return ofRows;
  }

  /** False, with nothing written, when the database holds one of them or two have the same key. */
  async #writeNew(rows: readonly StatedRow[]): Promise<boolean> {
    try {
      await this.#database.transaction((tx) => createRows(tx, rows, this.#stamp.loaded));
      for (const made of rows.flatMap(({ relations }) => relations))
        this.#stamp.touched.relation(made.type.relation, [created], [touchedBy(made)]);
      return true;
    } catch (error) {
      if (!isClash(error)) throw error;
      return false;
    }
  }
}

async function storeByType(
  tx: Writer,
  relations: readonly RelationRow[],
  stamp: LoadStamp,
  areNew = false,
): Promise<Map<RelationRow, Outcome>> {
  const outcomes = new Map<RelationRow, Outcome>();
  for (const [type, rows] of groupBy(relations, (row) => row.type)) {
    const stored = await storeRelations(tx, type, rows, stamp, areNew);
    rows.forEach((row, at) => outcomes.set(row, stored[at]!));
  }
  return outcomes;
}

function resolveRow(
  row: Row,
  relations: readonly RelationRow[],
  entries: EntriesById,
): { relations: RelationRow[] } | { reject: Reject } {
  const resolved: RelationRow[] = [];
  for (const relation of relations) {
    const from = resolveEnd(relation.from, entries);
    const to = resolveEnd(relation.to, entries);
    if ('ambiguous' in from)
      return {
        reject: ambiguous(row, relation.type.fromColumn ?? '', relation.from.id, from.ambiguous),
      };
    if ('ambiguous' in to)
      return { reject: ambiguous(row, relation.type.toColumn, relation.to.id, to.ambiguous) };
    resolved.push({ ...relation, from: from.end, to: to.end });
  }
  return { relations: resolved };
}

export function ambiguous(row: Row, column: string, id: string, lists: readonly string[]): Reject {
  return { line: row.line, column, value: id, reason: messages.load.row.ambiguousEntry(lists) };
}

function lane(key: string): number {
  let hash = 0;
  for (let at = 0; at < key.length; at += 1) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
  return (hash >>> 8) % lanes;
}

/** How often a transaction is tried that met a row which somebody else wrote meanwhile. */
const tries = 3;

/** Runs the work again when a unique key turned out to be taken: reading anew then finds it. */
async function onClash<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === tries || !isClash(error)) throw error;
    }
  }
}

function isClash(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === 'Neo.ClientError.Schema.ConstraintValidationFailed';
}
