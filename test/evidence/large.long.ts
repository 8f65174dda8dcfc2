import { expect, test } from 'vitest';
import { packedLarge } from './packed-large.ts';

test('a bundle of 50,000 nodes is written in bounded memory', async () => {
  const { megabytes } = await packedLarge(50_000, 384);
  expect(megabytes).toBeLessThan(1_300);
}, 600_000);
