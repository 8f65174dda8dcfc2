/** How well a score ranks those that are meant above the others. */
export interface Ranked {
  score: number;
  positive: boolean;
}

/** The chance that one that is meant scores above one that is not; ties count half. NaN without both. */
export function areaUnderCurve(ranked: readonly Ranked[]): number {
  const sorted = [...ranked].sort((a, b) => a.score - b.score);
  let below = 0;
  let wins = 0;
  for (let at = 0; at < sorted.length;) {
    let end = at;
    let positives = 0;
    while (end < sorted.length && sorted[end]!.score === sorted[at]!.score) {
      if (sorted[end]!.positive) positives += 1;
      end += 1;
    }
    const negatives = end - at - positives;
    wins += positives * (below + negatives / 2);
    below += negatives;
    at = end;
  }
  const meant = ranked.filter(({ positive }) => positive).length;
  return wins / (meant * (ranked.length - meant));
}

export interface Interval {
  value: number;
  /** The middle 95 % of what resampling gives. */
  low: number;
  high: number;
}

const resamples = 1_000;

/** A figure with its bootstrap interval; resampled with a fixed seed, so that it comes out alike each time. */
export function withInterval<T>(
  items: readonly T[],
  figure: (items: readonly T[]) => number,
  seed = 1,
): Interval {
  const random = seeded(seed);
  const drawn = Array.from({ length: resamples }, () =>
    figure(items.map(() => items[Math.floor(random() * items.length)]!)),
  )
    .filter((value) => Number.isFinite(value))
    .sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.floor(share * (drawn.length - 1))] ?? Number.NaN;
  return { value: figure(items), low: at(0.025), high: at(0.975) };
}

/** Mulberry32: small, seeded, good enough to draw samples. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
