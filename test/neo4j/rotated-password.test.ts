/** The password of the database is another from now on: what is asked goes on, once it stands in its file. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '../../server/graph/neo4j/database.ts';
import { readSettings } from '../../server/platform/settings/settings.ts';
import { testDatabase } from '../database.ts';

const tested = testDatabase();
const user = 'rotated';
let folder: string;
let file: string;
let database: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-rotated-'));
  file = join(folder, 'password');
  await tested.database.write(
    `CREATE USER ${user} SET PASSWORD 'the first of them' CHANGE NOT REQUIRED`,
  );
  await writeFile(file, 'the first of them\n');
  const { neo4j } = readSettings({
    ...{ NEO4J_URI: tested.settings.neo4j!.uri, NEO4J_USER: user, NEO4J_PASSWORD_FILE: file },
  });
  database = new Database(neo4j!);
});

afterAll(async () => {
  await database.close();
  await tested.database.write(`DROP USER ${user}`);
  await rm(folder, { recursive: true });
});

/** As a server that was started anew: nobody's connection goes on. */
async function partAll(): Promise<void> {
  await tested.database.read(
    `CALL dbms.listConnections() YIELD connectionId, username WHERE username = $user
     WITH collect(connectionId) AS ids CALL dbms.killConnections(ids) YIELD message RETURN message`,
    { user },
  );
}

const one = () => database.read<{ one: number }>('RETURN 1 AS one');

it('without a start, for reads and writes', async () => {
  expect(await one()).toEqual([{ one: 1 }]);
  await tested.database.write(`ALTER USER ${user} SET PASSWORD 'the second of them'`);
  await partAll();
  await Promise.allSettled(Array.from({ length: 20 }, one));
  await expect(one()).rejects.toMatchObject({ code: expect.stringMatching(/Security/) as string });
  await writeFile(file, 'the second of them\n');
  // However many ask meanwhile.
  await Promise.allSettled(Array.from({ length: 20 }, one));
  await expect.poll(() => one().catch((error: unknown) => error)).toEqual([{ one: 1 }]);
  await database.write('CREATE (n:Rotated) DELETE n');
});
