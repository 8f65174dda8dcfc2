import type { GraphRelation } from '../../../../domain/answers.ts';
import { cellKey } from '../cell-key.ts';
import { groupsOf } from '../groups.ts';

/** All uses of one payment account by one account. */
export interface PayoutCell {
  uses: GraphRelation[];
}

export interface PayoutMatrix {
  /** Ids of accounts and of payment accounts, so that what is shared forms blocks. */
  rows: string[];
  columns: string[];
  cells: ReadonlyMap<string, PayoutCell>;
  /** Of each payment account: how many of the rows use it. */
  sharedBy: ReadonlyMap<string, number>;
}

/**
 * Groups that share payment accounts come first, the largest on top; within a group the most shared columns first
 * and rows by the columns that they use. Accounts without a payment account are left out.
 */
export function payoutMatrix(uses: readonly GraphRelation[], sharedOnly: boolean): PayoutMatrix {
  const users = new Map<string, Set<string>>();
  for (const { from, to } of uses) users.set(to.id, (users.get(to.id) ?? new Set()).add(from.id));
  const kept = sharedOnly ? uses.filter(({ to }) => users.get(to.id)!.size > 1) : uses;
  const cells = new Map<string, PayoutCell>();
  for (const use of kept) {
    const key = cellKey(use.from.id, use.to.id);
    const cell = cells.get(key);
    if (cell) cell.uses.push(use);
    else cells.set(key, { uses: [use] });
  }
  const sharedBy = new Map([...users].map(([id, those]) => [id, those.size]));
  return { ...ordered(kept, sharedBy), cells, sharedBy };
}

function ordered(uses: readonly GraphRelation[], sharedBy: ReadonlyMap<string, number>) {
  const row = (id: string) => `r${id}`;
  const column = (id: string) => `c${id}`;
  const all = [...new Set(uses.flatMap(({ from, to }) => [row(from.id), column(to.id)]))].sort();
  const groups = groupsOf(
    all,
    uses.map(({ from, to }) => [row(from.id), column(to.id)]),
  );
  const columns = groups.flatMap((group) =>
    group
      .filter((one) => one.startsWith('c'))
      .map((one) => one.slice(1))
      .sort((a, b) => sharedBy.get(b)! - sharedBy.get(a)! || (a < b ? -1 : 1)),
  );
  const places = new Map(columns.map((id, at) => [id, at]));
  const usedBy = new Map<string, number[]>();
  for (const { from, to } of uses)
    usedBy.set(from.id, [...(usedBy.get(from.id) ?? []), places.get(to.id)!]);
  for (const used of usedBy.values()) used.sort((a, b) => a - b);
  const rows = [...usedBy.keys()].sort(
    (a, b) => byList(usedBy.get(a)!, usedBy.get(b)!) || (a < b ? -1 : 1),
  );
  return { rows, columns };
}

/** As words in a dictionary, but the longer of two that begin alike comes first. */
function byList(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? Infinity) - (b[at] ?? Infinity);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}
