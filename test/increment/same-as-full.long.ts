import { expect, it } from 'vitest';
import { testDatabase } from '../database.ts';
import { compareOver } from './comparing.ts';

const tested = testDatabase();
const seeds = Array.from({ length: 10 }, (_, at) => 100 + at);

it.each(seeds)('seed %i: what changed gives the bytes of a full run', async (seed) => {
  const { compared, kept } = await compareOver(tested, { seed, batches: 10, share: 0.6 });
  expect(compared).toBeGreaterThan(0);
  expect(kept).toBeGreaterThan(0);
});
