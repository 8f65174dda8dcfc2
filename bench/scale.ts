/** `scale.ts ACCOUNTS`: times loading and storing on a platform of so many accounts, and prints what it found as JSON. */
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { messages } from '../domain/messages/index.ts';
import { findingsPage } from '../server/detection/runs/finding-list.ts';
import { storeRun } from '../server/detection/runs/store-run.ts';
import { accountScoresOfRun } from '../server/detection/runs/score-list.ts';
import type { Database } from '../server/graph/neo4j/database.ts';
import { memoryFor } from '../server/graph/neo4j/local-config.ts';
import { localLayout } from '../server/graph/neo4j/local-layout.ts';
import { useLocal } from '../server/graph/neo4j/local.ts';
import { loadFolders } from '../server/ingest/load/load.ts';
import { openDatabase } from '../server/operations/store/open.ts';
import { terminalProgress, type Progress } from '../server/platform/progress.ts';
import { homeIn } from './home.ts';
import { importAlone, mergeLive } from './peers.ts';
import { writeAccounts, writeLogins, type Size } from './rows.ts';
import { inventedEvidence, inventedRun } from './stored-run.ts';
import { importing, loadingLive, timed, type Parts, type Work } from './works.ts';

const progress = terminalProgress();

/** An account logs in about fifty times. */
function sizeOf(accounts: number): Size {
  return {
    ...{ accounts, ips: Math.round(accounts * 0.6), devices: accounts },
    logins: Math.round(accounts * 47.4),
  };
}

async function measure(accounts: number): Promise<Parts['load']> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-scale-'));
  const size = sizeOf(accounts);
  try {
    const rows = join(folder, 'rows');
    await mkdir(rows);
    await writeAccounts(rows, size);
    await writeLogins(rows, size, 2024);
    const { works: ofImport, database, sources } = await imported(folder, rows, accounts);
    const works = [...ofImport, ...(await live(folder, rows))];
    const { heap, pageCache } = memoryFor();
    return {
      machine: { cores: availableParallelism(), heap, pageCache },
      ...{ works, rows: size.accounts + size.ips + size.devices + size.logins },
      disk: { database, sources, rows: await bytesIn(rows) },
    };
  } finally {
    progress.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** With the bytes that the database takes of the disk afterwards, and those that the kept rows take. */
async function imported(
  folder: string,
  rows: string,
  accounts: number,
): Promise<{ works: Work[]; database: number; sources: number }> {
  const alone = await importAlone((await homeIn(folder, 'import-peer')).home, rows);
  const settings = await homeIn(folder, 'import');
  const opened = await openDatabase(settings, progress);
  try {
    const steps: string[] = [];
    const told: Progress = {
      ...progress,
      step: (step) => {
        steps.push(step);
        progress.step(step);
      },
    };
    const seconds = await timed(() =>
      loadFolders(opened.database, settings, [rows], { importFrom: 0 }, told),
    );
    if (!steps.includes(messages.load.step.importing))
      throw new Error('It was loaded the live way.');
    const database = await bytesIn(localLayout(settings.home).data);
    const works = [
      {
        ...{ what: importing, seconds, aim: { ratio: 1.5 } },
        beside: { what: '`neo4j-admin database import` alone', seconds: alone },
      },
      ...(await stored(opened.database, accounts)),
    ];
    return { works, database, sources: await bytesIn(settings.sources) };
  } finally {
    await opened.close();
  }
}

async function live(folder: string, rows: string): Promise<Work[]> {
  const peer = await useLocal((await homeIn(folder, 'live-peer')).home, 'bench', progress);
  const merged = await mergeLive(peer.connection, rows).finally(() => peer.close());
  const settings = await homeIn(folder, 'live');
  const opened = await openDatabase(settings, progress);
  try {
    const load = () =>
      timed(() =>
        loadFolders(opened.database, settings, [rows], { importFrom: Infinity }, progress),
      );
    const [seconds, again] = [await load(), await load()];
    return [
      {
        ...{ what: loadingLive, seconds, aim: { ratio: 0.5 } },
        beside: { what: '`UNWIND … MERGE` in batches of 10,000', seconds: merged },
      },
      {
        what: 'load the same again, which changes nothing',
        seconds: again,
        beside: null,
        aim: null,
      },
    ];
  } finally {
    await opened.close();
  }
}

/** Storing a run of the platform's size, and reading a page of it. */
async function stored(database: Database, accounts: number): Promise<Work[]> {
  const result = inventedRun(accounts);
  const { run } = result.run;
  const work = async (what: string, most: number, does: () => Promise<unknown>): Promise<Work> => ({
    ...{ what, seconds: await timed(does), beside: null, aim: { seconds: most } },
  });
  const page = async (what: string, does: () => Promise<unknown>): Promise<Work> => ({
    ...{ what, seconds: await usual(does), beside: null, aim: { seconds: 0.1 } },
  });
  const middle = 0.5;
  return [
    await work('store a run: a score an account, a finding for each ten', 30, () =>
      storeRun(database, result, { evidence: inventedEvidence }),
    ),
    await page('a page of 100 scores, in the middle', () =>
      accountScoresOfRun(database, run, { after: [middle, ''], limit: 101 }),
    ),
    await page('a page of 100 findings, in the middle, and how many there are', () =>
      findingsPage(database, run, {}, [middle, ''], 101),
    ),
  ];
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(({ parentPath, name }) => blocksOf(join(parentPath, name))),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Bytes that the file takes; 0 where the server has taken it away meanwhile. */
async function blocksOf(path: string): Promise<number> {
  try {
    return (await stat(path)).blocks * 512;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

/** The middle of several askings, the first of which is planned. */
async function usual(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let asked = 0; asked < 9; asked += 1) times.push(await timed(work));
  return times.sort((a, b) => a - b)[4]!;
}

process.stdout.write(JSON.stringify(await measure(Number(process.argv[2]))));
