import { beforeAll, describe, expect, it } from 'vitest';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';
import { readExpected } from './expected.ts';
import { silverstar } from './rows.ts';

/** Loads the sample, runs every detector, and asks of each what `expected.json` says. */
const tested = testDatabase();
const { detectors, clusters } = readExpected(silverstar);
let found: DetectionResult;

beforeAll(async () => {
  found = await detectedSample(tested);
});

describe.each(Object.entries(detectors))('%s', (detector, { must, must_not }) => {
  const strong = () =>
    found.findings
      .filter((finding) => finding.detector === detector && finding.score >= 0.5)
      .map((finding) => new Set(finding.accounts));

  it.each(must)('finds: $why', ({ accounts }) => {
    const most = strong().map((members) => accounts.filter((id) => members.has(id)));
    expect(most).toContainEqual(accounts);
  });

  it.each(must_not)('spares: $why', ({ accounts }) => {
    const allowed = accounts.length === 1 ? 0 : 1;
    const shared = strong().map((members) => accounts.filter((id) => members.has(id)));
    expect(shared.filter((ids) => ids.length > allowed)).toEqual([]);
  });
});

describe('clusters', () => {
  it.each(clusters.together)('holds together: $why', ({ accounts }) => {
    const most = found.clusters.map((cluster) =>
      accounts.filter((id) => cluster.accounts.includes(id)),
    );
    expect(most).toContainEqual(accounts);
  });

  it.each(clusters.not_in_cluster)('leaves out: $why', ({ accounts }) => {
    const members = new Set(found.clusters.flatMap((cluster) => cluster.accounts));
    expect(accounts.filter((id) => members.has(id))).toEqual([]);
  });
});
