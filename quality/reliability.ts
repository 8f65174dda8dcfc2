/** How well scores say what they mean: of accounts scored about 0.9, nine in ten should be bad. */
export interface Bin {
  from: number;
  to: number;
  accounts: number;
  bad: number;
  meanScore: number;
}

const edges = [0.02, 0.1, 0.3, 0.5, 0.7, 0.85, 0.95];

/** Accounts by score; those below the first edge are told in one bin. */
export function reliabilityOf(scored: readonly { score: number; bad: boolean }[]): Bin[] {
  const bounds = [0, ...edges, 1];
  return bounds.slice(0, -1).map((from, index) => {
    const to = bounds[index + 1]!;
    const inside = scored.filter(({ score }) => score >= from && (score < to || to === 1));
    const sum = inside.reduce((total, { score }) => total + score, 0);
    return {
      from,
      to,
      accounts: inside.length,
      bad: inside.filter(({ bad }) => bad).length,
      meanScore: inside.length === 0 ? 0 : sum / inside.length,
    };
  });
}
