import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { schemaVersion } from '../../domain/schema/schema.ts';
import { ExactGraph } from '../../server/graph/neo4j/exact-graph.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { checkBackup } from '../../server/operations/backup/archive-reader.ts';
import { backUp, type Whole } from '../../server/operations/backup/back-up.ts';
import { restore } from '../../server/operations/backup/restore.ts';
import { openDatabase } from '../../server/operations/store/open.ts';
import { silentProgress, type Progress } from '../../server/platform/progress.ts';
import type { Settings } from '../../server/platform/settings/settings.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { settingsOf } from '../settings-of.ts';
import { graphDigest } from './graph-digest.ts';

const tested = testDatabase();
const child = fileURLToPath(new URL('restoring-child.ts', import.meta.url));
const program = fileURLToPath(new URL('../../bin/skein.mjs', import.meta.url));
const { step } = messages.backup;

let folder: string;
let file: string;
let digest: string;
let homes = 0;

const anotherHome = (): Settings =>
  settingsOf(join(folder, `home-${(homes += 1)}`), tested.settings.neo4j);

function whole(settings: Settings): Whole {
  return { database: tested.database, connection: settings.neo4j!, settings };
}

/** Values of every kind that a property may have, on a node of two labels, one of none, and a relation to itself. */
async function writeEveryKind(): Promise<void> {
  const { Date: Day, DateTime, Duration, LocalDateTime, LocalTime, Point, Time } = neo4j.types;
  const [day, clock] = [[2024n, 2n, 29n] as const, [1n, 2n, 3n, 4n] as const];
  const every = {
    ...{ text: 'naïve\n"', truth: true, one: 1n, decimal: 1, big: 2n ** 63n - 1n, part: 0.1 },
    ...{ none: NaN, more: Infinity, less: -Infinity, below: -0, bytes: new Int8Array([-1, 0]) },
    ...{ day: new Day(...day), hour: new LocalTime(...clock), there: new Time(...clock, 3_600n) },
    ...{ moment: new LocalDateTime(...day, ...clock), long: new Duration(1n, -2n, 3n, 4n) },
    offset: new DateTime(...day, ...clock, -1_800n),
    twice: new DateTime(2024n, 10n, 27n, 2n, 30n, 0n, 0n, 3_600n, 'Europe/Berlin'),
    ...{ place: new Point(4_326n, 1, 2), space: new Point(9_157n, 1, 2, -3.5) },
    ...{ texts: ['a', ''], decimals: [1, NaN], wholes: [1n, 2n], truths: [false] },
    ...{ days: [new Day(...day)], places: [new Point(7_203n, 1, 2)], 'extra.a `name`': 'x' },
  };
  const graph = new ExactGraph(tested.settings.neo4j!);
  const query =
    'CREATE (a:Odd:`An other` $every) CREATE (b) CREATE (a)-[:IS $every]->(a) CREATE (b)-[:`of b`]->(a)';
  await graph.write([{ query, params: { every } }]);
  await graph.close();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-restore-'));
  file = join(folder, 'small.zip');
  const rows = await writeDataset({
    accounts: [{ account_id: 'a1' }, { account_id: 'a2' }],
    logins: [{ account_id: 'a1', ip: '192.0.2.7', started_at: '2024-03-01T08:00:00Z' }],
  });
  await loadFolders(tested.database, tested.settings, [rows], {}, silentProgress);
  await writeEveryKind();
  digest = await graphDigest(tested.settings.neo4j!);
  await backUp(whole(tested.settings), file, silentProgress);
});

beforeEach(() => tested.empty());

afterAll(() => rm(folder, { recursive: true, force: true }));

async function labels(): Promise<unknown> {
  return tested.database.read('MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label');
}

