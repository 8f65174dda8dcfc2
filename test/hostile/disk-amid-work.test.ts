/** The disk of the home runs full amid a load and a detection: what cannot be done says so, nothing is half-done, and it goes on once there is room. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Detection } from '../../domain/detection.ts';
import type { Run } from '../../domain/finding.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { folderOf } from '../load/folder-of.ts';
import { long } from '../long.ts';
import { itOnOwnDisk, serverOnOwnDisk } from './own-disk.ts';

const tested = testDatabase();
const { asked, tell } = serverOnOwnDisk(tested, 48);

let folder: string;
/** What the same load writes where there is room. */
let unbroken: Awaited<ReturnType<typeof graph>>;

/** Of letters by chance, so that what is kept of them is large however it is packed. */
beforeAll(async () => {
  const ids = Array.from({ length: 400 }, (_, at) => `a${at}`);
  const lines = (row: (id: string, at: number) => string) => [...ids.map(row), ''].join('\n');
  folder = await folderOf({
    'accounts.csv': `account_id,display_name\n${lines((id) => `${id},${randomBytes(200).toString('hex')}`)}`,
    'logins.csv': `account_id,ip,device_id,started_at\n${lines((id, at) => `${id},192.0.2.${at % 200},d${at},2026-01-01T00:00:00Z`)}`,
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  unbroken = await graph();
  await tested.empty();
});

afterAll(() => rm(folder, { recursive: true }));

/** Bytes that the disk still takes: from none to nearly as many as the work needs. */
const room = [0, 4_096, 16_384, 65_536];
const roomToDetect = [0, 65_536, 4_194_304];

async function graph(): Promise<{ accounts: number; relations: number }> {
  const [counted] = await tested.database.read<{ accounts: number; relations: number }>(
    'MATCH (a:Account) WITH count(a) AS accounts OPTIONAL MATCH (:Account)-[r]->() RETURN accounts, count(r) AS relations',
  );
  return counted!;
}

/** What says that the disk is full: in words, not as a defect. */
function saysFull(said: string): void {
  expect(said).toMatch(/\(ENOSPC\)|The disk is full/);
  expect(said).not.toMatch(/^\s+at /m);
}

describe('a disk that is full', long, () => {
  itOnOwnDisk('amid a load', async () => {
    const outcomes: (string | null)[] = [];
    for (const left of room) {
      await tell('fill', String(left));
      const said = (await tell('load', folder)) as string | null;
      outcomes.push(said);
      // Kept whole or not at all, and no row of a file that is not kept.
      const kept = (await tell('files', 'sources')) as string[];
      expect(kept.filter((name) => !name.endsWith('.gz'))).toEqual([]);
      if (said !== null) {
        saysFull(said);
        if (kept.length < 2) expect(await graph()).toEqual({ accounts: 0, relations: 0 });
      }
      await tell('free');
    }
    expect(outcomes[0]).not.toBeNull();
    expect(await tell('load', folder)).toBeNull();
    expect(await graph()).toEqual(unbroken);
    expect(await tell('audit')).toBe(true);
  });

  itOnOwnDisk('amid what is brought in by the page', async () => {
    await tell('fill');
    const begun = await asked('POST', '/intakes', { sample: false });
    expect(begun.status, begun.text).toBe(503);
    saysFull((JSON.parse(begun.text) as { detail: string }).detail);
    await tell('free');
    expect((await asked('POST', '/intakes', { sample: false })).status).toBe(200);
  });

  itOnOwnDisk('amid a detection', async () => {
    const runs = () =>
      tested.database.read<{ run: string }>('MATCH (r:SkeinRun) RETURN r.run AS run');
    for (const left of roomToDetect) {
      const before = (await runs()).length;
      await tell('fill', String(left));
      const begun = await asked('POST', '/detections', {});
      if (begun.status === 200) {
        const { state, problem } = await ended((JSON.parse(begun.text) as Detection).id);
        if (state === 'failed') saysFull(problem!);
        expect((await runs()).length).toBe(before + (state === 'done' ? 1 : 0));
      } else {
        expect(begun.status, begun.text).toBe(503);
        saysFull((JSON.parse(begun.text) as { detail: string }).detail);
        expect((await runs()).length).toBe(before);
      }
      await tell('free');
    }
    const begun = await asked('POST', '/detections', {});
    const { state, run } = await ended((JSON.parse(begun.text) as Detection).id);
    expect(state).toBe('done');
    const listed = JSON.parse((await asked('GET', '/runs')).text) as { items: Run[] };
    expect(listed.items[0]).toMatchObject({
      ...{ run, counts: { accounts: unbroken.accounts } },
    });
    expect(await tell('audit')).toBe(true);
  });
});

async function ended(id: string): Promise<Detection> {
  const now = async () => JSON.parse((await asked('GET', `/detections/${id}`)).text) as Detection;
  await expect.poll(async () => (await now()).state, { timeout: 240_000 }).not.toBe('running');
  return now();
}
