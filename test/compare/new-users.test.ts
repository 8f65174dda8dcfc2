/**
 * The sample, two accounts that come onto a ring's machine, address and purse, and three that come onto one of these: whatever
 * the score says, the report says it.
 */
import { parse } from 'csv-parse/sync';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { formatRef } from '../../domain/schema/graph.ts';
import { isOtherwise, telling, type ClusterDiff, type RunDiff } from '../../domain/run-diff.ts';
import { readComparison } from '../../server/decisions/compare/read-comparison.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { makeReport } from '../../server/evidence/report/report.ts';
import type { ClusterReport } from '../../server/evidence/report/report-data.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';
import { writeDataset, type Row } from '../dataset.ts';

const tested = testDatabase();
const run = promisify(execFile);

/** On all three: of the ring. */
const added = ['x00001', 'x00002'];
/** On the machine alone, on the address alone, on the purse alone. */
const onOne = ['z00001', 'z00002', 'z00003'] as const;
const [onMachine, atAddress, byPurse] = onOne;
const [device, ip, payout] = ['d-4af766', '198.51.100.215', 'p38025'];
/** Honest people who come where strangers meet: a carrier's address, a VPN's, a payroll firm. */
const passersBy = ['y00001', 'y00002'];

let diff: RunDiff;
let ring: ClusterDiff;

function account(account_id: string, at: number): Row {
  return {
    ...{ account_id, platform: 'Worklane', role: 'developer', display_name: `Person ${at}` },
    ...{
      country: 'US',
      city: 'Austin',
      created_at: `2022-03-${String(at + 1).padStart(2, '0')}T00:00:00Z`,
    },
  };
}

function sessions(account_id: string, from: string, on: string, hour: number): Row[] {
  return Array.from({ length: 20 }, (_, at) => {
    const start = Date.UTC(2022, 2, 5 + 2 * at, hour);
    return {
      ...{ account_id, ip: from, device_id: on, started_at: new Date(start).toISOString() },
      ended_at: new Date(start + 3_600_000).toISOString(),
    };
  });
}

async function loaded(folder: string): Promise<void> {
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
}

beforeAll(async () => {
  await detectedSample(tested);
  await loaded(
    await writeDataset({
      accounts: [...added, ...onOne, ...passersBy].map(account),
      logins: [
        ...sessions(onMachine, '203.0.113.77', device, 8),
        ...sessions(atAddress, ip, 'd-own-address', 21),
        ...added.flatMap((id, at) => sessions(id, ip, device, 8 + 5 * at)),
        ...passersBy.flatMap((id, at) => sessions(id, '203.0.113.251', `d-own-${at}`, 9)),
        ...passersBy.flatMap((id, at) => sessions(id, '192.0.2.210', `d-own-${at}`, 14)),
      ],
      account_payments: [...added, byPurse].map((account_id) => ({
        ...{ account_id, payment_account_id: payout, purpose: 'payout' },
        first_used_at: '2022-03-05T00:00:00Z',
      })),
    }),
  );
  await detect(tested.database, {}, silentProgress);
  diff = await readComparison(tested.database, null, null);
  ring = diff.clusters.find(({ id }) => id === 'C-0204e9838eb9b398')!;
}, 600_000);

async function skein(...words: string[]): Promise<string> {
  const done = run(process.execPath, ['bin/skein.mjs', ...words], { env: tested.environment });
  return done.then(
    ({ stdout }) => stdout,
    (error: unknown) => (error as { stdout: string }).stdout,
  );
}

describe('two accounts that come onto a ring’s machine, address and purse', () => {
  it('join it', () => {
    expect(ring).toMatchObject({ change: 'grown', joined: added, left: [] });
    expect(ring.reasons).toContain('2 accounts joined');
  });
});

describe('three accounts that come onto one of these each', () => {
  it('do not join it', () => {
    for (const id of onOne) expect(ring.joined).not.toContain(id);
  });

  it('are told of as new users of each, since when, with the row that says so', () => {
    expect(diff.users_known).toBe(true);
    expect(isOtherwise(ring)).toBe(true);
    const things = telling(ring).map(({ thing }) => thing && formatRef(thing));
    expect(things.toSorted()).toEqual([
      `device:${device}`,
      `ip:${ip}`,
      `payment_account:${payout}`,
    ]);
    const machine = ring.new_users.find(({ name }) => name === device)!;
    expect(machine.users).toEqual({ then: 5, now: 8 });
    expect(machine.accounts).toMatchObject([
      {
        ...{ account_id: onMachine, since: '2022-03-05T08:00:00.000Z', cluster_id: null },
        evidence: [
          {
            ...{ type: 'logins.device_id', from: { type: 'account', id: onMachine } },
            to: { type: 'device', id: device },
            sources: [{ file: 'logins.csv', line: 2 }],
          },
        ],
      },
    ]);
    expect(ring.reasons).toContain(
      `1 account not in the cluster now shares its device ${device}, since 2022-03-05: ${onMachine}`,
    );
  });

  it('are on the first screen of the report in every form, and nothing is promised', async () => {
    const { headline, file } = await makeReport(tested.database, {
      ...{ run: null, language: 'en', link: null },
    });
    expect(headline).toContain('1 whose things have new users');
    expect(headline).not.toMatch(/nothing/i);
    const page = String(await file('html'))
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/\s+/g, ' ');
    const first = page.slice(0, page.indexOf('Accounts in it'));
    for (const named of [...onOne, device, ip, payout, 'logins.csv:2', ring.name])
      expect(first).toContain(named);
    expect(page).not.toMatch(/nothing (new|else needs you)/i);
    expect(page).toContain('The honest explanation that fits best: an agency or an employer.');
    const json = JSON.parse(String(await file('json'))) as ClusterReport;
    expect(json.changes!.clusters.find(({ id }) => id === ring.id)).toEqual(ring);
    const rows = parse<Record<string, string>>(String(await file('csv')), { columns: true });
    const cell = rows.find((row) => row['cluster_id'] === ring.id && row['row'] === 'cluster')!;
    expect(cell['new_users']).toContain(
      `device:${device}: ${onMachine}, 2022-03-05T08:00:00.000Z (logins.csv:2)`,
    );
    expect((await file('pdf')).length).toBeGreaterThan(10_000);
    const french = await makeReport(tested.database, { run: null, language: 'fr', link: null });
    expect(french.headline).toContain('1 dont ce qui le tient a de nouveaux utilisateurs');
  });

  it('are in what `skein diff` and `skein report` write', async () => {
    const told = await skein('diff');
    expect(told).toContain(`shares its device ${device}`);
    const out = await mkdtemp(join(tmpdir(), 'skein-report-'));
    onTestFinished(() => rm(out, { recursive: true, force: true }));
    await skein('report', '--format', 'html', '--out', out);
    expect(await readFile(join(out, 'report.html'), 'utf8')).toContain(byPurse);
  });

  it('and those who come where strangers meet are no news of any cluster', () => {
    const loud = diff.clusters.flatMap((one) => telling(one).map(({ accounts }) => accounts));
    const named = new Set(loud.flat().map(({ account_id: id }) => id));
    expect([...named].toSorted()).toEqual(onOne);
    for (const { new_users: all } of diff.clusters)
      for (const { accounts, shared } of all)
        if (accounts.some(({ account_id: id }) => passersBy.includes(id)))
          expect(shared).not.toBeNull();
  });
});
