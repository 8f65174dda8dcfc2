/** How little is settled by a score, in [0, 0.25]: p(1 − p), the variance of a yes or no that is true with p. */
export function doubtOf(score: number): number {
  return score * (1 - score);
}

/** The mean score of the accounts; 0 of none. */
export function meanScore(
  accounts: readonly string[],
  scores: ReadonlyMap<string, number>,
): number {
  const sum = accounts.reduce((all, account) => all + (scores.get(account) ?? 0), 0);
  return accounts.length === 0 ? 0 : sum / accounts.length;
}
