/** Who is paid elsewhere than before. */
import { compareText } from '../../../domain/compare-text.ts';
import type { Cluster } from '../../../domain/finding.ts';
import { groupBy } from '../../../domain/group-by.ts';
import type { MovedPayout } from '../../../domain/run-diff.ts';
import type { Payout } from '../../detection/runs/run-parts.ts';
import type { ClusterMatch } from '../../detection/runs/match-clusters.ts';

/** What a run kept, by account; null when it kept none. */
export type PayoutsOf = ReadonlyMap<string, readonly Payout[]> | null;

export function byAccount(payouts: readonly Payout[] | null): PayoutsOf {
  return payouts && groupBy(payouts, ({ account }) => account);
}

/**
 * Of the members that were in it before: those who joined bring payouts of their own, which moved nowhere. Sorted by payment
 * account, then by account.
 */
export function movedPayouts(
  { now, joined }: ClusterMatch<Cluster>,
  before: PayoutsOf,
  after: PayoutsOf,
): MovedPayout[] {
  if (now === null || before === null || after === null) return [];
  const newcomers = new Set(joined);
  const moves = now.accounts
    .filter((account) => !newcomers.has(account))
    .flatMap((account) => movesOf(before.get(account) ?? [], after.get(account) ?? []));
  return [...groupBy(moves, ({ payment_account: id }) => id)]
    .map(([payment_account, of]) => ({
      payment_account,
      accounts: of.map(({ move }) => move).sort((a, b) => compareText(a.account_id, b.account_id)),
    }))
    .sort((a, b) => compareText(a.payment_account, b.payment_account));
}

/** Of one account. */
function movesOf(then: readonly Payout[], now: readonly Payout[]) {
  const known = new Set(then.map(({ payment_account: id }) => id));
  return now
    .filter(({ payment_account: id }) => !known.has(id))
    .map(({ account, payment_account, since }) => {
      const ceased = [...known].filter((id) => hasCeased(id, since, now)).sort(compareText);
      const kept = [...known].filter((id) => !ceased.includes(id)).sort(compareText);
      return { payment_account, move: { account_id: account, since, ceased, kept } };
    });
}

/** No row says any more that it is paid there, or it was last used when the other began. */
function hasCeased(id: string, since: string | null, now: readonly Payout[]): boolean {
  const still = now.find(({ payment_account: one }) => one === id);
  return !still || (since !== null && still.last !== null && still.last <= since);
}
