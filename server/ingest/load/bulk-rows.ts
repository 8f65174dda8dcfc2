import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileOf, nodeType } from '../../../domain/schema/graph.ts';
import type { FileName, NodeTypeName } from '../../../domain/schema/schema.ts';
import { arrayDelimiter } from '../../graph/neo4j/local-import.ts';
import type { KeysAside } from '../../graph/search-keys/keys-aside.ts';
import type { SearchKeys } from '../../graph/search-keys/keys.ts';
import { extraPrefix } from '../../graph/neo4j/records.ts';
import { batchRows } from './batches.ts';
import type { Row } from './check.ts';
import { relationsOf, type End } from './relation-rows.ts';
import type { RowStore, StoredBatch } from './store-rows.ts';
import type { GraphWriter, StubEnd } from './graph-writer.ts';
import { KeySet } from './key-set.ts';
import { soughtIn } from './node-store.ts';
import { SerialQueue } from './serial-queue.ts';

/**
 * What an import knows of the graph that it makes: which rows have come, which nodes are described, and which are only
 * named so far. The first row of each key is written; those after it wait, and are stored the live way.
 */
export class BulkGraph {
  readonly #writer: GraphWriter;
  readonly #rows = new Map<FileName, KeySet>();
  readonly #described = new Map<NodeTypeName, KeySet>();
  readonly #named = new Map<NodeTypeName, Map<string, StubEnd>>();

  constructor(writer: GraphWriter) {
    this.#writer = writer;
  }

  /** False for a row that must be stored the live way. */
  take(file: FileName, row: Row, keys?: SearchKeys): boolean {
    const relations = relationsOf(file, row);
    const further = furtherIn(row);
    const isNew = keysOf(this.#rows, file).add(row.key) && isImportable(row, further);
    const declared = fileOf(file);
    if (isNew && 'node' in declared) {
      const { type } = declared.node;
      this.#writer.node(nodeType(type), row, further, keys);
      keysOf(this.#described, type).add(row.key);
      this.#named.get(type)?.delete(row.key);
    }
    // All relations of a row begin at the same node.
    if (relations[0]) this.#name(relations[0].from, row);
    for (const relation of relations) {
      if (isNew) this.#writer.relation(relation, further);
      this.#name(relation.to, row);
    }
    return isNew;
  }

  /** Once all rows have come: nodes for those that none of them describes. */
  writeStubs(): void {
    for (const [type, ends] of this.#named)
      for (const end of ends.values()) this.#writer.stub(type, end);
  }

  #name({ type, id, key }: End, { source }: Row): void {
    if (this.#described.get(type)?.has(key)) return;
    let ends = this.#named.get(type);
    if (!ends) this.#named.set(type, (ends = new Map<string, StubEnd>()));
    if (!ends.has(key)) ends.set(key, { id, key, source });
  }
}

function keysOf<Of>(sets: Map<Of, KeySet>, of: Of): KeySet {
  let keys = sets.get(of);
  if (!keys) sets.set(of, (keys = new KeySet()));
  return keys;
}

/** Columns that the contract does not name. */
function furtherIn({ values }: Row): string[] {
  const further: string[] = [];
  for (const name in values) if (name.startsWith(extraPrefix)) further.push(name);
  return further;
}

/**
 * Not where the item of a list holds what parts items, nor where a file names a column that an import would take for something
 * else: it reads kinds, groups and options out of the names of columns.
 */
function isImportable({ values }: Row, further: readonly string[]): boolean {
  for (const name in values) {
    const value = values[name];
    if (Array.isArray(value) && value.some((item) => item.includes(arrayDelimiter))) return false;
  }
  return further.every((name) => plainName.test(name));
}

const plainName = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_ .-]*[\p{L}\p{N}_])?$/u;

const isNew = { outcome: 'added', conflict: false } as const;

/** Where rows go to, and what works out beside it what their nodes are found by. */
interface Bringing {
  graph: BulkGraph;
  aside: KeysAside;
}

/** The rows of one file on their way into an import; those that must be stored the live way lie in a file of their own. */
export class BulkRows implements RowStore {
  readonly atOnce = batchRows;
  readonly #graph: BulkGraph;
  readonly #file: FileName;
  readonly #aside: KeysAside;
  readonly #waitingAt: string;
  readonly #turns = new SerialQueue();
  #waiting: number | null = null;

  constructor({ graph, aside }: Bringing, file: FileName, folder: string, number: number) {
    this.#graph = graph;
    this.#file = file;
    this.#aside = aside;
    this.#waitingAt = join(folder, `waiting-${number}.ndjson`);
  }

  store(rows: readonly Row[]): Promise<StoredBatch> {
    const keys = this.#keysOf(rows);
    // Its failure is seen when its turn comes.
    keys.catch(() => undefined);
    return this.#turns.run(async () => this.#take(rows, await keys));
  }

  async #keysOf(rows: readonly Row[]): Promise<readonly SearchKeys[] | null> {
    const declared = fileOf(this.#file);
    if (!('node' in declared)) return null;
    const type = nodeType(declared.node.type);
    return this.#aside.of(type.type, soughtIn(type, rows, this.#file));
  }

  #take(rows: readonly Row[], keys: readonly SearchKeys[] | null): StoredBatch {
    const outcomes: StoredBatch['outcomes'] = [];
    rows.forEach((row, at) => {
      if (this.#graph.take(this.#file, row, keys?.[at])) outcomes.push(isNew);
      else this.#keep(row);
    });
    return { outcomes, rejects: [] };
  }

  close(): void {
    if (this.#waiting !== null) closeSync(this.#waiting);
  }

  /** In their order, in batches. */
  async *waiting(): AsyncGenerator<Row[]> {
    if (this.#waiting === null) return;
    let batch: Row[] = [];
    for await (const line of createInterface({ input: createReadStream(this.#waitingAt) })) {
      batch.push(JSON.parse(line) as Row);
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  #keep(row: Row): void {
    this.#waiting ??= openSync(this.#waitingAt, 'wx', 0o600);
    writeSync(this.#waiting, `${lineOf(row)}\n`);
  }
}

/** Readers of lines take these two for ends of lines, and JSON leaves them as they are. */
function lineOf(row: Row): string {
  return JSON.stringify(row).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
