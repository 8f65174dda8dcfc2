import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generatorNamed, type WorldMaker } from '../../quality/generators.ts';
import {
  guardAccounts,
  guardGenerators,
  measureGuard,
  recordedGuard,
} from '../../quality/guard.ts';
import { outsideWorld } from '../../quality/outside.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { checkout } from '../../server/platform/settings/settings.ts';
import { shippedWeights } from '../../server/detection/weights/weights.ts';
import { testDatabase } from '../database.ts';
import { long } from '../long.ts';

const tested = testDatabase({ keepsPlans: false });

/** Worlds are the same each time; a change may move one account without being worse. */
const noise = { ap: 0.05, rings: 0.15, falseClusters: 0.1 };

async function expectNoLess(maker: WorldMaker): Promise<void> {
  const { database, settings } = tested;
  const found = await measureGuard(
    maker,
    { database, settings, progress: silentProgress, accounts: guardAccounts, keep: null },
    shippedWeights(),
  );
  const recorded = (await recordedGuard())[maker.name]!;
  expect(found.ap).toBeGreaterThan(recorded.ap - noise.ap);
  expect(found.rings).toBeGreaterThan(recorded.rings - noise.rings);
  expect(found.falseClusters).toBeLessThan(recorded.falseClusters + noise.falseClusters);
}

const [ownWorlds = '', ...otherWorlds] = guardGenerators;

const onWorldOf = (name: string) => expectNoLess(generatorNamed(name, silentProgress));

it(`finds no less on a small world of the ${ownWorlds} generator`, () => onWorldOf(ownWorlds));

it.each(otherWorlds)('finds no less on a small world of the %s generator', long, onWorldOf);

const outside = outsideWorld('a', join(checkout, '..', 'shared', 'data'));

it.runIf(outside)(
  'finds no less on a platform that nobody here made',
  () => expectNoLess(outside!),
  300_000,
);
