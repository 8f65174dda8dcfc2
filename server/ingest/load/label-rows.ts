import type { Database } from '../../graph/neo4j/database.ts';
import { batchRows } from './batches.ts';
import { Changes, type LoadStamp } from './changes.ts';
import type { Row } from './check.ts';
import { appendLabels, labelFile, readLabels, type Labels } from './label-store.ts';
import { valuesBesideKey } from './node-store.ts';
import type { ExistingRecord } from './statement.ts';
import type { RowStore, StoredBatch } from './store-rows.ts';
import { SerialQueue } from './serial-queue.ts';

/** Writes labels beside the graph; what becomes of a row is told as of any other. */
export class LabelRows implements RowStore {
  readonly atOnce = batchRows;
  readonly #database: Database;
  readonly #home: string;
  readonly #stamp: LoadStamp;
  readonly #turns = new SerialQueue();
  #known: Promise<{ file: string; labels: Labels }> | null = null;

  constructor(database: Database, home: string, stamp: LoadStamp) {
    this.#database = database;
    this.#home = home;
    this.#stamp = stamp;
  }

  store(rows: readonly Row[]): Promise<StoredBatch> {
    return this.#turns.run(() => this.#store(rows));
  }

  async #store(rows: readonly Row[]): Promise<StoredBatch> {
    if (rows.length === 0) return { outcomes: [], rejects: [] };
    this.#known ??= this.#read();
    const { file, labels } = await this.#known;
    const changes = new Changes(labels, this.#stamp);
    const changed = new Map<string, ExistingRecord>();
    const outcomes = rows.map((row) => {
      const said = { source: row.source, values: valuesBesideKey('account_id', row), at: row.at };
      const { outcome, conflict, set, now } = changes.apply(row.key, said, labels.has(row.key));
      if (set) changed.set(row.key, now);
      return { outcome, conflict };
    });
    await appendLabels(this.#home, file, changed);
    for (const [key, now] of changed) labels.set(key, now);
    return { outcomes, rejects: [] };
  }

  async #read(): Promise<{ file: string; labels: Labels }> {
    const file = await labelFile(this.#database, this.#home);
    return { file, labels: await readLabels(file) };
  }
}
