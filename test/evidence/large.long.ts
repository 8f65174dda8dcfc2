import { expect, test } from 'vitest';
import { packedLarge } from './packed-large.ts';

test('a bundle of 50,000 nodes is written in bounded memory', async () => {
  const { megabytes } = await packedLarge(50_000, 1_024);
  expect(megabytes).toBeLessThan(1_500);
}, 600_000);
