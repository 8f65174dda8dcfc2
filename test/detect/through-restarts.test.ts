import neo4j from 'neo4j-driver';
import { expect, it } from 'vitest';
import { throughRestarts } from '../../server/detection/detect/through-restarts.ts';
import { ServerFailure } from '../../server/platform/failures.ts';
import { testDatabase } from '../database.ts';

const tested = testDatabase();
const gone = () => new ServerFailure(neo4j.error.SERVICE_UNAVAILABLE, 'The connection broke.');

it('begins anew where the database went away and came back', async () => {
  let tries = 0;
  const done = await throughRestarts(tested.database, async () => {
    tries += 1;
    if (tries === 1) throw gone();
    return (await tested.database.read<{ one: number }>('RETURN 1 AS one'))[0]!.one;
  });
  expect([tries, done]).toEqual([2, 1]);
});

it('gives up after three tries, and at once where it is no such failure', async () => {
  let tries = 0;
  const failing = (error: () => Error) =>
    throughRestarts(tested.database, () => {
      tries += 1;
      return Promise.reject(error());
    });
  await expect(failing(gone)).rejects.toThrow('The connection broke.');
  expect(tries).toBe(3);
  await expect(failing(() => new Error('a defect'))).rejects.toThrow('a defect');
  expect(tries).toBe(4);
});
