import { expect, test } from 'vitest';
import { testDatabase } from '../database.ts';

const tested = testDatabase();

test('a READ session refuses to write', async () => {
  await expect(tested.database.read('CREATE (n:Account {id: "x"}) RETURN n')).rejects.toMatchObject(
    {
      code: 'Neo.ClientError.Statement.AccessMode',
    },
  );
  expect(await tested.database.read('MATCH (n:Account) RETURN n')).toEqual([]);
});
