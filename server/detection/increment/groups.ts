import { createHash } from 'node:crypto';
import type { Grain } from '../../../domain/detector.ts';
import type { ColumnRow } from '../columns/columns.ts';
import type { Touched } from './touched.ts';

/** More groups than this are not remembered: a run over what changed then asks about all of them. */
const mostGroups = 500_000;

/** What an earlier run was answered about each group. */
export interface StandingGroups {
  /** Of their rows: what the query was given. */
  digests: ReadonlySet<string>;
  /** From where it meets what was written since. */
  touched: Pick<Touched, 'meets'>;
}

/**
 * Rows that a query is given, group by group: those of one value in the first column. Remembers what each group was, and
 * leaves out those of which an earlier run's findings hold.
 */
export class Groups {
  readonly #grain: Grain;
  readonly #standing: StandingGroups | null;
  readonly #digests = new Set<string>();
  /** Keys of the findings that hold, if there are such findings. */
  readonly kept = new Set<string>();
  all = 0;
  #held = 0;

  constructor(grain: Grain, standing: StandingGroups | null) {
    this.#grain = grain;
    this.#standing = standing;
  }

  /** How many are asked about. */
  get asked(): number {
    return this.all - this.#held;
  }

  /** Null where there are too many to be remembered. */
  get digests(): readonly string[] | null {
    return this.all > mostGroups ? null : [...this.#digests];
  }

  /** The rows of those that are to be asked about. Rows of one group must come together. */
  among(rows: readonly ColumnRow[]): ColumnRow[] {
    const asked: ColumnRow[] = [];
    for (let begin = 0, end = 0; begin < rows.length; begin = end) {
      const group = firstOf(rows[begin]!);
      while (end < rows.length && firstOf(rows[end]!) === group) end += 1;
      const own = rows.slice(begin, end);
      if (!this.#holds(own)) for (const row of own) asked.push(row);
    }
    return asked;
  }

  #holds(rows: readonly ColumnRow[]): boolean {
    this.all += 1;
    const digest = digestOf(rows);
    if (this.all <= mostGroups) this.#digests.add(digest);
    if (!this.#standing?.digests.has(digest)) return false;
    if (this.#standing.touched.meets(namedIn(rows))) return false;
    this.#held += 1;
    for (const row of rows) this.kept.add(this.#grain.key?.(row) ?? String(firstOf(row)));
    return true;
  }
}

function firstOf(row: ColumnRow): unknown {
  for (const name in row) return row[name];
  return undefined;
}

/** Of 96 bits: no two are the same by chance. */
function digestOf(rows: readonly ColumnRow[]): string {
  const text = JSON.stringify(rows, (_name, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
  return createHash('sha256').update(text).digest('base64').slice(0, 16);
}

/** Whatever may be an id or a key: every text, also of lists. */
function namedIn(rows: readonly ColumnRow[]): Set<string> {
  const named = new Set<string>();
  const take = (value: unknown) => {
    if (typeof value === 'string') named.add(value);
    else if (Array.isArray(value)) value.forEach(take);
  };
  for (const row of rows) for (const name in row) take(row[name]);
  return named;
}
