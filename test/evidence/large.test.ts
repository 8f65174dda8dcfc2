import { expect, test } from 'vitest';
import { long } from '../long.ts';
import { packedLarge } from './packed-large.ts';

test('a bundle of 25,000 nodes is written in the memory of a small machine', long, async () => {
  const { megabytes } = await packedLarge(25_000, 256);
  expect(megabytes).toBeLessThan(500);
});
