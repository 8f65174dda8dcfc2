import { beforeEach, describe, expect, it } from 'vitest';
import { readSourceRow } from '../../server/ingest/load/source-store.ts';
import { sourceResolver } from '../../server/graph/neo4j/sources.ts';
import { testDatabase } from '../database.ts';
import { dumpGraph } from './graph-dump.ts';
import { loadFiles, nodeOf } from './loading.ts';

const tested = testDatabase();
beforeEach(() => tested.empty());

const accounts = (...rows: string[]) => ({
  'accounts.csv': `account_id,phone,email\n${rows.join('\n')}\n`,
});

const history = (node: Record<string, unknown> | undefined) =>
  ((node?.['_history'] ?? []) as string[]).map(
    (statement) =>
      JSON.parse(statement) as {
        values: Record<string, unknown>;
        said: string;
        until: string;
        sources: string[];
      },
  );

describe('a changed row', () => {
  it('updates, and keeps what it said before with its source and its time', async () => {
    const first = await loadFiles(tested, accounts('a1,111,a@x.example'));
    const before = await nodeOf(tested, 'Account', 'a1');
    const second = await loadFiles(tested, accounts('a1,222,a@x.example'));
    expect(second.files[0]).toMatchObject({ added: 0, updated: 1, unchanged: 0, conflicts: 0 });
    const after = await nodeOf(tested, 'Account', 'a1');
    expect(after).toMatchObject({
      phone: '222',
      email: 'a@x.example',
      _loaded: before!['_loaded'],
    });
    const [said] = history(after);
    expect(said).toMatchObject({
      values: { phone: '111' },
      said: before!['_loaded'],
      until: after!['_said'],
      sources: before!['_sources'],
    });
    expect(first.load < second.load).toBe(true);
    const sourceOf = await sourceResolver(tested.database);
    const row = await readSourceRow(tested.settings, sourceOf(said!.sources[0]!));
    expect(row.text).toBe('a1,111,a@x.example');
  });

  it('does not come back when the older file is loaded again', async () => {
    await loadFiles(tested, accounts('a1,111,'));
    await loadFiles(tested, accounts('a1,222,'));
    const before = await dumpGraph(tested.database);
    const again = await loadFiles(tested, accounts('a1,111,'));
    expect(again.files[0]).toMatchObject({ unchanged: 1, updated: 0 });
    expect(await dumpGraph(tested.database)).toEqual(before);
  });
});

describe('an empty cell', () => {
  it('never erases, and the earlier row still speaks for its value', async () => {
    await loadFiles(tested, accounts('a1,111,a@x.example'));
    await loadFiles(tested, accounts('a1,,b@x.example'));
    const node = await nodeOf(tested, 'Account', 'a1');
    expect(node).toMatchObject({ phone: '111', email: 'b@x.example' });
    expect(node!['_sources']).toHaveLength(2);
  });

  it('is filled later without a history', async () => {
    await loadFiles(tested, accounts('a1,111,'));
    const { files } = await loadFiles(tested, accounts('a1,,a@x.example'));
    expect(files[0]).toMatchObject({ updated: 1, conflicts: 0 });
    expect(await nodeOf(tested, 'Account', 'a1')).toMatchObject({ email: 'a@x.example' });
    expect(history(await nodeOf(tested, 'Account', 'a1'))).toEqual([]);
  });
});

it('a row that a later file lacks stays', async () => {
  await loadFiles(tested, accounts('a1,111,', 'a2,222,'));
  await loadFiles(tested, accounts('a2,222,'));
  expect(await nodeOf(tested, 'Account', 'a1')).toMatchObject({ phone: '111' });
});

describe('the same row once more', () => {
  it('in a second file and in a second line is unchanged and adds a source', async () => {
    const { files } = await loadFiles(tested, [
      accounts('a1,111,', 'a1,111,'),
      { 'accounts.csv': 'phone,account_id\n111,a1\n' },
    ]);
    expect(files.map(({ added, unchanged }) => [added, unchanged])).toEqual([
      [1, 1],
      [0, 1],
    ]);
    expect((await nodeOf(tested, 'Account', 'a1'))!['_sources']).toHaveLength(3);
  });

  it('of a relation too', async () => {
    const row = 'a1,192.0.2.1,d1,2024-01-01T00:00:00Z';
    const { files } = await loadFiles(tested, {
      'logins.csv': `account_id,ip,device_id,started_at\n${row}\n${row}\n`,
    });
    expect(files[0]).toMatchObject({ read: 2, added: 1, unchanged: 1 });
    const relations = await tested.database.read<{ sources: string[] }>(
      'MATCH ()-[r]->() RETURN r._sources AS sources',
    );
    expect(relations.map(({ sources }) => sources.length)).toEqual([2, 2]);
  });
});

