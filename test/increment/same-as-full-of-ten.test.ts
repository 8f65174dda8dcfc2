// @module-tag long
import { expect, it } from 'vitest';
import { testDatabase } from '../database.ts';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';
import { compareOver } from './comparing.ts';

const tested = testDatabase();
const seeds = Array.from({ length: 10 }, (_, at) => 100 + at);
const partly = new Set<string>();

it.each(seeds)('seed %i: what changed gives the bytes of a full run', async (seed) => {
  const result = await compareOver(tested, { seed, batches: 10, share: 0.6 });
  const { compared, kept } = result;
  for (const detector of result.partly) partly.add(detector);
  expect(compared).toBeGreaterThan(0);
  expect(kept).toBeGreaterThan(0);
});

it('most detectors that are asked by groups were asked about some of them alone', async () => {
  const grained = (await catalogue()).filter(({ grain }) => grain).map(({ id }) => id);
  expect(grained.filter((id) => partly.has(id)).length).toBeGreaterThan(grained.length / 2);
});
