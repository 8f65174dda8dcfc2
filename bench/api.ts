/**
 * `npm run bench:api`: how fast search and expand answer through the product's own HTTP server on a platform of a
 * million accounts. `--home <folder>` keeps the platform there, or uses the one that is there already.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp } from '../server/http/app.ts';
import { createLog } from '../server/http/request-log.ts';
import { serve } from '../server/http/serve.ts';
import { openDatabase } from '../server/neo4j/open.ts';
import { terminalProgress } from '../server/progress.ts';
import type { Settings } from '../server/settings.ts';
import {
  accountOf,
  deviceOf,
  documentNumber,
  hubs,
  importPlatform,
  ipOf,
  million,
  paymentOf,
} from './platform.ts';
import { randomNumbers } from './rows.ts';

const ofEach = 60;
const wantedMs = 100;

interface Question {
  what: string;
  path: (at: number) => string;
}

const search = (text: string) => `/search?q=${encodeURIComponent(text)}`;
const expand = (ref: string, limit = 25) =>
  `/nodes/${encodeURIComponent(ref)}/expand?limit=${limit}`;
const neighbours = (ref: string) => `/nodes/${encodeURIComponent(ref)}/neighbours`;

/** A number for each question, far from that of the one before: no answer is asked for twice. */
const spread = (at: number, below: number) => randomNumbers(at * 2_654_435 + 11)(below);
const account = (at: number) => accountOf(spread(at, million.accounts));

/** With a letter taken out of its middle. */
const slipped = (word: string) => word.slice(0, 3) + word.slice(4);

const questions: readonly Question[] = [
  { what: 'search: id', path: (at) => search(account(at).id) },
  { what: 'search: whole name', path: (at) => search(account(at).display_name) },
  {
    what: 'search: one name of two',
    path: (at) => search(account(at).display_name.split(' ')[0]!),
  },
  {
    what: 'search: beginning of a name',
    path: (at) => search(account(at).display_name.slice(0, 4)),
  },
  {
    what: 'search: beginning of three letters',
    path: (at) => search(account(at).handle.slice(0, 3)),
  },
  {
    what: 'search: name with a slip in each word',
    path: (at) => search(account(at).display_name.split(' ').map(slipped).join(' ')),
  },
  { what: 'search: e-mail', path: (at) => search(account(at).email) },
  {
    what: 'search: local part of an e-mail',
    path: (at) => search(account(at).email.split('@')[0]!),
  },
  {
    what: 'search: domain that 2,000 share',
    path: (at) => search(account(at).email.split('@')[1]!),
  },
  {
    what: 'search: phone without its country',
    path: (at) =>
      search(
        account(at)
          .phone.slice(2)
          .replace(/(...)(...)/, '($1) $2-'),
      ),
  },
  { what: 'search: address', path: (at) => search(account(at).address) },
  { what: 'search: IP', path: (at) => search(ipOf(spread(at, million.ips))) },
  { what: 'search: CIDR /24', path: (at) => search(`10.${at % 6}.${spread(at, 256)}.0/24`) },
  { what: 'search: CIDR /8', path: (at) => search(`${10 + (at % 2)}.0.0.0/8`) },
  {
    what: 'search: number of a document',
    path: (at) => search(documentNumber(spread(at, million.documents / 2) * 2)),
  },
  { what: 'search: words of texts', path: (at) => search(`wallet milestone ref${spread(at, 99)}`) },
  { what: 'search: device', path: (at) => search(deviceOf(spread(at, million.devices))) },
  { what: 'search: nothing holds it', path: (at) => search(`qqzz${at} nowhere`) },
  {
    what: 'search: a page of 500',
    path: (at) => `${search(account(at).handle.slice(0, 4))}&limit=500`,
  },
  { what: 'expand: account', path: (at) => expand(`account:${account(at).id}`) },
  { what: 'expand: IP', path: (at) => expand(`ip:${ipOf(spread(at, million.ips))}`) },
  {
    what: 'expand: payment account',
    path: (at) => expand(`payment_account:${paymentOf(spread(at, million.payments))}`),
  },
  ...hubs
    .filter((sessions, at) => hubs.indexOf(sessions) === at)
    .flatMap((sessions): Question[] => {
      const hub = `ip:${ipOf(hubs.indexOf(sessions))}`;
      const name = `IP of ${sessions.toLocaleString('en')} sessions`;
      return [
        { what: `expand: ${name}`, path: (at) => expand(hub, 10 + (at % 90)) },
        { what: `neighbours: ${name}`, path: () => neighbours(hub) },
      ];
    }),
  { what: 'neighbours: account', path: (at) => neighbours(`account:${account(at).id}`) },
];

/** Warm: each question is asked a few times of other things before it is measured. */
async function measured(origin: string, { what, path }: Question) {
  const times: number[] = [];
  for (let at = 0; at < ofEach + 5; at += 1) {
    const begun = performance.now();
    const response = await fetch(`${origin}/api/v1${path(at)}`);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${what}: ${path(at)} answered ${response.status}.`);
    if (at >= 5) times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const share = (part: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * part))]!;
  return { what, times, p50: share(0.5), p95: share(0.95), most: times.at(-1)! };
}

async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { home: { type: 'string' }, at: { type: 'string' } } });
  if (values.at) return report(values.at);
  const home = values.home ?? (await mkdtemp(join(tmpdir(), 'skein-bench-')));
  if (!existsSync(join(home, 'neo4j'))) await importPlatform(home, million);
  const settings: Settings = {
    home,
    sources: join(home, 'sources'),
    host: '127.0.0.1',
    port: null,
    neo4j: null,
  };
  const opened = await openDatabase(settings, terminalProgress());
  const app = createApp({
    database: opened.database,
    settings,
    log: createLog('silent'),
    page: home,
  });
  const serving = await serve(app, '127.0.0.1', 0);
  try {
    await report(serving.url);
  } finally {
    await serving.close();
    await opened.close();
    if (values.home === undefined) await rm(home, { recursive: true, force: true });
  }
}

async function report(origin: string): Promise<void> {
  const ms = (value: number) => value.toFixed(0).padStart(8);
  process.stdout.write(
    `1,000,000 accounts, load average ${loadavg()[0]!.toFixed(1)}; ms through HTTP, ${ofEach} questions of each kind\n`,
  );
  process.stdout.write(
    `${'what'.padEnd(42)}${['p50', 'p95', 'max'].map((head) => head.padStart(8)).join('')}\n`,
  );
  const all = new Map<string, number[]>();
  for (const question of questions) {
    const { what, times, p50, p95, most } = await measured(origin, question);
    const slow = p95 > wantedMs ? `  over ${wantedMs}` : '';
    process.stdout.write(`${what.padEnd(42)}${ms(p50)}${ms(p95)}${ms(most)}${slow}\n`);
    const kind = what.split(':')[0]!;
    all.set(kind, [...(all.get(kind) ?? []), ...times]);
  }
  for (const [kind, times] of all) {
    times.sort((a, b) => a - b);
    const p95 = times[Math.floor(times.length * 0.95)]!;
    const p50 = times[Math.floor(times.length * 0.5)]!;
    process.stdout.write(
      `${`all of ${kind}`.padEnd(42)}${ms(p50)}${ms(p95)}${ms(times.at(-1)!)}\n`,
    );
  }
}

await bench();
