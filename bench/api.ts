/**
 * `npm run bench:api`, written to docs/BENCH-API.md: how fast search and expand answer through the product's own HTTP
 * server on a platform of a million accounts. `--home <folder>` keeps the platform there, or uses the one that is there.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp } from '../server/edge/http/app.ts';
import { createLog } from '../server/edge/http/request-log.ts';
import { serve } from '../server/edge/http/serve.ts';
import { localLayout } from '../server/graph/neo4j/local-layout.ts';
import { readLock } from '../server/graph/neo4j/lock.ts';
import { openDatabase } from '../server/operations/store/open.ts';
import { terminalProgress } from '../server/platform/progress.ts';
import { settingsOf } from './home.ts';
import { busyBefore, writePaper } from './paper.ts';
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

const ofEach = 40;
const warming = 10;
const msPerTick = 10;

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

interface Measured {
  what: string;
  times: number[];
  /** Of the server and Neo4j together, a question. */
  cpu: number;
}

/** Each kind of question is asked a few times of other things before it is measured. */
async function measured(
  origin: string,
  { what, path }: Question,
  cpuMs: () => Promise<number>,
): Promise<Measured> {
  const times: number[] = [];
  let before = 0;
  for (let at = 0; at < ofEach + warming; at += 1) {
    if (at === warming) before = await cpuMs();
    const begun = performance.now();
    const response = await fetch(`${origin}/api/v1${path(at)}`);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${what}: ${path(at)} answered ${response.status}.`);
    if (at >= warming) times.push(performance.now() - begun);
  }
  return { what, times, cpu: ((await cpuMs()) - before) / ofEach };
}

/** The work of this process, in which the server runs, and of Neo4j's: waiting for a busy machine is not in it. */
async function cpuOf(java: number): Promise<number> {
  const { user, system } = process.cpuUsage();
  const stat = await readFile(`/proc/${java}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (user + system) / 1_000 + (Number(fields[11]) + Number(fields[12])) * msPerTick;
}

async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { home: { type: 'string' } } });
  const home = values.home ?? (await mkdtemp(join(tmpdir(), 'skein-bench-')));
  if (!existsSync(join(home, 'neo4j'))) await importPlatform(home, million);
  const settings = settingsOf(home);
  const busy = busyBefore();
  const opened = await openDatabase(settings, terminalProgress());
  const log = createLog('silent');
  const app = createApp({ database: opened.database, settings, log, page: home });
  const serving = await serve(app, '127.0.0.1', 0);
  const java = (await readLock(localLayout(home).lock))?.java;
  try {
    const lines = await answers(serving.url, () => (java ? cpuOf(java) : Promise.resolve(0)));
    await writePaper('BENCH-API.md', {
      title: 'How fast search and expand answer',
      command: 'npm run bench:api',
      busy,
      lines: [...head, ...lines],
    });
  } finally {
    await serving.close();
    await opened.close();
    if (values.home === undefined) await rm(home, { recursive: true, force: true });
  }
}

const head = [
  `A platform of ${million.accounts.toLocaleString('en')} accounts; milliseconds through HTTP, ${ofEach.toString()} questions of each kind,`,
  'none asked twice. **cpu** is the work of server and Neo4j for a question, whatever else the machine does.',
  'Aim for search and expand: p95 of 100 ms.',
  '',
  '| what | p50 | p95 | max | cpu |',
  '| --- | --: | --: | --: | --: |',
];

async function answers(origin: string, cpuMs: () => Promise<number>): Promise<string[]> {
  const lines: string[] = [];
  const all = new Map<string, number[]>();
  for (const question of questions) {
    const { what, times, cpu } = await measured(origin, question, cpuMs);
    lines.push(line(what, [...summary(times), cpu.toFixed(0)]));
    const kind = what.split(':')[0]!;
    all.set(kind, [...(all.get(kind) ?? []), ...times]);
  }
  for (const [kind, times] of all) lines.push(line(`**all of ${kind}**`, [...summary(times), '']));
  return lines;
}

function summary(times: number[]): string[] {
  times.sort((a, b) => a - b);
  return [0.5, 0.95, 1].map((share) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(0),
  );
}

function line(what: string, cells: readonly string[]): string {
  return `| ${[what, ...cells].join(' | ')} |`;
}

await bench();
