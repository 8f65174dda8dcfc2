import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { FileName } from '../../domain/schema/schema.ts';

export type CsvRow = Readonly<Record<string, string>>;

/** A relation that the program inferred: it stands in no file, so it is listed as it stands in the graph. */
export interface Inferred {
  relation: string;
  from: string;
  to: string;
  /** Of an entry of a list, whose id another list may use too. */
  list: string | null;
  score: number;
  reason: string;
  /** Of the transfers that it is inferred from, where it says which. */
  transfers?: string[] | null;
}

export interface Session {
  account: string;
  ip: string;
  device: string;
  port: string;
  /** Seconds. */
  from: number;
  /** When it ended, where that is known. */
  ended: number | null;
  /** Of the beginning and the end, as the program writes times. */
  times: string[];
  month: string;
}

const binding = new Set(['family_of', 'employs', 'owner_of', 'controls']);
const ofCompany = new Set([
  'employs',
  'officer_of',
  'owner_of',
  'controls',
  'founded',
  'represents',
]);

/** The rows of a folder as its files have them, and what was inferred of them: nothing that the product has counted. */
export class World {
  readonly #folder: string;
  readonly #inferred: readonly Inferred[];
  readonly #rows = new Map<string, CsvRow[]>();
  readonly #indexes = new Map<string, Map<string, CsvRow[]>>();
  #sessions: Session[] | null = null;
  #parties: Map<string, string> | null = null;

  constructor(folder: string, inferred: readonly Inferred[]) {
    this.#folder = folder;
    this.#inferred = inferred;
  }

  rows(file: FileName): CsvRow[] {
    const known = this.#rows.get(file);
    if (known) return known;
    const path = join(this.#folder, `${file}.csv`);
    const rows = existsSync(path)
      ? parse<CsvRow>(readFileSync(path, 'utf8'), { columns: true, bom: true })
      : [];
    this.#rows.set(file, rows);
    return rows;
  }

  /** Rows of which a column holds that. */
  where(file: FileName, column: string, value: string): CsvRow[] {
    const name = `${file}.${column}`;
    let index = this.#indexes.get(name);
    if (!index) {
      index = grouped(this.rows(file), (row) => row[column] ?? '');
      this.#indexes.set(name, index);
    }
    return index.get(value) ?? [];
  }

  one(file: FileName, column: string, value: string): CsvRow | undefined {
    return this.where(file, column, value)[0];
  }

  account(id: string): CsvRow {
    return this.one('accounts', 'account_id', id) ?? {};
  }

  inferred(...relations: string[]): Inferred[] {
    return this.#inferred.filter(({ relation }) => relations.includes(relation));
  }

  sessions(): Session[] {
    this.#sessions ??= this.rows('logins').map((row) => {
      const started = row['started_at']!;
      const ended = row['ended_at'] ? row['ended_at'] : null;
      return {
        account: row['account_id']!,
        ip: row['ip']!,
        device: row['device_id'] ?? '',
        port: row['service_port'] ?? '',
        from: seconds(started),
        ended: ended === null ? null : seconds(ended),
        times: [started, ...(ended === null ? [] : [ended])].map(written),
        month: written(started).slice(0, 7),
      };
    });
    return this.#sessions;
  }

  /** Accounts that are openly connected count as one party. */
  parties(accounts: Iterable<string>): number {
    return new Set([...accounts].map((account) => this.party(account))).size;
  }

  party(account: string): string {
    this.#parties ??= this.#openlyConnected();
    return this.#parties.get(account) ?? account;
  }

  /** Those that the program connects, those that links.csv connects, and those whom one company there has or runs. */
  #openlyConnected(): Map<string, string> {
    const first = new Map<string, string>();
    const join = (a: string, b: string) => {
      const [one, other] = [first.get(a) ?? a, first.get(b) ?? b];
      for (const [id, of] of [...first, [a, one] as const, [b, one] as const])
        if (of === other || id === a || id === b) first.set(id, one);
    };
    const links = this.rows('links');
    for (const row of links)
      if (
        row['from_type'] === 'account' &&
        row['to_type'] === 'account' &&
        binding.has(row['kind']!)
      )
        join(row['from_id']!, row['to_id']!);
    const staff = links.flatMap((row) => {
      const ends = [['from_type', 'from_id'] as const, ['to_type', 'to_id'] as const];
      const firm = ends.find(([type]) => row[type] === 'company');
      const account = ends.find(([type]) => row[type] === 'account');
      return firm && account && ofCompany.has(row['kind']!)
        ? [{ firm: row[firm[1]]!, account: row[account[1]]! }]
        : [];
    });
    for (const [, all] of grouped(staff, ({ firm }) => firm))
      for (const { account } of all) join(all[0]!.account, account);
    for (const { from, to } of this.inferred('DECLARED_WITH')) join(to, from);
    return first;
  }

  isKnownShared(id: string): boolean {
    return this.inferred('COVERS').some(({ to }) => to === id);
  }
}

export function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

export const seconds = (time: string) => Math.floor(Date.parse(time) / 1000);
/** As the program writes times. */
export const written = (time: string) => new Date(time).toISOString();
export const distinct = <T>(items: Iterable<T>) => new Set(items).size;
export const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
export const most = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b), 0);
export const rounded = (value: number, digits: number) =>
  Math.round((value + Number.EPSILON) * 10 ** digits) / 10 ** digits;

export function timesOf(rows: readonly CsvRow[], ...columns: string[]): string[] {
  return rows.flatMap((row) =>
    columns.flatMap((column) => (row[column] ? [written(row[column])] : [])),
  );
}

/** The value below which that share lies, between two neighbours where it must. */
export function percentile(values: readonly number[], share: number): number {
  const ordered = [...values].sort((a, b) => a - b);
  const at = share * (ordered.length - 1);
  const [low, high] = [ordered[Math.floor(at)]!, ordered[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}

export const allTimes = (sessions: readonly Session[]) => sessions.flatMap(({ times }) => times);

/** Of a time in seconds. */
export const day = (time: number) => Math.floor(time / 86_400);

export const byTime = (a: Session, b: Session) =>
  a.from - b.from || (a.account < b.account ? -1 : a.account > b.account ? 1 : 0);
