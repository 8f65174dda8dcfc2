import { families } from '../domain/detector.ts';
import type { CatalogueEntry } from '../server/detection/catalogue/catalogue.ts';
import { networkOf } from '../server/detection/score/network.ts';
import type { Weights } from '../server/detection/weights/weights.ts';
import { averagePrecision, scoreWorld, type WorldScore } from './score.ts';
import type { World } from './world.ts';

/** A world as detection with these weights sees it. */
export interface Measured {
  world: World;
  score: WorldScore;
  scoreOf: (account: string) => number;
}

export function measureWorld(
  world: World,
  detectors: readonly CatalogueEntry[],
  weights: Weights,
): Measured {
  const { findings, accounts: ids, exitUses, hires, recorded = families } = world;
  const { accounts, clusters } = networkOf({
    findings,
    detectors,
    accounts: ids,
    weights,
    exitUses,
    hires,
    recorded,
  });
  const scores = new Map(accounts.map(({ account_id, score }) => [account_id, score]));
  return {
    world,
    score: scoreWorld(
      { accounts, clusters: clusters.map((cluster) => cluster.accounts) },
      world.labels,
    ),
    scoreOf: (account) => scores.get(account) ?? 0,
  };
}

/** Average precision on the accounts of one kind of ring, against the honest alone; null without such. */
export function precisionOnKind({ world, scoreOf }: Measured, kind: string): number | null {
  const bad = new Map(
    world.labels
      .filter(({ role }) => role !== 'benign')
      .map((label) => [label.account_id, label.kind]),
  );
  const scored = world.accounts
    .filter((account) => !bad.has(account) || bad.get(account) === kind)
    .map((account) => ({ score: scoreOf(account), bad: bad.has(account) }));
  return scored.some((account) => account.bad) ? averagePrecision(scored) : null;
}

/** How the accounts that a detector names divide, by finding strength. */
export interface DetectorRecord {
  detector: string;
  findings: number;
  /** Accounts named at all, and of these the bad. */
  named: number;
  bad: number;
  /** The same of those named with a strength of at least 0.5. */
  strong: number;
  strongBad: number;
}

/** One record a detector, over all of the worlds. */
export function recordsOf(
  worlds: readonly World[],
  detectors: readonly CatalogueEntry[],
): DetectorRecord[] {
  return detectors.map(({ id }) => {
    const record = { detector: id, findings: 0, named: 0, bad: 0, strong: 0, strongBad: 0 };
    for (const world of worlds) {
      const bad = new Set(
        world.labels.filter(({ role }) => role !== 'benign').map((label) => label.account_id),
      );
      const strength = new Map<string, number>();
      for (const finding of world.findings) {
        if (finding.detector !== id) continue;
        record.findings += 1;
        for (const account of finding.accounts)
          strength.set(account, Math.max(finding.score, strength.get(account) ?? 0));
      }
      for (const [account, score] of strength) {
        const isBad = bad.has(account) ? 1 : 0;
        record.named += 1;
        record.bad += isBad;
        if (score < 0.5) continue;
        record.strong += 1;
        record.strongBad += isBad;
      }
    }
    return record;
  });
}
