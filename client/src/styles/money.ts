import { formatRef } from '../../../domain/schema/graph.ts';
import { visibleRelations, type Board } from '../board/board.ts';
import { holderOf } from '../board/node-group.ts';

/** Money that moved in the currency most used on the board; amounts in others cannot be added to it. */
export interface BoardMoney {
  currency: string;
  /** By what is drawn: a node's reference or a group's key. */
  of: ReadonlyMap<string, number>;
}

/** Null where no relation on the board names an amount. */
export function moneyOn(board: Board): BoardMoney | null {
  const paid = visibleRelations(board).flatMap((relation) => {
    const { amount, currency } = relation.values;
    return typeof amount === 'number' && typeof currency === 'string'
      ? [{ relation, amount, currency }]
      : [];
  });
  const currency = mostUsed(paid.map((one) => one.currency));
  if (currency === null) return null;
  const of = new Map<string, number>();
  // One row may be several relations of a node: who was paid, and for what.
  const counted = new Set<string>();
  for (const { relation, amount, currency: own } of paid) {
    if (own !== currency) continue;
    for (const end of [relation.from, relation.to]) {
      const ref = holderOf(board.groups, formatRef(end));
      const [source] = relation.sources;
      const once = `${ref} ${source ? `${source.file}:${source.line.toString()}` : relation.key}`;
      if (counted.has(once)) continue;
      counted.add(once);
      of.set(ref, (of.get(ref) ?? 0) + amount);
    }
  }
  return { currency, of };
}

function mostUsed(currencies: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const one of currencies) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** What was sent and received in transfers that are shown, in the currency of most of them. */
export interface MoneyMoved {
  currency: string;
  sent: ReadonlyMap<string, number>;
  received: ReadonlyMap<string, number>;
}

/** Null where no transfer is shown. What failed, was reversed or is disputed did not move. */
export function moneyMoved(board: Board): MoneyMoved | null {
  const paid = visibleRelations(board).flatMap(({ type, from, to, values }) => {
    const { amount, currency, status = 'settled' } = values;
    return type === 'transfers.to_payment_account_id' &&
      status === 'settled' &&
      typeof amount === 'number' &&
      typeof currency === 'string'
      ? [{ from, to, amount, currency }]
      : [];
  });
  const currency = mostUsed(paid.map((one) => one.currency));
  if (currency === null) return null;
  const [sent, received] = [new Map<string, number>(), new Map<string, number>()];
  for (const one of paid) {
    if (one.currency !== currency) continue;
    for (const [sums, end] of [
      [sent, one.from],
      [received, one.to],
    ] as const) {
      const ref = holderOf(board.groups, formatRef(end));
      sums.set(ref, (sums.get(ref) ?? 0) + one.amount);
    }
  }
  return { currency, sent, received };
}
