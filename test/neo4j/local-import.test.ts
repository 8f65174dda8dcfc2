import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../server/graph/neo4j/database.ts';
import { importIntoLocal } from '../../server/graph/neo4j/local.ts';
import { writtenSoFar } from '../../server/graph/neo4j/local-import.ts';
import { localLayout } from '../../server/graph/neo4j/local-layout.ts';
import { stopLocal } from '../../server/graph/neo4j/local-status.ts';
import { readLock } from '../../server/graph/neo4j/lock.ts';
import { ImportFiles } from '../../server/ingest/load/import-files.ts';
import { openDatabase, type OpenDatabase } from '../../server/operations/store/open.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { settingsOf } from '../settings-of.ts';
import { long } from '../long.ts';

let home: string;
let opened: OpenDatabase;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'skein-import-'));
  opened = await openDatabase(settingsOf(home), silentProgress);
});
afterAll(async () => {
  await opened.close();
  await stopLocal(home);
  await rm(home, { recursive: true, force: true });
});

const layout = () => localLayout(home);
const accounts = async (database: Database) =>
  (await database.read<{ id: string }>('MATCH (a:Account) RETURN a.id AS id ORDER BY id')).map(
    ({ id }) => id,
  );

/** A folder with accounts of these ids, and with a relation to one that it does not hold. */
async function folderOf(ids: Iterable<string>, missing: string | null = null): Promise<string> {
  const folder = await mkdtemp(join(home, 'import-'));
  const files = new ImportFiles(folder);
  const mark = files.nodes('Skein', 'own', [
    { name: 'id', kind: 'string' },
    { name: 'schema_version', kind: 'long' },
  ]);
  mark.write(['0'], { id: 'skein', schema_version: 2 });
  const nodes = files.nodes('Account', 'account', [{ name: 'id', kind: 'string' }]);
  for (const id of ids) nodes.write([id], { id });
  const relations = files.relations('REFERRED_BY', ['account', 'account'], []);
  if (missing !== null) relations.write([missing, missing], {});
  files.close();
  return folder;
}

describe('importing in the place of the local database', () => {
  it('leaves it as it was when somebody wrote after whoever asks had looked', async () => {
    const written = await writtenSoFar(layout());
    await opened.database.write("CREATE (:Account {id: 'before'})");
    const folder = await folderOf(['imported']);
    await expect(importIntoLocal(home, folder, written)).rejects.toThrow('as it was');
    expect(await accounts(opened.database)).toEqual(['before']);
  });

  it('leaves it as it was when the import fails', async () => {
    const folder = await folderOf(['imported'], 'nobody');
    const asking = importIntoLocal(home, folder, await writtenSoFar(layout()));
    await expect(asking).rejects.toThrow('database import');
    expect(await accounts(opened.database)).toEqual(['before']);
    expect(await readdir(layout().home)).not.toContain('set-aside');
    expect(await readFile(layout().incidents, 'utf8')).toContain('database import');
  });

  it('leaves it as it was to whoever starts it after the keeper was killed half-way', async () => {
    const many = Array.from({ length: 300_000 }, (_, at) => `imported ${at}`);
    const folder = await folderOf(many);
    const { pid } = (await readLock(layout().lock))!;
    const asking = importIntoLocal(home, folder, await writtenSoFar(layout()));
    const refused = expect(asking).rejects.toThrow();
    // Nobody tells when a folder comes.
    while (!existsSync(join(layout().home, 'set-aside'))) await pause(10);
    process.kill(pid, 'SIGKILL');
    await refused;
    await opened.database.close();
    opened = await openDatabase(settingsOf(home), silentProgress);
    expect(await accounts(opened.database)).toEqual(['before']);
  });

  it(
    'takes texts of several lines, whatever their lines end in, more of them than are read at once',
    long,
    async () => {
      const folder = await mkdtemp(join(home, 'import-'));
      const files = new ImportFiles(folder);
      const columns = ['id', 'text'].map((name) => ({ name, kind: 'string' as const }));
      const nodes = files.nodes('Document', 'document', columns);
      const text = 'Greetings,\nAlice "Al" Garrick,\n\n1,"2"\n'.repeat(30);
      const many = 24_000;
      for (let at = 0; at < many; at += 1) nodes.write([`d${at}`], { id: `d${at}`, text });
      files.close();
      await importIntoLocal(home, folder, await writtenSoFar(layout()));
      const counted = 'MATCH (d:Document) WHERE d.text = $text RETURN count(d) AS all';
      expect(await opened.database.read(counted, { text })).toEqual([{ all: many }]);
    },
  );

  it('does it, and those who use it go on', async () => {
    const folder = await folderOf(['imported']);
    await importIntoLocal(home, folder, await writtenSoFar(layout()));
    expect(await accounts(opened.database)).toEqual(['imported']);
    expect(await readdir(layout().home)).not.toContain('set-aside');
  });
});
