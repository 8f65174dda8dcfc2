import type { PriorWeight } from '../../../domain/detector.ts';

/**
 * What each term of a detector is assumed to weigh, in log-odds, from the prior weight that the detector declares: its
 * finding at full strength is parted between how much it tells and how far it is beyond a weak one.
 */

interface Declaring {
  id: string;
  priorWeight: PriorWeight;
}

const ofLink = { bond: 0.75, tight: 0.25 };
const ofAccount = { own: 0.6, plain: 0.4 };

/** By the term's name, as `weights.json` has it. */
export function priorWeights(detectors: readonly Declaring[]): {
  link: ReadonlyMap<string, number>;
  account: ReadonlyMap<string, number>;
} {
  return {
    link: parted(detectors, ofLink, ({ link = 0 }) => link),
    account: parted(detectors, ofAccount, ({ account }) => account),
  };
}

function parted(
  detectors: readonly Declaring[],
  parts: Readonly<Record<string, number>>,
  weightOf: (prior: PriorWeight) => number,
): Map<string, number> {
  return new Map(
    detectors.flatMap(({ id, priorWeight }) =>
      Object.entries(parts).map(([kind, share]): [string, number] => [
        `${kind}:${id}`,
        share * weightOf(priorWeight),
      ]),
    ),
  );
}
