import { createServer, type AddressInfo } from 'node:net';
import neo4j from 'neo4j-driver';
import { expect, test } from 'vitest';
import { Database } from '../../server/graph/neo4j/database.ts';
import { GoneError, whileWanted } from '../../server/graph/neo4j/wanted.ts';
import { databaseProblem } from '../../server/platform/failures.ts';
import { UnavailableError } from '../../server/platform/problems.ts';
import { withLocale } from '../../server/platform/locale.ts';
import { activeLanguage } from '../../domain/messages/language.ts';
import { testDatabase } from '../database.ts';
import { deferred } from '../deferred.ts';

const tested = testDatabase();

async function failure(query: string): Promise<Error & { code?: string }> {
  try {
    await tested.database.read(query);
  } catch (error) {
    return error as Error;
  }
  throw new Error(`The server did not refuse: ${query}`);
}

test('a READ session refuses to write', async () => {
  const error = await failure("CREATE (n:Account {id: 'x'}) RETURN n");
  expect(error.code).toBe('Neo.ClientError.Statement.AccessMode');
  expect(await tested.database.read('MATCH (n:Account) RETURN n')).toEqual([]);
});

test('no file is read by LOAD CSV', async () => {
  const error = await failure("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line");
  expect(error.message).toMatch(/configuration property|disabled/);
});

test('no address is reached by LOAD CSV', async () => {
  let reached = 0;
  const listener = createServer((socket) => {
    reached += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  const error = await failure(`LOAD CSV FROM 'http://127.0.0.1:${port}/x.csv' AS line RETURN line`);
  listener.close();
  expect(error.message).toMatch(/block/i);
  expect(reached).toBe(0);
});

test('a query that would eat the heap fails, and the server answers on', async () => {
  const error = await failure('UNWIND range(1, 100000000) AS x RETURN collect(x) AS all');
  expect(error).toBeInstanceOf(UnavailableError);
  expect(error.message).toMatch(/more memory than allowed/);
  expect(await tested.database.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
});

test.each(['read', 'each', 'stream'] as const)(
  'once nobody waits for it, what is read by `%s` ends in Neo4j too',
  async (how) => {
    const endless = `UNWIND range(1, 10000000000) AS n WITH n WHERE n = -1 RETURN n AS by_${how}`;
    const running = async () => {
      const [found] = await tested.database.read<{ count: number }>(
        `SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery ENDS WITH $end RETURN count(*) AS count`,
        { end: `by_${how}` },
      );
      return found!.count;
    };
    const reading = {
      read: () => tested.database.read(endless),
      each: () => tested.database.each(endless, {}, () => undefined),
      stream: async () => {
        for await (const row of tested.database.stream(endless)) expect(row).toBe('never');
      },
    }[how];
    const gone = new AbortController();
    const ended = expect(
      whileWanted(gone.signal, async () => {
        await reading();
      }),
    ).rejects.toThrow(GoneError);
    await expect.poll(running).toBe(1);
    gone.abort();
    await ended;
    await expect.poll(running).toBe(0);
  },
);

const thousands = 'UNWIND range(1, 25000) AS n RETURN n';

test('each row is taken as it comes, in its order and in the language of whoever asked', async () => {
  const taken: number[] = [];
  const languages = new Set<string>();
  await withLocale('fr', () =>
    tested.database.each<{ n: number }>(thousands, {}, ({ n }) => {
      taken.push(n);
      languages.add(activeLanguage());
    }),
  );
  expect(taken).toEqual(Array.from({ length: 25_000 }, (_, at) => at + 1));
  expect([...languages]).toEqual(['fr']);
});

test('what fails in the middle of rows is thrown, whoever fails, and the connection serves on', async () => {
  let taken = 0;
  const taking = tested.database.each<{ n: number }>(thousands, {}, ({ n }) => {
    taken += 1;
    if (n === 12_000) throw new Error('That one not.');
  });
  await expect(taking).rejects.toThrow('That one not.');
  expect(taken).toBe(12_000);
  const dividing = tested.database.each(
    'UNWIND [1, 0] AS n RETURN 1 / n AS one',
    {},
    () => undefined,
  );
  await expect(dividing).rejects.toThrow(/by zero/);
  expect(await tested.database.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
});

test('what a process that stands still has locked is free again', async () => {
  const ids = { id: 'job' };
  const lock = 'MATCH (a:Account {id: $id}) SET a.locked = true REMOVE a.locked RETURN a.id AS id';
  await tested.database.write('CREATE (:Account {id: $id})', ids);
  const still = new Database(tested.settings.neo4j!);
  const [locked, woken] = [deferred(), deferred()];
  const work = still.transaction(async (tx) => {
    await tx.run(lock, ids);
    locked.resolve();
    await woken.promise;
    await tx.run(lock, ids);
  }, 1_000);
  await locked.promise;
  expect(await tested.database.writeBriefly(lock, ids)).toEqual([ids]);
  woken.resolve();
  await expect(work).rejects.toMatchObject({
    code: 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
  });
  await still.close();
});

test('of a cluster, what is read next has what was written last', async () => {
  const { uri, user, password } = tested.settings.neo4j!;
  const sent: string[] = [];
  const routed = { ...tested.settings.neo4j!, uri: uri.replace(/^bolt:/, 'neo4j:') };
  const driver = neo4j.driver(routed.uri, neo4j.auth.basic(user, password), {
    logging: { level: 'debug', logger: (_, line) => sent.push(line) },
  });
  const cluster = new Database(routed, 10_000, driver);
  await cluster.write("CREATE (:Account {id: 'written'})");
  sent.length = 0;
  const read = "MATCH (a:Account {id: 'written'}) RETURN a.id AS id";
  expect(await cluster.withReadLimit(5_000).read(read)).toEqual([{ id: 'written' }]);
  const asked = sent.filter((line) => line.includes(read));
  expect(asked).not.toEqual([]);
  for (const line of asked) expect(line).toMatch(/"bookmarks":\["[^"]+"/);
  await cluster.close();
});

test('the local server is locked down', async () => {
  const rows = await tested.database.read<{ name: string; value: string }>(
    'SHOW SETTINGS YIELD name, value RETURN name, value',
  );
  const inForce = Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  expect(inForce).toMatchObject({
    'dbms.security.auth_enabled': 'true',
    'dbms.security.allow_csv_import_from_file_urls': 'false',
    'dbms.security.procedures.unrestricted': '',
    'dbms.usage_report.enabled': 'false',
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    'server.bolt.listen_address': expect.stringMatching(/^127\.0\.0\.1:/) as string,
    'db.transaction.timeout': '15m',
  });
  const allowed = inForce['dbms.security.procedures.allowlist'] ?? '*';
  expect(allowed).toContain('db.index.fulltext.queryNodes');
  expect(allowed).not.toContain('*');
});

test('a wrong password and a server that is not there are each said in a line', async () => {
  const { neo4j } = tested.settings;
  for (const [connection, said] of [
    [{ ...neo4j!, password: 'wrong' }, /user or the password/],
    [{ ...neo4j!, uri: 'bolt://127.0.0.1:1' }, /does not answer/],
  ] as const) {
    const database = new Database(connection);
    const error = await database.verify().then(
      () => null,
      (reason: unknown) => databaseProblem(reason),
    );
    await database.close();
    expect(error?.message).toMatch(said);
  }
});
