import { gzipSync } from 'node:zlib';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { folderOf } from './folder-of.ts';
import { dumpGraph } from './graph-dump.ts';
import { loadFiles, nodeOf, rejectsOf } from './loading.ts';

const tested = testDatabase();
beforeEach(() => tested.empty());

const csv = 'company_id,name,aliases,country,employees\nc1,"One, Inc",Uno|Eins,KR,12\nc2,Two,,,\n';
const ndjson =
  '{"company_id":"c1","name":"One, Inc","aliases":["Uno","Eins"],"country":"KR","employees":12}\n' +
  '{"company_id":"c2","name":"Two","country":null}\n';

/** The graph without what names the file. */
async function graph(): Promise<string[]> {
  const dump = await dumpGraph(tested.database);
  return dump
    .filter((line) => !line.startsWith('[["SkeinSourceFile"]'))
    .map((line) => line.replaceAll(/"[0-9a-f]{12}:\d+"/g, 'source'));
}

describe('the same rows make the same graph', () => {
  it('as CSV, compressed CSV, NDJSON and compressed NDJSON', async () => {
    const graphs: string[][] = [];
    for (const [name, content] of [
      ['companies.csv', csv],
      ['companies.csv.gz', gzipSync(csv)],
      ['companies.ndjson', ndjson],
      ['companies.ndjson.gz', gzipSync(ndjson)],
    ] as const) {
      await tested.empty();
      const { files } = await loadFiles(tested, { [name]: content });
      expect(files[0]).toMatchObject({ read: 2, added: 2, rejected: 0 });
      graphs.push(await graph());
    }
    expect(graphs[0]!.join()).toContain('["aliases",["Uno","Eins"]]');
    expect(new Set(graphs.map((lines) => lines.join('\n'))).size).toBe(1);
  });

  it('whatever the order of the columns', async () => {
    await loadFiles(tested, { 'companies.csv': csv });
    const before = await graph();
    await tested.empty();
    const turned =
      'employees,aliases,name,country,company_id\n12,Uno|Eins,"One, Inc",KR,c1\n,,Two,,c2\n';
    await loadFiles(tested, { 'companies.csv': turned });
    expect(await graph()).toEqual(before);
  });
});

describe('NDJSON lines that are no row', () => {
  it('are rejected with the reason, the first line being 1', async () => {
    const { files } = await loadFiles(tested, {
      'companies.ndjson':
        'nonsense\n[1]\n{"company_id":12345678901234567890,"name":"n"}\n\n' +
        '{"company_id":"c1","name":"One","aliases":["a|b"]}\n{"company_id":"c2","name":"Two"}\n',
    });
    expect(files[0]).toMatchObject({ read: 5, added: 1, rejected: 4 });
    const rejects = await rejectsOf(files[0]);
    expect(rejects[0]).toMatch(/^1,.*is not JSON/);
    expect(rejects[1]).toMatch(/^2,.*is not a JSON object/);
    expect(rejects[2]).toMatch(/^3,.*company_id cannot be read exactly/);
    expect(rejects[3]).toMatch(/^5,.*aliases cannot be read exactly/);
  });
});

