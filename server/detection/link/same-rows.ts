import { compareText } from '../../../domain/compare-text.ts';
import type { Finding } from '../../../domain/finding.ts';

/**
 * A row counts once. Findings that rest on the same rows are one body of evidence, whatever their families: one counts in
 * full, each other for no more than the share of its rows that is its own.
 */

/** From this share of the smaller one's rows on, two findings rest on the same rows. */
const leastInCommon = 0.5;

/** A finding as it weighs in some sum. */
export interface Weighing {
  finding: string;
  /** In log-odds, if it stood alone. */
  weight: number;
  /** Those it rests on; one that rests on no row known stands for itself. */
  rows: ReadonlySet<string>;
  /** Of one kind, one counts. */
  kind: string;
}

export interface Counted<T> {
  item: T;
  /** The finding that rests on the same rows and is counted; null where it stands for itself. */
  with: string | null;
  /** The share of its weight that counts: that of its rows which nothing else counts. */
  own: number;
}

/**
 * What of each counts, one of each kind. The strongest first, or those first that rest on the fewest rows: whichever tells
 * more, since what two rest on may be told by either. Those come too that weigh nothing since all their rows are counted.
 */
export function countedOnce<T extends Weighing>(items: readonly T[]): Counted<T>[] {
  const strongest = counted([...items].sort(byWeight));
  const fewest = counted(
    strongest
      .map(({ item }) => item)
      .sort((one, other) => one.rows.size - other.rows.size || byWeight(one, other)),
  );
  return totalOf(fewest) > totalOf(strongest) + 1e-9 ? fewest : strongest;
}

function byWeight(one: Weighing, other: Weighing): number {
  return other.weight - one.weight || compareText(one.finding, other.finding);
}

function totalOf(all: readonly Counted<Weighing>[]): number {
  return all.reduce((sum, { item, own }) => sum + own * item.weight, 0);
}

function counted<T extends Weighing>(ordered: readonly T[]): Counted<T>[] {
  const all = new Map<string, Counted<T>>();
  for (const item of ordered) {
    const known = all.get(item.kind);
    if (known && known.own > 0) continue;
    const share = ownShare(
      item.rows,
      [...all.values()].filter(({ own }) => own > 0).map((one) => one.item),
    );
    if (!known || share.own > 0) all.set(item.kind, { item, ...share });
  }
  return [...all.values()];
}

/** What of a finding that rests on such rows is its own beside those counted before. */
export function ownShare(
  rows: ReadonlySet<string>,
  before: readonly Pick<Weighing, 'finding' | 'rows'>[],
): Omit<Counted<never>, 'item'> {
  if (rows.size === 0) return { with: null, own: 1 };
  let most = 0;
  let closest: string | null = null;
  const taken = new Set<string>();
  for (const other of before) {
    const common = [...rows].filter((row) => other.rows.has(row));
    const share = common.length / Math.max(1, Math.min(rows.size, other.rows.size));
    if (share < leastInCommon) continue;
    for (const row of common) taken.add(row);
    if (share <= most) continue;
    most = share;
    closest = other.finding;
  }
  return { with: closest, own: closest === null ? 1 : 1 - taken.size / rows.size };
}

/** By account, the rows that what a finding says of it rests on. */
export type RowsByAccount = ReadonlyMap<string, ReadonlySet<string>>;

export function rowsByAccount({ rests_on: rests }: Pick<Finding, 'rests_on'>): RowsByAccount {
  return new Map((rests ?? []).map(({ account, rows }) => [account, new Set(rows)]));
}

const noRows: ReadonlySet<string> = new Set();

export function rowsOf(
  rows: ReadonlyMap<string, RowsByAccount>,
  finding: string,
  account: string,
): ReadonlySet<string> {
  return rows.get(finding)?.get(account) ?? noRows;
}

/** The rows by which a finding ties two accounts to one another; none where nobody noted them of both. */
export function rowsOfPair(rows: RowsByAccount, a: string, b: string): ReadonlySet<string> {
  const [one, other] = [rows.get(a), rows.get(b)];
  return new Set(one && other ? [...one, ...other] : []);
}
