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
  const [logShare, logOther] = [Math.log(share), Math.log1p(-share)];
  const logBinomial = (count: number) =>
    logChoose(count, of) + count * logShare + (of - count) * logOther;
  let sum = 0;
  const first = logBinomial(least);
  for (let count = least; count <= of; count += 1) sum += Math.exp(logBinomial(count) - first);
  return Math.min(0, first + Math.log(sum));
}

/** Of how many members it is remembered how many ways there are: groups are judged by them again and again. */
const mostRemembered = 64;

/** By `of` and `count`. */
const remembered = new Float64Array((mostRemembered + 1) ** 2).fill(NaN);

/** The natural logarithm of how many ways there are to pick `count` of `of`. */
export function logChoose(count: number, of: number): number {
  if (of > mostRemembered || count > of) return summed(count, of);
  const place = of * (mostRemembered + 1) + count;
  if (Number.isNaN(remembered[place]!)) remembered[place] = summed(count, of);
  return remembered[place]!;
}

function summed(count: number, of: number): number {
  let sum = 0;
  for (let index = 1; index <= count; index += 1) sum += Math.log((of - count + index) / index);
  return sum;
}