describe('a mapping', () => {
  const mapping = JSON.stringify({
    files: {
      'users.csv': { file: 'accounts', columns: { uid: 'account_id', nick: 'handle' } },
    },
  });
  const users = 'uid,nick,country\nu1,ann,KR\n';

  it('in the folder renames files and columns', async () => {
    const { files, unknown_files } = await loadFiles(tested, {
      'users.csv': users,
      'mapping.json': mapping,
    });
    expect(files[0]).toMatchObject({ file: 'users.csv', added: 1 });
    expect(unknown_files).toEqual([]);
    expect(await nodeOf(tested, 'Account', 'u1')).toMatchObject({ handle: 'ann', country: 'KR' });
  });

  it('can be given apart, and goes before the folder’s own', async () => {
    const map = join(await folderOf({}), 'other.json');
    const other = {
      files: { users: { file: 'accounts', columns: { uid: 'account_id', nick: 'city' } } },
    };
    await writeFile(map, JSON.stringify(other));
    await loadFiles(tested, { 'users.csv': users, 'mapping.json': mapping }, { map });
    expect(await nodeOf(tested, 'Account', 'u1')).toMatchObject({ city: 'ann' });
  });

  it('that is corrected makes the same file count as read anew', async () => {
    const wrong = mapping.replace('handle', 'city');
    await loadFiles(tested, { 'users.csv': users, 'mapping.json': wrong });
    const { files } = await loadFiles(tested, { 'users.csv': users, 'mapping.json': mapping });
    expect(files[0]).toMatchObject({ updated: 1 });
    expect(await nodeOf(tested, 'Account', 'u1')).toMatchObject({ handle: 'ann' });
  });

  it('names rejects by the file’s own column', async () => {
    const { files } = await loadFiles(tested, {
      'users.csv': 'uid,nick\n,ann\n',
      'mapping.json': mapping,
    });
    expect(await rejectsOf(files[0])).toEqual(['2,uid,,"is required, and empty"']);
  });

  it.each([
    ['no JSON', '{', /mapping\.json is not JSON/],
    ['another shape', '{"files":{"users":{"as":"accounts"}}}', /files\.users/],
    ['a file of no name', '{"files":{"users":{}}}', /files\.users: is no file of the contract/],
    [
      'a column that is not there',
      '{"files":{"users":{"file":"accounts","columns":{"uid":"acount_id"}}}}',
      /has no column acount_id; did you mean account_id/,
    ],
    [
      'one column for two',
      '{"files":{"users":{"file":"accounts","columns":{"a":"handle","b":"handle"}}}}',
      /two columns are renamed to handle/,
    ],
  ])('with %s is refused', async (_, content, message) => {
    const files = { 'users.csv': users, 'mapping.json': content };
    await expect(loadFiles(tested, files)).rejects.toThrow(message);
  });

  it('that is not there is refused', async () => {
    const map = join(await folderOf({}), 'none.json');
    await expect(loadFiles(tested, { 'users.csv': users }, { map })).rejects.toThrow(
      /none\.json cannot be read/,
    );
  });
});

describe('names that the contract does not know', () => {
  it('are named with the nearest one that it knows', async () => {
    const { unknown_files, unknown_columns } = await loadFiles(tested, {
      'accounts.csv': 'account_id,displayname,shoe_size\na1,Ann,44\n',
      'account.csv': 'x\n',
      'payment-accounts.csv': 'x\n',
      'zebras.csv': 'x\n',
      'logins.tsv': 'x\n',
      'README.md': '',
      'expected.json': '{}',
    });
    expect(unknown_files).toEqual([
      { file: 'account.csv', nearest: 'accounts' },
      { file: 'logins.tsv', nearest: 'logins' },
      { file: 'payment-accounts.csv', nearest: 'payment_accounts' },
      { file: 'zebras.csv', nearest: null },
    ]);
    expect(unknown_columns).toEqual([
      { file: 'accounts.csv', column: 'displayname', nearest: 'display_name' },
      { file: 'accounts.csv', column: 'shoe_size', nearest: null },
    ]);
    expect(await nodeOf(tested, 'Account', 'a1')).toMatchObject({ 'extra.shoe_size': '44' });
  });

  it('a folder without any file of a dataset is refused', async () => {
    await expect(loadFiles(tested, { 'account.csv': 'x\n' })).rejects.toThrow(
      /no file of a dataset.*account\.csv \(accounts\?\)/,
    );
  });

  it('a folder that is not there is refused', async () => {
    await expect(
      loadFolders(tested.database, tested.settings, ['/nowhere'], {}, silentProgress),
    ).rejects.toThrow(/no folder \/nowhere/);
  });
});
