import { expect, it } from 'vitest';
import { testDatabase } from '../database.ts';
import { compareOver } from './comparing.ts';

const tested = testDatabase();

it('detection over what changed gives the bytes of a full run, whatever comes in whatever order', async () => {
  const { batches, compared, kept, partly, tables } = await compareOver(tested, {
    ...{ seed: 7, batches: 5, share: 0.4 },
  });
  expect(batches).toBe(5);
  expect(compared).toBeGreaterThan(1);
  // Otherwise it would be full runs that were compared.
  expect(kept).toBeGreaterThan(0);
  expect(partly.size).toBeGreaterThan(0);
  expect(tables).toBeGreaterThan(0);
}, 400_000);
