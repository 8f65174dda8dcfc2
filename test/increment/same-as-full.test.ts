import { expect, it } from 'vitest';
import { testDatabase } from '../database.ts';
import { compareOver } from './comparing.ts';

const tested = testDatabase();

it('detection over what changed gives the bytes of a full run, whatever comes in whatever order', async () => {
  const { batches, compared, kept } = await compareOver(tested, 7, 5);
  expect(batches).toBe(5);
  expect(compared).toBeGreaterThan(1);
  // Otherwise it would be full runs that were compared.
  expect(kept).toBeGreaterThan(0);
}, 240_000);
