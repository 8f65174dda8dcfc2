import { families } from '../domain/detector.ts';
import { compareText } from '../domain/compare-text.ts';
import type { CatalogueEntry } from '../server/detection/catalogue/catalogue.ts';
import { calibrate } from '../server/detection/calibrate/calibrate.ts';
import type { Decided } from '../server/detection/calibrate/decided.ts';
import { doubtOf, meanScore } from '../server/detection/score/doubt.ts';
import { networkOf } from '../server/detection/score/network.ts';
import type { Weights } from '../server/detection/weights/weights.ts';
import { seeded } from './ranking.ts';
import type { World } from './world.ts';

/** What an analyst who answers by the labels, and now and then wrongly, decides of a world's queue. */

/** In which order the queue asks: what scores most first, as it does by itself, or what is least settled. */
export const queueOrders = ['score', 'doubt'] as const;
export type QueueOrder = (typeof queueOrders)[number];

/** One answer in so many is wrong. */
export const wrongShare = 0.05;

interface Question {
  id: string;
  kind: Decided['kind'];
  accounts: readonly string[];
  score: number;
  doubt: number;
}

/**
 * The weights after so many decisions each, in the order of `after`; calibrated weights are put in force every time, and
 * the queue is asked anew under them. Where the queue has no more to ask, it stays as it is.
 */
export function learnedWeights(
  world: World,
  { detectors, shipped, order, after, seed }: Learning,
): { decisions: number; weights: Weights }[] {
  const isBad = truthOf(world);
  const random = seeded(seed);
  const decisions: Decided[] = [];
  let weights = shipped;
  return after.map((count) => {
    for (const question of queueOf(world, detectors, weights, order)) {
      if (decisions.length >= count) break;
      if (isDecided(question, decisions)) continue;
      const truly = isBad(question.accounts);
      const says = random() < wrongShare ? !truly : truly;
      const { id, kind, accounts } = question;
      decisions.push({ id, kind, accounts, verdict: says ? 'confirmed' : 'dismissed' });
    }
    const { findings, accounts, exitUses, hires, recorded = families } = world;
    const input = { findings, detectors, accounts, exitUses, hires, recorded };
    weights = calibrate(input, decisions, shipped).weights;
    return { decisions: decisions.length, weights };
  });
}

export interface Learning {
  detectors: readonly CatalogueEntry[];
  shipped: Weights;
  order: QueueOrder;
  after: readonly number[];
  seed: number;
}

/** Findings and clusters as the queue of the product has them. */
function queueOf(
  { findings, accounts: ids, exitUses, hires, recorded = families }: World,
  detectors: readonly CatalogueEntry[],
  weights: Weights,
  order: QueueOrder,
): Question[] {
  const { clusters, accounts } = networkOf({
    ...{ findings, detectors, accounts: ids, weights, exitUses, hires, recorded },
  });
  const scores = new Map(accounts.map(({ account_id, score }) => [account_id, score]));
  const questions = [
    ...clusters.map(({ id, accounts: about, score }): Question => ({
      ...{ id, kind: 'cluster', accounts: about, score },
      doubt: doubtOf(score),
    })),
    ...findings.map(({ id, accounts: about, score }): Question => ({
      ...{ id, kind: 'finding', accounts: about, score },
      doubt: doubtOf(meanScore(about, scores)),
    })),
  ];
  return questions.sort(
    (one, other) =>
      (order === 'doubt' ? other.doubt - one.doubt : 0) ||
      other.score - one.score ||
      compareText(one.id, other.id),
  );
}

/** A cluster whose members were mostly decided of as a cluster is that cluster still. */
function isDecided({ id, kind, accounts }: Question, decisions: readonly Decided[]): boolean {
  return decisions.some((one) => {
    if (one.kind !== kind) return false;
    if (kind === 'finding') return one.id === id;
    const decided = new Set(one.accounts);
    return 2 * accounts.filter((account) => decided.has(account)).length > accounts.length;
  });
}

/** Whether one ring has at least half of the accounts. */
function truthOf({ labels }: World): (accounts: readonly string[]) => boolean {
  const ringOf = new Map(
    labels.filter(({ role }) => role !== 'benign').map((one) => [one.account_id, one.cluster]),
  );
  return (accounts) => {
    const counts = new Map<string, number>();
    for (const account of accounts) {
      const ring = ringOf.get(account);
      if (ring !== undefined) counts.set(ring, (counts.get(ring) ?? 0) + 1);
    }
    return 2 * Math.max(0, ...counts.values()) >= accounts.length;
  };
}