describe('a restore', () => {
  it('brings values of every kind as they were, and the constraints', async () => {
    await tested.database.command('DROP CONSTRAINT account_id_unique');
    await tested.database.write('MATCH (s:Skein) REMOVE s.statements');
    await restore(whole(anotherHome()), file, silentProgress);
    expect(await graphDigest(tested.settings.neo4j!)).toBe(digest);
    const second = tested.database.write("CREATE (:Account {id: 'a1'})");
    await expect(second).rejects.toThrow(/already exists/);
  });

  it.each([step.writingRelations, messages.database.preparing])(
    'that is killed at “%s” is served to nobody, and begins anew',
    async (moment) => {
      const settings = anotherHome();
      const env = { ...tested.environment, SKEIN_HOME: settings.home };
      const killed = spawn(process.execPath, ['--import', 'tsx', child, file, moment], { env });
      const [, signal] = (await once(killed, 'exit')) as [number, string];
      expect(signal).toBe('SIGKILL');
      expect(await labels()).toContainEqual({ label: 'Odd' });
      await expect(openDatabase(settings, silentProgress)).rejects.toThrow(
        /holds a part of a backup, .* began to restore on .* run `skein db restore FILE` again/,
      );
      await expect(
        backUp(whole(settings), join(folder, 'half.zip'), silentProgress),
      ).rejects.toThrow(/holds a part of a backup/);
      await restore(whole(settings), file, silentProgress);
      expect(await graphDigest(tested.settings.neo4j!)).toBe(digest);
      expect(existsSync(join(settings.home, 'restoring'))).toBe(false);
      const opened = await openDatabase(settings, silentProgress);
      await opened.close();
    },
    60_000,
  );

  it('that fails leaves nothing behind', async () => {
    const settings = anotherHome();
    const marked = () => tested.database.read('MATCH (s:Skein) RETURN properties(s) AS all');
    const before = [await labels(), await marked()];
    const full: Progress = {
      ...silentProgress,
      step: (text) => {
        if (text === messages.database.preparing) throw new Error('The disk is full.');
      },
    };
    await expect(restore(whole(settings), file, full)).rejects.toThrow('The disk is full.');
    expect([await labels(), await marked()]).toEqual(before);
    expect(readdirSync(settings.home)).toEqual(['sources']);
    await restore(whole(settings), file, silentProgress);
    expect(await graphDigest(tested.settings.neo4j!)).toBe(digest);
  });
});

describe('a database of an earlier version', () => {
  const beside = ({ home }: Settings) =>
    readdirSync(dirname(home)).filter((name) => name.startsWith(`${basename(home)}-schema-`));
  const version = async () =>
    (await tested.database.read('MATCH (s:Skein) RETURN s.schema_version AS version'))[0];

  it('is backed up before it is brought up, and comes back up to date', async () => {
    await tested.database.write(
      "MATCH (s:Skein) SET s.schema_version = 1 CREATE (:Run {id: 'R'}) CREATE (:SkeinRun {id: 'S'})",
    );
    const settings = anotherHome();
    await (await openDatabase(settings, silentProgress)).close();
    const [name] = beside(settings);
    const kept = join(folder, name!);
    const { manifest } = await checkBackup(kept, silentProgress);
    expect(manifest).toMatchObject({ schema_version: 1, labels: { Run: 1, SkeinRun: 1 } });

    await tested.empty();
    await restore(whole(anotherHome()), kept, silentProgress);
    expect(await version()).toEqual({ version: schemaVersion });
    expect(await tested.database.read('MATCH (r:SkeinRun) RETURN count(r) AS runs')).toEqual([
      { runs: 2 },
    ]);
  });

  it('is not brought back: a program never opens, nor backs up, what a later one wrote', async () => {
    await tested.database.write('MATCH (s:Skein) SET s.schema_version = 99');
    const older = /This program is older than the database/;
    await expect(openDatabase(tested.settings, silentProgress)).rejects.toThrow(older);
    await expect(
      backUp(whole(tested.settings), join(folder, 'n.zip'), silentProgress),
    ).rejects.toThrow(older);
    await tested.database.write('MATCH (s:Skein) SET s.schema_version = $schemaVersion', {
      schemaVersion,
    });
  });
});

describe('skein db', () => {
  async function skein(...args: string[]) {
    const ran = spawn(process.execPath, [program, 'db', ...args], { env: tested.environment });
    const [out, err, [status]] = await Promise.all([
      text(ran.stdout),
      text(ran.stderr),
      once(ran, 'exit') as Promise<[number]>,
    ]);
    return { out, err, status };
  }

  it('backs up into a folder, and says in words what is no backup', async () => {
    const into = await mkdtemp(join(folder, 'kept-'));
    const made = await skein('backup', into, '--json');
    expect(made.status, made.err).toBe(0);
    const { file: path } = JSON.parse(made.out) as { file: string };
    expect(readdirSync(into)).toEqual([basename(path)]);
    expect(await checkBackup(path, silentProgress)).toMatchObject({ file: path });
    const refused = await skein('check', program);
    expect([refused.status, refused.err]).toEqual([
      1,
      expect.stringMatching(/is no backup of Skein/),
    ]);
  });
});
