import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../server/operations/store/open.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { dumpGraph } from '../../test/load/graph-dump.ts';
import { settingsOf } from '../home.ts';
import { until, type House, type Said } from './house.ts';

/** Something that people or programs have Skein do, and that may be killed amid it. */
export interface Work {
  name: string;
  /** What the home holds before. */
  in: 'empty' | 'detected';
  /** Does it once, as far as it gets; what fails is left to `finish`. */
  attempt: (house: House) => Promise<unknown>;
  /** Once all runs again: asks again for what did not go well, as its user would, until it has gone well. */
  finish: (house: House) => Promise<void>;
  /** What has to be the same as where nothing was killed; throws where something that was promised is not there. */
  outcome: (house: House) => Promise<string>;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const well = (said: Said | null): said is Said => said?.status === 200;
const pauseMs = 300;

/** Of all that the graph holds but for the program's own records, and when each was written. */
async function dataDigest({ home }: House): Promise<string> {
  const opened = await openDatabase(settingsOf(home), silentProgress);
  try {
    const lines = await dumpGraph(opened.database);
    return sha256(lines.filter((line) => !line.includes('"Skein')).join('\n'));
  } finally {
    await opened.close();
  }
}

function load(folder: string): Work {
  const once = (house: House) => house.command('load', folder);
  return {
    ...{ name: 'load', in: 'empty', attempt: once },
    finish: (house) => until('the load ends well', () => once(house)),
    outcome: dataDigest,
  };
}

const detect: Work = {
  name: 'detect',
  in: 'detected',
  attempt: detectedOnce,
  finish: (house) => until('a detection ends well', () => detectedOnce(house)),
  outcome: async (house) => sha256(JSON.stringify(await allFound(house))),
};

/** By the page's button: begun, and looked at until it has ended; somebody else's is waited for. */
async function detectedOnce(house: House): Promise<boolean> {
  const begun = await house.ask('/api/v1/detections', 'POST', {});
  if (!well(begun)) return false;
  for (;;) {
    const now = await house.ask(`/api/v1/detections/${String(begun.body['id'])}`);
    if (!well(now)) return false;
    if (now.body['state'] !== 'running') return now.body['state'] === 'done';
    await pause(pauseMs);
  }
}

/** Findings and clusters of the latest run, as every list of the page has them. */
async function allFound(house: House): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const list of ['findings', 'clusters']) {
    let cursor = '';
    for (;;) {
      const page = await house.ask(`/api/v1/${list}?limit=200${cursor}`);
      if (!well(page)) throw new Error(`${list} cannot be read.`);
      found.push(...(page.body['items'] as { id: string; score: number }[]).map(essence));
      if (typeof page.body['next'] !== 'string') break;
      cursor = `&cursor=${encodeURIComponent(page.body['next'])}`;
    }
  }
  return found;
}

function essence({ id, score }: { id: string; score: number }): [string, number] {
  return [id, score];
}

const saves = 40;
const board = { case: 'case-of-kills', id: 'board-of-kills' };
const boardPath = `/api/v1/cases/${board.case}/boards/${board.id}`;