describe('a key that comes twice in one load with different values', () => {
  it('ends as the last one says, counts as a conflict, and is stable when loaded again', async () => {
    const files = accounts('a1,111,', 'a1,222,', 'a1,111,');
    const { files: first } = await loadFiles(tested, files);
    expect(first[0]).toMatchObject({ read: 3, added: 1, updated: 2, conflicts: 2 });
    const node = await nodeOf(tested, 'Account', 'a1');
    expect(node).toMatchObject({ phone: '111' });
    expect(history(node).map(({ values }) => values)).toEqual([{ phone: '111' }, { phone: '222' }]);
    const before = await dumpGraph(tested.database);
    const { files: second } = await loadFiles(tested, files);
    expect(second[0]).toMatchObject({ unchanged: 3, updated: 0 });
    expect(await dumpGraph(tested.database)).toEqual(before);
  });

  it('also across the files and folders of one load, and for relations', async () => {
    const payments = (last: string) => ({
      'account_payments.csv':
        'account_id,payment_account_id,purpose,last_used_at\n' + `a1,p1,payout,${last}\n`,
    });
    const { files } = await loadFiles(tested, [
      payments('2024-01-01T00:00:00Z'),
      payments('2024-02-01T00:00:00Z'),
    ]);
    expect(files.map(({ added, updated, conflicts }) => [added, updated, conflicts])).toEqual([
      [1, 0, 0],
      [0, 1, 1],
    ]);
  });
});

describe('an end that changes', () => {
  const transfers = (to: string) => ({
    'transfers.csv':
      'transfer_id,from_payment_account_id,to_payment_account_id,amount,currency,sent_at,job_id\n' +
      `t1,p1,${to},10,USD,2024-01-01T00:00:00Z,j1\n`,
  });

  it('moves the relation, and its history keeps the former end', async () => {
    await loadFiles(tested, transfers('p2'));
    const { files } = await loadFiles(tested, transfers('p3'));
    expect(files[0]).toMatchObject({ updated: 1 });
    const relations = await tested.database.read<{ to: string; history: string[] }>(
      'MATCH (:PaymentAccount {id: "p1"})-[r:TRANSFERRED_TO]->(p) RETURN p.id AS to, r._history AS history',
    );
    expect(relations).toHaveLength(1);
    expect(relations[0]!.to).toBe('p3');
    expect(JSON.parse(relations[0]!.history[0]!)).toMatchObject({
      values: { to_payment_account_id: 'p2' },
    });
    const [second] = await tested.database.read(
      'MATCH (:PaymentAccount {id: "p1"})-[r:TRANSFERRED_FOR]->(j:Job) RETURN j.id AS job, r.amount AS amount',
    );
    expect(second).toEqual({ job: 'j1', amount: 10 });
  });

  it('of a node’s reference column as well', async () => {
    const held = (company: string) => ({
      'payment_accounts.csv': `payment_account_id,holder_company\np1,${company}\n`,
    });
    await loadFiles(tested, held('c1'));
    await loadFiles(tested, held('c2'));
    const relations = await tested.database.read<Record<string, unknown>>(
      'MATCH (p:PaymentAccount)-[r:HELD_BY]->(c) RETURN p.holder_company AS said, c.id AS to, r.key AS key, size(r._history) AS history',
    );
    expect(relations).toEqual([{ said: 'c2', to: 'c2', key: 'p1', history: 1 }]);
  });
});

describe('a missing end', () => {
  it('becomes a stub with the row that names it, and is filled when its own row comes', async () => {
    const referred = { 'accounts.csv': 'account_id,referred_by\na1,a2\n' };
    await loadFiles(tested, referred);
    const stub = await nodeOf(tested, 'Account', 'a2');
    expect(stub).toMatchObject({ _stub: true });
    expect(stub!['_sources']).toHaveLength(1);
    const { files } = await loadFiles(tested, accounts('a2,222,'));
    expect(files[0]).toMatchObject({ added: 1, updated: 0 });
    const filled = await nodeOf(tested, 'Account', 'a2');
    expect(filled).toMatchObject({ phone: '222' });
    expect(filled).not.toHaveProperty('_stub');
    expect(filled).not.toHaveProperty('_history');
    const [kept] = await tested.database.read(
      'MATCH (:Account {id: "a1"})-[r:REFERRED_BY]->(b) RETURN b.id AS id',
    );
    expect(kept).toEqual({ id: 'a2' });
  });

  it('is no stub where the files come in another order, nor for labels', async () => {
    await loadFiles(tested, {
      'a-later.csv': '',
      'accounts.csv': 'account_id,referred_by\na1,a2\na2,\n',
      'account_payments.csv': 'account_id,payment_account_id,purpose\na1,p1,payout\n',
      'payment_accounts.csv': 'payment_account_id,holder_company\np1,c1\n',
      'companies.csv': 'company_id,name\nc1,One\n',
      'labels.csv': 'account_id,role\na77,benign\n',
    });
    const stubs = await tested.database.read('MATCH (n) WHERE n._stub RETURN n.id AS id');
    expect(stubs).toEqual([]);
    expect(await nodeOf(tested, 'Label', 'a77')).toBeUndefined();
    expect(await nodeOf(tested, 'Account', 'a77')).toBeUndefined();
  });
});
