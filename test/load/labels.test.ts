import { appendFile, stat } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { sourceRow } from '../../server/explore/graph/source-row.ts';
import { labelFile, readLabels } from '../../server/ingest/load/label-store.ts';
import { moveLabels } from '../../server/operations/store/labels-moved.ts';
import { testDatabase } from '../database.ts';
import { loadFiles } from './loading.ts';

const tested = testDatabase();
const first = 'account_id,role,note\na1,operator,one\na2,benign,\na3,nobody,\n';
const second = 'account_id,role,note\na1,mule,one\na2,benign,\na4,victim,\n';

beforeEach(() => tested.empty());

const load = async (text: string) => (await loadFiles(tested, { 'labels.csv': text })).files[0];
const file = () => labelFile(tested.database, tested.settings.home);
const kept = async () => readLabels(await file());

describe('labels', () => {
  it('are counted as all else, with sources and history, and leave nothing of them in the graph', async () => {
    expect(await load(first)).toMatchObject({ read: 3, added: 2, rejected: 1 });
    expect(await load(first)).toMatchObject({ read: 3, unchanged: 2, rejected: 1 });
    expect(await load(second)).toMatchObject({ read: 3, added: 1, updated: 1, unchanged: 1 });
    const labels = await kept();
    expect([...labels.keys()].sort()).toEqual(['a1', 'a2', 'a4']);
    const { values, history } = labels.get('a1')!;
    expect(values).toEqual({ role: 'mule', note: 'one' });
    expect(history[0]).toContain('"values":{"role":"operator"}');
    expect(labels.get('a2')!.sources).toHaveLength(2);
    const nodes = await tested.database.read<{ label: string; keys: string[] }>(
      'MATCH (n) RETURN DISTINCT labels(n)[0] AS label, keys(n) AS keys',
    );
    expect(nodes.map(({ label }) => label)).not.toContain('Label');
    expect(nodes.flatMap(({ keys }) => keys)).not.toContain('role');
  });

  it('are read by their owner alone, and not by the line of their file either', async () => {
    await load(first);
    expect((await stat(await file())).mode & 0o777).toBe(0o600);
    const [source] = await tested.database.read<{ sha256: string }>(
      'MATCH (s:SkeinSourceFile) RETURN s.sha256 AS sha256',
    );
    const row = sourceRow(tested.database, tested.settings, source!.sha256, 2);
    await expect(row).rejects.toThrow(source!.sha256);
  });

  it('are gone with the graph: loaded again they are added', async () => {
    await load(first);
    await tested.empty();
    expect(await load(first)).toMatchObject({ added: 2 });
  });

  it('that a killed load left half-written are loaded again', async () => {
    await load(first);
    await appendFile(await file(), '{"key":"a2","values":{"role":');
    expect(await load(second)).toMatchObject({ added: 1, updated: 1, unchanged: 1 });
    expect((await kept()).get('a4')!.values).toEqual({ role: 'victim' });
  });

  it('that an earlier Skein wrote into the graph are taken out of it', async () => {
    const statement = 'labels-file:2';
    await tested.database.write(
      `CREATE (:SkeinSourceFile {ref: 'labels-file', file: 'labels.csv', sha256: 'abc'})
       CREATE (:Label {id: 'a1', role: 'operator', _sources: [$statement], _loaded: '2024-01-01T00:00:00.000Z'})`,
      { statement },
    );
    for (let time = 0; time < 2; time += 1) await moveLabels(tested.database, tested.settings.home);
    const left = await tested.database.read('MATCH (n:Label) RETURN n');
    expect(left).toEqual([]);
    expect((await kept()).get('a1')).toMatchObject({
      values: { role: 'operator' },
      sources: [statement],
      said: '2024-01-01T00:00:00.000Z',
    });
    await expect(sourceRow(tested.database, tested.settings, 'abc', 2)).rejects.toThrow('abc');
    expect(await load('account_id,role\na1,operator\n')).toMatchObject({ unchanged: 1 });
  });
});
