import { describe, expect, it } from 'vitest';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';
import { shippedWeights } from '../../server/detection/weights/weights.ts';
import { learnedWeights, queueOrders } from '../../quality/simulated-analyst.ts';
import type { World } from '../../quality/world.ts';
import { platform, ringOfTen, ten, usualMismatches } from '../group/ring-of-ten.ts';

/** One ring, and single accounts that honestly show something. */
const world: World = {
  ...{ name: 'made', accounts: platform, groups: [], seconds: { load: 0, detect: 0 } },
  findings: [...ringOfTen, ...usualMismatches],
  exitUses: [],
  hires: [],
  labels: ten.map((account_id) => ({
    account_id,
    cluster: 'ring',
    role: 'operator',
    kind: 'ring',
  })),
};

describe('a simulated analyst', () => {
  it.each(queueOrders)(
    'decides as much as is asked for, alike each time, in the order of %s',
    async (order) => {
      const learning = {
        ...{ detectors: await catalogue(), shipped: shippedWeights(), order },
        ...{ after: [0, 5, 20], seed: 1 },
      };
      const learned = learnedWeights(world, learning);
      expect(learned.map(({ decisions }) => decisions)).toEqual([0, 5, 20]);
      expect(learned[0]!.weights).toEqual(shippedWeights());
      expect(learned[2]!.weights).not.toEqual(shippedWeights());
      expect(learnedWeights(world, learning)).toEqual(learned);
    },
  );

  it('decides of no more than there is', async () => {
    const detectors = await catalogue();
    const [all] = learnedWeights(world, {
      ...{ detectors, shipped: shippedWeights(), order: 'score', after: [1_000], seed: 1 },
    });
    // All findings, and the one cluster.
    expect(all!.decisions).toBe(world.findings.length + 1);
  });
});
