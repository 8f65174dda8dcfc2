/** However much speaks for it, a machine is never certain: scores of accounts and clusters stop here, whatever their sums. */
export const highestScore = 0.99;

/** Whether a sum, in log-odds, would say more than a score may. */
export function isBeyondHighest(total: number): boolean {
  return 1 / (1 + Math.exp(-total)) > highestScore;
}

/**
 * A score in [0, 1] as people read it: of 100, with so many decimals. Only 1 is written 100 and only 0 is written 0:
 * a link of 0.997 is not certain, and one of 0.003 is not nothing.
 */
export function outOf100(score: number, decimals = 0): number {
  const step = 10 ** -decimals;
  if (score <= 0 || score >= 1) return score <= 0 ? 0 : 100;
  const rounded = Math.round((score * 100) / step) * step;
  return Number(Math.min(100 - step, Math.max(step, rounded)).toFixed(decimals));
}
