import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';
import { derivationsFor } from '../../server/detection/derive/needed.ts';
import { rankingNeeds } from '../../server/detection/rank/rank.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { latestRun } from '../../server/detection/runs/read-runs.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';

const tested = testDatabase();
const minutes = 60_000;

let result: DetectionResult;
beforeAll(async () => {
  result = await detectedSample(tested);
}, 10 * minutes);

describe('the steps of a run', () => {
  it('are each rule, each detector, the judging and the storing, once and in their order; who reads what comes late is last', async () => {
    const detectors = await catalogue();
    // They read likenesses of texts, which are computed for long.
    const late = ['rating-ring', 'shared-template'];
    const names = detectors.map(({ id }) => id);
    const rules = derivationsFor([...detectors, rankingNeeds]);
    expect(result.run.steps?.map(({ phase, what }) => `${phase} ${what}`)).toEqual([
      ...rules.map(({ id }) => `derive ${id}`),
      ...names.filter((id) => !late.includes(id)).map((id) => `detect ${id}`),
      ...late.map((id) => `detect ${id}`),
      'judge null',
      'store null',
    ]);
  });

  it('say how long each took and how much memory the process held, and are kept with the run', async () => {
    for (const { seconds, peak_mb } of result.run.steps!) {
      expect(seconds).toBeGreaterThanOrEqual(0);
      // Node alone takes some thirty.
      expect(peak_mb).toBeGreaterThan(30);
    }
    const one = result.run.steps!.find(({ what }) => what === 'shared-payout');
    const ran = result.run.detectors.find(({ id }) => id === 'shared-payout');
    expect(one!.seconds).toBeGreaterThanOrEqual(ran!.seconds);
    expect((await latestRun(tested.database))?.steps).toEqual(result.run.steps);
  });
});
