// @module-tag long
import { expect, test } from 'vitest';
import { packedLarge } from './packed-large.ts';

test('a bundle of 50,000 nodes is written in no more memory than a smaller one may take', async () => {
  const { megabytes } = await packedLarge(50_000, 256);
  expect(megabytes).toBeLessThan(500);
}, 600_000);
