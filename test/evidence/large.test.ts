import { expect, test } from 'vitest';
import { packedLarge } from './packed-large.ts';

test('a bundle of 10,000 nodes is written in less than a minute', async () => {
  const { seconds, megabytes } = await packedLarge(10_000, 384);
  expect(seconds).toBeLessThan(60);
  expect(megabytes).toBeLessThan(1_300);
});
