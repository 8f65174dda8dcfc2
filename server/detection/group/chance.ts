/**
 * How much more often the members of a group show something by themselves than the platform does: a scan over
 * strengths of the binomial tail (Kulldorff, 1997, for the idea of scanning), so that no threshold need be set and no
 * label is used.
 */

/** By detector, the amounts of all accounts that show it, the largest first. */
export type Platform = ReadonlyMap<string, readonly number[]>;

export interface Surprise {
  /** Natural logarithm of how improbable it is by chance, after the search is paid for; 0 when it is none. */
  nats: number;
  /** How many members show so much. */
  shown: number;
}

/** The share of accounts that show at least `amount`, as if one more had and one more had not. */
function shareShowing(all: readonly number[], amount: number, accounts: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]! >= amount) low = middle + 1;
    else high = middle;
  }
  return (low + 1) / (accounts + 2);
}

/**
 * `amounts`: of those members that show it at all; `of`: how many members there are; `tried`: how many kinds of sign
 * are looked at beside this one.
 */
export function surpriseOf(
  amounts: readonly number[],
  of: number,
  platform: { all: readonly number[]; accounts: number; tried: number },
): Surprise {
  const sorted = [...amounts].sort((one, other) => other - one);
  const search = Math.log(Math.max(1, platform.tried * Math.log2(1 + of)));
  let best: Surprise = { nats: 0, shown: 0 };
  sorted.forEach((amount, index) => {
    const shown = index + 1;
    // One of several who shows something rare is one account, not the group.
    if (shown < 2 || sorted[shown] === amount) return;
    const share = shareShowing(platform.all, amount, platform.accounts);
    const nats = -logTail(shown, of, share) - search;
    if (nats > best.nats) best = { nats, shown };
  });
  return best;
}

/** The natural logarithm of the probability that at least `least` of `of` show what a share of `share` shows. */
export function logTail(least: number, of: number, share: number): number {
  if (share >= least / of) return 0;
  let sum = 0;
  const first = logBinomial(least, of, share);
  for (let count = least; count <= of; count += 1)
    sum += Math.exp(logBinomial(count, of, share) - first);
  return Math.min(0, first + Math.log(sum));
}

function logBinomial(count: number, of: number, share: number): number {
  return logChoose(count, of) + count * Math.log(share) + (of - count) * Math.log1p(-share);
}

/** The natural logarithm of how many ways there are to pick `count` of `of`. */
export function logChoose(count: number, of: number): number {
  let sum = 0;
  for (let index = 1; index <= count; index += 1) sum += Math.log((of - count + index) / index);
  return sum;
}
