/** What a person asks in Cypher is recorded before it is answered, with what it is asked with, and whether it is answered or not. */
import { appendFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { custodyFiles } from '../../server/trust/custody/files.ts';
import { erase } from '../../server/trust/custody/erase.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { ask, servedApp } from '../http/served.ts';

const tested = testDatabase();
const app = servedApp(tested);
let runs = 0;

beforeAll(async () => {
  const folder = await writeDataset({
    accounts: [
      { account_id: 'a1', legal_name: 'Jane Zzpublic', city: '(Zzcity' },
      { account_id: 'a2', legal_name: 'John Roe' },
    ],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
});

function asked(text: string, parameters: object = {}, of?: string) {
  runs += 1;
  return ask(app.port, `/api/v1${of ?? `/query/runs/recorded-${runs}`}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, parameters }),
  });
}

async function recorded(): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { subject } of shownEntries(tested.settings.home, { act: 'view' }))
    if ('query' in subject) found.push([subject['query'], subject['given']]);
  return found;
}

const byId = 'MATCH (a:Account {id: $id}) RETURN a.legal_name';

describe('a query', () => {
  it('is recorded with what it is asked with, each time that this is other, before it is answered', async () => {
    for (const id of ['a1', 'a2']) {
      expect((await asked(byId, { id })).status).toBe(200);
      // Nobody has to wait for it.
      expect((await recorded()).at(-1)).toEqual([byId, JSON.stringify({ id })]);
    }
    await asked(byId, { id: 'a1' });
    expect(await recorded()).toEqual([
      [byId, '{"id":"a1"}'],
      [byId, '{"id":"a2"}'],
    ]);
    await asked('RETURN 1', {}, '/query/graph');
    expect((await recorded()).at(-1)).toEqual(['RETURN 1', null]);
  });

  it.each([
    ['which fails', 'MATCH (a:Account {id: $id}) RETURN date(a.legal_name)', 422],
    ['which is no query', 'MATCH (a:Account {id: $id}) RETRUN a', 422],
    ['which is not let through', 'MATCH (p:SkeinPerson {id: $id}) RETURN p', 422],
  ])('%s is recorded as well', async (_how, text, status) => {
    expect((await asked(text, { id: 'a1' })).status).toBe(status);
    expect((await recorded()).at(-1)).toEqual([text, '{"id":"a1"}']);
  });

  it.each([
    'date(a.legal_name)',
    'duration(a.legal_name)',
    'datetime({year: 2024, timezone: a.legal_name})',
    'date.truncate(a.legal_name, date())',
    "'x' =~ a.city",
    'a.legal_name + 1 > a.legal_name * 2',
    'a.legal_name[0]',
    'sqrt(a.legal_name)',
    '[1, 2][a.legal_name]',
    'point({x: a.legal_name, y: 1})',
    'date({year: 2024, month: 7000000 + size(a.legal_name)})',
    "COUNT { CALL db.index.fulltext.queryNodes('skein_words', a.city + '\"') YIELD node RETURN node }",
  ])('that fails tells nothing of what it met: %s', async (expression) => {
    const { status, text } = await asked(`MATCH (a:Account {id: 'a1'}) RETURN ${expression}`);
    expect([200, 422], text).toContain(status);
    expect(text).not.toMatch(/Zz|7000013/);
  });

  it('is erased with the account that it was asked about, and not asked where it cannot be recorded', async () => {
    await erase(tested.settings.home, 'a1');
    const left = JSON.stringify(await recorded());
    expect(left).not.toContain('"a1"');
    expect(left).toContain('a2');
    await appendFile(custodyFiles(tested.settings.home).log, '{"entry":1}\n');
    const { status, text } = await asked(byId, { id: 'a2', by: 'another' });
    expect(status, text).toBe(503);
    expect(text).not.toContain('John');
  });
});
