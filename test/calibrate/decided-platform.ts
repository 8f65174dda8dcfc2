import type { Decided } from '../../server/detection/calibrate/decided.ts';
import { calibrate, type Calibration } from '../../server/detection/calibrate/calibrate.ts';
import type { Weights } from '../../server/detection/weights/weights.ts';
import { detectors, finding, weights } from '../score/findings.ts';

/** Weights of which each set of four below is as likely a scheme as not. */
export const shipped: Weights = {
  ...weights,
  group: {
    ...weights.group,
    rivals: Object.fromEntries(
      Object.keys(weights.group.rivals).map((one) => [one, { prior: -4, most: 9, why: 'test' }]),
    ) as Weights['group']['rivals'],
  },
};

const sets = 40;
const names = (kind: string, set: number) => [1, 2, 3, 4].map((one) => `${kind}${set}-${one}`);

/** Forty sets of four with one purse each, and as many with one pitch each. */
const binding = ['purse', 'pitch'].flatMap((kind) =>
  Array.from({ length: sets }, (_, set) =>
    finding(`F-${kind}-${set}-1`, kind, 0.6, names(kind, set)),
  ),
);
/** And twenty accounts that show something by themselves alone. */
export const alone = Array.from({ length: 20 }, (_, at) => `alone${at}`);
const findings = [
  ...binding,
  ...alone.map((account) => finding(`F-${account}-1`, 'nights', 0.6, [account])),
];
const accounts = [
  ...findings.flatMap((one) => one.accounts),
  ...Array.from({ length: 700 }, (_, at) => `other${at}`),
];

/** What somebody decided of the first `count` sets of a kind. */
export function decided(
  kind: 'purse' | 'pitch',
  verdict: Decided['verdict'],
  count: number,
  from = 0,
): Decided[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{ id: `C-${kind}-${from + at}`, kind: 'cluster', verdict },
    accounts: names(kind, from + at),
  }));
}

export function calibrated(decisions: readonly Decided[]): Calibration {
  return calibrate({ findings, detectors, accounts, exitUses: [], hires: [] }, decisions, shipped);
}

/** What a bond of that detector weighs in a group. */
export function bondOf({ group }: Weights, kind: 'purse' | 'pitch'): number {
  return (group.terms[`bond:${kind}`] ?? group.terms['bond:*']!).weight;
}
