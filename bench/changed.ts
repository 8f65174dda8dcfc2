/**
 * `npx tsx bench/changed.ts --accounts 20000`: how long a full run takes on a generated world, and how long one over what
 * changed only, after batches of rows as they come while a platform is at work. Both give the same findings, or it fails.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { detect } from '../server/decisions/applied/detect.ts';
import type { DetectionResult } from '../server/detection/runs/store-run.ts';
import { noDelivery } from '../server/platform/settings/delivery-settings.ts';
import { EventQueue } from '../server/ingest/events/event-queue.ts';
import { generate } from '../worlds/shipped/generate.ts';
import { loadFolders } from '../server/ingest/load/load.ts';
import type { Database } from '../server/graph/neo4j/database.ts';
import { openDatabase } from '../server/operations/store/open.ts';
import { silentProgress, terminalProgress } from '../server/platform/progress.ts';
import { noTimestamps, type Settings } from '../server/platform/settings/settings.ts';
import { iso, randomNumbers } from './rows.ts';

const rowsOfBatch = 1_000;
const day = 86_400_000;

interface Known {
  accounts: string[];
  ips: string[];
  devices: string[];
  purses: string[];
  /** Of the latest login. */
  latest: number;
}

async function known(database: Database): Promise<Known> {
  const ids = async (label: string) =>
    (await database.read<{ id: string }>(`MATCH (n:${label}) RETURN n.id AS id ORDER BY id`)).map(
      ({ id }) => id,
    );
  const [row] = await database.read<{ latest: string }>(
    'MATCH ()-[r:LOGGED_IN_FROM]->() RETURN max(r.started_at) AS latest',
  );
  return {
    accounts: await ids('Account'),
    ips: await ids('Ip'),
    devices: await ids('Device'),
    purses: await ids('PaymentAccount'),
    latest: Date.parse(row!.latest),
  };
}

const random = randomNumbers(4_711);
const some = (list: readonly string[]) => list[random(list.length)]!;

const batches: Readonly<Record<string, (world: Known, at: number) => object>> = {
  logins: ({ accounts, ips, devices, latest }) => ({
    file: 'logins',
    row: {
      account_id: some(accounts),
      ip: some(ips),
      device_id: some(devices),
      started_at: iso(latest + random(day)),
    },
  }),
  transfers: ({ purses, latest }, at) => ({
    file: 'transfers',
    row: {
      transfer_id: `bench-${at}`,
      from_payment_account_id: some(purses),
      to_payment_account_id: some(purses),
      amount: 5 + random(900),
      currency: 'USD',
      sent_at: iso(latest + random(day)),
    },
  }),
  ratings: ({ accounts, latest }, at) => ({
    file: 'ratings',
    row: {
      rating_id: `bench-${at}`,
      from_account_id: some(accounts),
      to_account_id: some(accounts),
      score: 1 + random(5),
      rated_at: iso(latest + random(day)),
    },
  }),
  'new accounts': (_world, at) => ({
    file: 'accounts',
    row: { account_id: `bench-${at}`, display_name: `Account ${at}` },
  }),
};

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const begun = performance.now();
  const result = await work();
  return [result, (performance.now() - begun) / 1_000];
}

const text = ({ findings, clusters, accounts }: DetectionResult) =>
  JSON.stringify([findings, clusters, accounts]);

async function measure(database: Database, settings: Settings): Promise<void> {
  const say = (what: string, seconds: number, more = '') =>
    process.stdout.write(`${what.padEnd(44)}${seconds.toFixed(1).padStart(8)} s${more}\n`);
  const run = (changedOnly: boolean) =>
    timed(() => detect(database, { changedOnly }, silentProgress));
  say('full, the first time', (await run(false))[1]);
  say('full', (await run(false))[1]);
  say('changed: nothing', (await run(true))[1]);
  const queue = new EventQueue(database, settings);
  const world = await known(database);
  for (const [name, row] of Object.entries(batches)) {
    const rows = Array.from({ length: rowsOfBatch }, (_, at) => row(world, at));
    const [answer, storing] = await timed(() =>
      queue.take(`bench-${name.replace(' ', '-')}`, rows),
    );
    if (answer.accepted < rows.length) throw new Error(answer.rejected[0]?.reason);
    say(`${rowsOfBatch} ${name}: stored`, storing);
    const [changed, seconds] = await run(true);
    const asked = changed.run.detectors.filter(({ kept_from }) => kept_from === undefined);
    say(`  changed`, seconds, `   ${asked.length} of ${changed.run.detectors.length} detectors`);
    const [full, fully] = await run(false);
    say('  full', fully);
    if (text(changed) !== text(full)) throw new Error('They differ.');
  }
}

const { accounts } = parseArgs({
  options: { accounts: { type: 'string', default: '20000' } },
}).values;
const home = await mkdtemp(join(tmpdir(), 'skein-changed-'));
const settings: Settings = {
  home,
  sources: join(home, 'sources'),
  host: '127.0.0.1',
  port: null,
  neo4j: null,
  timestamps: noTimestamps,
  delivery: noDelivery,
};
const opened = await openDatabase(settings, terminalProgress());
try {
  const folder = join(home, 'world');
  generate({ accounts: Number(accounts), seed: 1, folder }, terminalProgress());
  await loadFolders(opened.database, settings, [folder], {}, terminalProgress());
  await measure(opened.database, settings);
} finally {
  await opened.close();
  await rm(home, { recursive: true });
}
