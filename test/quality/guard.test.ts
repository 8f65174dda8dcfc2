import { expect, it } from 'vitest';
import { generatorNamed } from '../../quality/generators.ts';
import {
  guardAccounts,
  guardGenerators,
  measureGuard,
  recordedGuard,
} from '../../quality/guard.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { shippedWeights } from '../../server/detection/weights/weights.ts';
import { testDatabase } from '../database.ts';

const tested = testDatabase();

/** Worlds are the same each time; a change may move one account without being worse. */
const noise = { ap: 0.05, rings: 0.15, falseClusters: 0.1 };

it.each(guardGenerators)(
  'finds no less on a small world of the %s generator',
  async (name) => {
    const { database, settings } = tested;
    const found = await measureGuard(
      generatorNamed(name, silentProgress),
      { database, settings, progress: silentProgress, accounts: guardAccounts, keep: null },
      shippedWeights(),
    );
    const recorded = (await recordedGuard())[name]!;
    expect(found.ap).toBeGreaterThan(recorded.ap - noise.ap);
    expect(found.rings).toBeGreaterThan(recorded.rings - noise.rings);
    expect(found.falseClusters).toBeLessThan(recorded.falseClusters + noise.falseClusters);
  },
  300_000,
);
