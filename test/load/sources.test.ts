import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Source } from '../../domain/finding.ts';
import { latestLoads } from '../../server/ingest/load/load-store.ts';
import { readSourceRow } from '../../server/ingest/load/source-store.ts';
import { sourceResolver } from '../../server/graph/neo4j/sources.ts';
import { testDatabase } from '../database.ts';
import { loadFiles, nodeOf } from './loading.ts';

const tested = testDatabase();
beforeEach(() => tested.empty());

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
const kept = (digest: string) => readFile(join(tested.settings.sources, `${digest}.gz`));

const csv =
  'company_id,name,address\r\n' +
  'c1,"One\r\nInc","a ""b"""\r\n' +
  '\r\n' +
  'c2,Two,\r\n' +
  'bad,,"x"\r\n' +
  'open,"quote,z\r\n';

async function sourcesOf(label: string, id: string): Promise<Source[]> {
  const node = await nodeOf(tested, label, id);
  const sourceOf = await sourceResolver(tested.database);
  return (node!['_sources'] as string[]).map(sourceOf);
}

describe('the source of a node', () => {
  it('is the file’s name, the SHA-256 of its bytes and the line where the record begins', async () => {
    await loadFiles(tested, { 'companies.csv': csv });
    const digest = sha256(csv);
    const file = 'companies.csv';
    expect(await sourcesOf('Company', 'c1')).toEqual([{ file, sha256: digest, line: 2 }]);
    expect(await sourcesOf('Company', 'c2')).toEqual([{ file, sha256: digest, line: 5 }]);
    expect(gunzipSync(await kept(digest)).toString()).toBe(csv);
  });

  it('of a compressed file is of the compressed bytes, which are kept as they came', async () => {
    const packed = gzipSync(csv);
    await loadFiles(tested, { 'companies.csv.gz': packed });
    const [source] = await sourcesOf('Company', 'c2');
    expect(source).toEqual({ file: 'companies.csv.gz', sha256: sha256(packed), line: 5 });
    expect((await kept(sha256(packed))).equals(packed)).toBe(true);
    expect((await readSourceRow(tested.settings, source!)).text).toBe('c2,Two,');
  });

  it('is on every relation too', async () => {
    await loadFiles(tested, {
      'logins.csv': 'account_id,ip,device_id,started_at\na1,192.0.2.1,d1,2024-01-01T00:00:00Z\n',
      'accounts.csv': 'account_id,referred_by\na1,a2\n',
    });
    const relations = await tested.database.read<{ type: string; sources: string[] }>(
      'MATCH ()-[r]->() RETURN type(r) AS type, r._sources AS sources ORDER BY type',
    );
    const sourceOf = await sourceResolver(tested.database);
    expect(
      relations.map(({ type, sources }) => [type, sources.map((s) => sourceOf(s).file)]),
    ).toEqual([
      ['LOGGED_IN_FROM', ['logins.csv']],
      ['LOGGED_IN_ON', ['logins.csv']],
      ['REFERRED_BY', ['accounts.csv']],
    ]);
  });

  it('leaves nothing unfinished beside the kept files', async () => {
    await loadFiles(tested, { 'companies.csv': csv });
    const names = await readdir(tested.settings.sources);
    expect(names.every((name) => /^[0-9a-f]{64}\.gz$/.test(name))).toBe(true);
  });
});

describe('a source row', () => {
  const row = (line: number) =>
    readSourceRow(tested.settings, { file: 'companies.csv', sha256: sha256(csv), line });

  beforeEach(async () => {
    await loadFiles(tested, { 'companies.csv': csv });
  });

  it('is word for word, quoted line ends included, with cells under the file’s header', async () => {
    expect(await row(2)).toEqual({
      file: 'companies.csv',
      sha256: sha256(csv),
      line: 2,
      text: 'c1,"One\r\nInc","a ""b"""',
      cells: [
        { column: 'company_id', value: 'c1' },
        { column: 'name', value: 'One\r\nInc' },
        { column: 'address', value: 'a "b"' },
      ],
    });
  });

  it('is shown for a rejected row as well', async () => {
    expect((await row(6)).text).toBe('bad,,"x"');
    expect(await row(7)).toMatchObject({ text: 'open,"quote,z', cells: [] });
  });

  it('of NDJSON begins at line 1', async () => {
    const ndjson =
      '{"company_id":"c9","name":"Nine","aliases":["a"]}\n{"company_id":"c8","name":"8"}\n';
    await loadFiles(tested, { 'companies.ndjson': ndjson });
    const [source] = await sourcesOf('Company', 'c9');
    expect(source).toMatchObject({ line: 1 });
    expect(await readSourceRow(tested.settings, source!)).toMatchObject({
      text: '{"company_id":"c9","name":"Nine","aliases":["a"]}',
      cells: [
        { column: 'company_id', value: 'c9' },
        { column: 'name', value: 'Nine' },
        { column: 'aliases', value: 'a' },
      ],
    });
  });

  it('that is not there, or of a file that is not kept, is not found', async () => {
    await expect(row(99)).rejects.toThrow(/No row of companies\.csv begins at line 99/);
    await rm(join(tested.settings.sources, `${sha256(csv)}.gz`));
    await expect(row(2)).rejects.toThrow(/is not kept in/);
  });
});

describe('the loads', () => {
  it('are kept, latest first, with their files', async () => {
    const first = await loadFiles(tested, { 'companies.csv': csv });
    const second = await loadFiles(tested, { 'companies.csv': csv });
    const loads = await latestLoads(tested.database, 10);
    expect(loads.map(({ load }) => load)).toEqual([second.load, first.load]);
    expect(loads[1]!.files).toEqual(first.files);
    expect(loads[0]!.started <= loads[0]!.ended!).toBe(true);
    expect(loads[0]!.by).not.toBe('');
    expect(await latestLoads(tested.database, 10, second.load)).toEqual([loads[1]]);
  });
});