/** A board that is saved again and again, as the page does by itself; it goes on from what was said to be saved. */
function autosave(): Work {
  let promised = 0;
  const contentOf = (revision: number) => ({
    ...{ version: 1, nodes: [], relations: [] },
    places: { 'account:a1': [revision, revision] },
  });
  const begin = async (house: House) => {
    await house.ask('/api/v1/cases', 'POST', { id: board.case, title: 'Kills' });
    const path = `/api/v1/cases/${board.case}/boards`;
    const made = await house.ask(path, 'POST', {
      ...{ id: board.id, title: 'Kills', content: contentOf(1) },
    });
    if (well(made)) promised = Math.max(promised, 1);
  };
  const save = async (house: House) => {
    if (promised === 0) await begin(house);
    while (promised < saves) {
      const said = await house.ask(boardPath, 'PUT', {
        ...{ rests_on: promised, content: contentOf(promised + 1) },
      });
      if (!well(said)) return false;
      promised += 1;
    }
    return true;
  };
  return {
    name: 'autosave',
    in: 'detected',
    attempt: (house) => {
      promised = 0;
      return save(house);
    },
    finish: (house) =>
      until('the board is saved', async () => {
        const held = await house.ask(boardPath);
        const revision = well(held) ? Number(held.body['revision']) : 0;
        if (revision < promised)
          throw new Error(`Revision ${promised} was said to be saved; there is ${revision}.`);
        // What was stored when the answer was lost.
        promised = revision;
        return save(house);
      }),
    outcome: async (house) => {
      const held = await house.ask(boardPath);
      if (!well(held)) throw new Error('The board cannot be read.');
      const { revision, content } = held.body as { revision: number; content: { places: unknown } };
      return JSON.stringify([revision, content.places]);
    },
  };
}

/** An evidence bundle of the first cluster. */
function exported(): Work {
  let bundle: Buffer | null = null;
  const once = async (house: House) => {
    bundle = null;
    const first = await house.ask('/api/v1/clusters?limit=1');
    if (!well(first)) return false;
    const [cluster] = first.body['items'] as { id: string }[];
    const said = await house.ask('/api/v1/export', 'POST', {
      ...{ cluster: cluster!.id, reason: 'kills' },
    });
    if (well(said)) bundle = said.bytes;
    return bundle !== null;
  };
  return {
    ...{ name: 'export', in: 'detected', attempt: once },
    finish: (house) => until('a bundle is written', () => once(house)),
    outcome: async (house) => {
      const path = join(house.home, 'killed.zip');
      await writeFile(path, bundle!);
      return (await house.command('verify', path)) ? 'verified' : 'differs';
    },
  };
}

/** The cluster report, by command, into a folder. */
const report: Work = {
  name: 'report',
  in: 'detected',
  attempt: reportedOnce,
  finish: (house) => until('the report is written', () => reportedOnce(house)),
  outcome: async (house) => {
    const folder = reportsOf(house);
    const files = (await readdir(folder, { recursive: true })).sort();
    const text = files.find((file) => file.endsWith('.csv'));
    const kinds = files.map((file) => file.replaceAll(/\d/g, '0')).join(' ');
    return sha256(`${kinds} ${text ? await readFile(join(folder, text), 'utf8') : ''}`);
  },
};

const reportsOf = ({ home }: House) => join(home, 'killed-reports');

function reportedOnce(house: House): Promise<boolean> {
  return house.command('report', '--format', 'html,csv', '--out', reportsOf(house));
}

const batches = 12;
const rowsABatch = 250;

/** Batches of logins, each sent again with its key until it is said to be stored. */
function events(): Work {
  let next = 0;
  const send = async (house: House) => {
    while (next < batches) {
      const key = { 'idempotency-key': `kills-${next}` };
      if (!well(await house.ask('/api/v1/events', 'POST', { rows: loginsOf(next) }, key)))
        return false;
      next += 1;
    }
    return true;
  };
  return {
    name: 'events',
    in: 'empty',
    attempt: (house) => {
      next = 0;
      return send(house);
    },
    finish: (house) => until('all batches are stored', () => send(house)),
    outcome: dataDigest,
  };
}

function loginsOf(batch: number) {
  return Array.from({ length: rowsABatch }, (_, at) => {
    const time = new Date(Date.UTC(2026, 0, 1, 0, batch * rowsABatch + at)).toISOString();
    const row = { account_id: `a${at % 70}`, ip: `192.0.2.${at % 50}`, started_at: time };
    return { file: 'logins', row };
  });
}

/** All of them; `folder` is a dataset. */
export function works(folder: string): Work[] {
  return [load(folder), detect, autosave(), exported(), report, events()];
}
