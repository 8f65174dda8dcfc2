/** What a bundle says was done, done again from the original data. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { boardContentSchema } from '../../domain/case.ts';
import { createBoard } from '../../server/decisions/cases/board-store.ts';
import { createCase } from '../../server/decisions/cases/case-store.ts';
import { exceptingSchema } from '../../domain/exception.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { storeWeightRevision } from '../../server/detection/weights/weights-in-force.ts';
import { makeException } from '../../server/decisions/exceptions/record.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { plainAccounts } from '../detectors/detecting.ts';
import { oneHand } from '../one-hand.ts';
import { long } from '../long.ts';
import { asFile } from './bundles.ts';
import { exportedBundle } from './exporting.ts';

const tested = testDatabase();
const entry = fileURLToPath(new URL('../../bin/skein.mjs', import.meta.url));
let folder: string;
let bundle: Buffer;
/** The same, with the draft of a narrative. */
let filing: Buffer;

beforeAll(async () => {
  folder = await writeDataset({
    ...oneHand(['a1', 'a2', 'a3', 'a4']),
    accounts: [
      ...['a1', 'a2', 'a3', 'a4'].map((account_id) => ({
        account_id,
        display_name: account_id,
        email: `${account_id}@mail.example`,
        created_at: '2023-01-01T00:00:00Z',
      })),
      ...plainAccounts(26, 'o'),
    ],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  await makeException(
    tested.database,
    { home: tested.settings.home, by: 'tester', now: new Date().toISOString() },
    exceptingSchema.parse({
      ...{ nodes: ['device:d1'], reason: 'shared_device', why: 'a machine of the hall' },
      until: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    }),
  );
  // As if somebody had put in force what was learned.
  await storeWeightRevision(tested.database, {
    ...{ revision: 1, digest: '', why: 'learned', trial: null, proposed_by: null },
    ...{ by: 'ben', at: new Date().toISOString() },
    weights: [
      {
        ...{ sum: 'group', term: 'group:tight', shipped: 3, from: 3, to: 2.5 },
        ...{ low: 2, high: 3, decisions: 40 },
      },
    ],
  });
  const parameters = { 'shared-device': { hub_accounts: 30 } };
  await detect(tested.database, { parameters }, silentProgress);
  const { id: ofCase } = await createCase(tested.database, {
    title: 'Ring',
    description: '',
    tags: [],
  });
  const shown = [
    ...['a1', 'a2', 'a3', 'a4'].map((id) => ({ type: 'account', id })),
    { type: 'device', id: 'd1' },
  ];
  const look = { caption: 'x', stub: false, score: null, cluster_id: null, degree: 1 };
  const { id } = await createBoard(tested.database, ofCase, {
    title: 'First look',
    content: boardContentSchema.parse({
      version: 1,
      nodes: shown.map((node) => ({ ...node, ...look })),
      relations: [],
      places: { 'account:a1': [0, 0], 'device:d1': [40.5, -3] },
    }),
  });
  const request = {
    scope: { kind: 'board', case: ofCase, id },
    language: 'fr',
    masks: ['email'],
  } as const;
  bundle = (await exportedBundle(tested, request)).bytes;
  const withNarrative = { ...request, narrative: true, decided: '2024-01-31' };
  filing = (await exportedBundle(tested, withNarrative)).bytes;
});

interface Replayed {
  intact: boolean;
  replay?: { same: boolean; files: number; differing: string[] };
}

function verified(path: string): Promise<{ status: number; verdict: Replayed }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [entry, 'verify', path, '--replay', folder, '--json'],
      { env: tested.environment },
      (error, stdout) => {
        const status = error === null ? 0 : Number(error.code);
        resolve({ status, verdict: JSON.parse(stdout) as Replayed });
      },
    );
  });
}

describe('a replay', () => {
  test('of the original data comes to the same bytes, of a board, under an exception and other weights, masked and in French', async () => {
    const { status, verdict } = await verified(await asFile(bundle));
    expect(verdict).toMatchObject({ intact: true, replay: { same: true, differing: [] } });
    expect(verdict.replay!.files).toBeGreaterThan(20);
    expect(bundle.includes('data/exceptions.ndjson')).toBe(true);
    expect(bundle.includes('data/narrative.md')).toBe(false);
    expect(status).toBe(0);
  });

  test(
    'of other data names what came out otherwise; a narrative that it holds comes out again',
    long,
    async () => {
      const path = join(folder, 'devices.csv');
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replace('laptop', 'desktop'));
      const { status, verdict } = await verified(await asFile(filing));
      await writeFile(path, text);
      expect(verdict.replay).toMatchObject({ same: false });
      expect(verdict.replay!.differing).toEqual(
        expect.arrayContaining(['data/nodes.csv', 'data/report.html', 'data/subgraph.json']),
      );
      expect(filing.includes('data/narrative.md')).toBe(true);
      for (const same of ['data/totals.csv', 'data/narrative.md', 'data/settings.json'])
        expect(verdict.replay!.differing).not.toContain(same);
      expect(status).toBe(3);
    },
  );
});
