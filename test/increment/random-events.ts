import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { columnsOf, fileOf } from '../../domain/schema/graph.ts';
import type { FileName } from '../../domain/schema/schema.ts';
import { generate } from '../../worlds/shipped/generate.ts';
import { leastAccounts } from '../../worlds/shipped/limits.ts';
import type { Random } from '../../worlds/shipped/chance/random.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import type { Dataset } from '../dataset.ts';

export type Cells = Record<string, string>;

export interface Event {
  file: FileName;
  row: Cells;
}

/** Every row of a small generated world but the ground truth, in the order of its files. */
export async function worldEvents(seed: number): Promise<Event[]> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-world-'));
  generate({ accounts: leastAccounts, seed, folder }, silentProgress);
  const events: Event[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const file = name.replace('.csv', '') as FileName;
    if (!name.endsWith('.csv') || file === 'labels') continue;
    const rows: Cells[] = parse(await readFile(join(folder, name)), { columns: true });
    for (const row of rows)
      events.push({
        file,
        row: Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')),
      });
  }
  await rm(folder, { recursive: true });
  return events;
}

/** Rows that were said so far, and those that are still to come, in random order. */
export class EventStream {
  readonly #random: Random;
  readonly said: Event[] = [];
  readonly #coming = new Map<FileName, Event[]>();

  /** Somewhat more than the last tenth is still to come: also rows that earlier ones refer to. */
  constructor(random: Random, all: readonly Event[]) {
    this.#random = random;
    for (const event of random.shuffled(all)) {
      if (random.chance(0.88)) this.said.push(event);
      else this.#coming.set(event.file, [...(this.#coming.get(event.file) ?? []), event]);
    }
  }

  get ended(): boolean {
    return this.#coming.size === 0;
  }

  /** Rows of a few files, most of them new, some said before, said otherwise, or wrong. */
  batch(): unknown[] {
    const random = this.#random;
    const files = random.shuffled([...this.#coming.keys()]);
    const batch = files.slice(0, random.pick([1, 1, 2, 3])).flatMap((file) => this.#take(file));
    const again = random.shuffled(this.said).slice(0, random.pick([0, 0, 1, 3]));
    batch.push(...again.map((event) => this.#otherwise(event)));
    if (random.chance(0.4)) batch.push(...this.#crowd());
    this.said.push(...batch);
    return random.chance(0.3) ? [...batch, this.#wrong()] : batch;
  }

  /** All that is still to come. */
  rest(): unknown[] {
    const rest = [...this.#coming.values()].flat();
    this.#coming.clear();
    this.said.push(...rest);
    return rest;
  }

  #take(file: FileName): Event[] {
    const coming = this.#coming.get(file)!;
    const taken = coming.splice(0, this.#random.int(1, 40));
    if (coming.length === 0) this.#coming.delete(file);
    return taken;
  }

  /** The row with the key it has, and in one column what another row of its file says; or word for word. */
  #otherwise({ file, row }: Event): Event {
    const others = this.said.filter((event) => event.file === file);
    const { row: other } = this.#random.pick(others);
    const { key } = fileOf(file);
    const columns = Object.keys(other).filter((column) => !key.includes(column));
    if (columns.length === 0 || this.#random.chance(0.3)) return { file, row };
    const column = this.#random.pick(columns);
    return { file, row: { ...row, [column]: other[column]! } };
  }

  /** Accounts, some of them new, come to one machine and address: a few, or more than one room or machine serves. */
  #crowd(): Event[] {
    const random = this.#random;
    const logins = this.said.filter(({ file, row }) => file === 'logins' && row['device_id']);
    if (logins.length === 0) return [];
    const { ip, device_id: device, started_at: at } = random.pick(logins).row;
    const accounts = [...new Set(logins.map(({ row }) => row['account_id']!))];
    const crowd = random.shuffled(accounts).slice(0, random.pick([2, 5, 45]));
    if (random.chance(0.3)) crowd.push(`new-${this.said.length}`);
    return crowd.map((account, nth) => {
      const started = new Date(Date.parse(at!) + nth * 60_000).toISOString();
      const row = { account_id: account, ip: ip!, device_id: device!, started_at: started };
      return { file: 'logins', row };
    });
  }

  #wrong(): unknown {
    const { file, row } = this.#random.pick(this.said);
    const required = Object.entries(columnsOf(file)).find(([, column]) => column.required)![0];
    return { file, row: { ...row, [required]: '' } };
  }

  /** All that was said, as one data set, in the order in which it was. */
  dataset(): Dataset {
    const dataset: Partial<Record<FileName, Cells[]>> = {};
    for (const { file, row } of this.said) (dataset[file] ??= []).push(row);
    return dataset;
  }
}
