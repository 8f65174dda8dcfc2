import { expect, test } from 'vitest';
import { packedLarge } from './packed-large.ts';

test('a bundle of 10,000 nodes is written in the memory of a small machine', async () => {
  const { megabytes } = await packedLarge(10_000, 384);
  expect(megabytes).toBeLessThan(1_300);
});
