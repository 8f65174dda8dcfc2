import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import type { IntakeState } from '../../domain/intake.ts';
import { testDatabase } from '../database.ts';
import { ask, servedApp } from '../http/served.ts';
import { intakeClient } from '../intake/sending.ts';
import { promptly } from '../patience.ts';
import { tried } from './tally.ts';

/** Files made to stop the server: while each is described, tried and loaded, the server answers others. */

const tested = testDatabase();
const app = servedApp(tested);
const client = intakeClient(app);
beforeAll(() => tested.empty());

/** How often it is asked. A reader that is worse than linear takes minutes for these files, in one piece. */
const askedEveryMs = 50;
const patient = { timeout: 240_000 };

/** Asks whether the server is alive, again and again, until the work has ended; the longest that it took to say so. */
async function whileAnswering<T>(work: Promise<T>): Promise<{ done: T; longest: number }> {
  const state = { working: true };
  const ended = work.finally(() => {
    state.working = false;
  });
  let longest = 0;
  while (state.working) {
    const asked = performance.now();
    expect((await ask(app.port, '/healthz')).status).toBe(200);
    longest = Math.max(longest, performance.now() - asked);
    await setTimeout(askedEveryMs);
  }
  return { done: await ended, longest };
}

interface Outcome {
  described: number;
  faults: string[];
  previewed: number;
  loaded: IntakeState | null;
  refused: string;
}

/** All that the page does with a file. */
async function bringIn(name: string, content: string | Buffer): Promise<Outcome> {
  const { id } = await client.begin();
  const { status, text } = await client.put(id, name, content);
  if (status !== 200) throw new Error(text);
  const file = JSON.parse(text) as Awaited<ReturnType<typeof client.upload>>;
  const preview = await client.send('GET', `${client.at(id, name)}/preview`);
  const begun = await client.send('POST', `/intakes/${id}/load`, {});
  const loaded = begun.status === 200 ? await ended(id) : null;
  return {
    ...{ described: status, faults: file.faults.map(({ problem }) => problem) },
    ...{ previewed: preview.status, loaded, refused: begun.status === 200 ? '' : begun.text },
  };
}

async function ended(id: string): Promise<IntakeState> {
  let state = await client.state(id);
  while (state.state === 'loading') state = await client.state(id);
  return state;
}

const header = 'account_id,handle,email\n';
const columns = Array.from({ length: 50_000 }, (_, at) => `column_${at}`).join(',');

const loads: [
  what: string,
  name: string,
  content: () => string | Promise<Buffer>,
  rejected: number,
][] = [
  [
    'quotes that stay open over 60,000 lines',
    'accounts.csv',
    () => `${header}${'x","z\n'.repeat(60_000)}q"q\n`,
    60_001,
  ],
  [
    'a quote left open over 200,000 empty lines',
    'accounts.csv',
    () => `${header}"${'\n'.repeat(200_000)}a1,ann,\n`,
    1,
  ],
  ['a line of 40 MB', 'accounts.csv', () => `${header}${'x'.repeat(40_000_000)}\na1,ann,\n`, 1],
  [
    'a line of 5 million cells',
    'accounts.csv',
    () => `${header}${','.repeat(5_000_000)}\na1,ann,\n`,
    1,
  ],
  [
    'addresses that a pattern would search for minutes',
    'accounts.csv',
    () =>
      `${header}${Array.from({ length: 300 }, (_, at) => `b${at},x,a@${'.'.repeat(7_000)} \n`).join('')}`,
    0,
  ],
  [
    'JSON nested a million deep',
    'accounts.ndjson',
    () => `{"account_id":"a1","x":${'['.repeat(1_000_000)}\n{"account_id":"a2"}\n`,
    1,
  ],
  [
    'JSON that closes what it nests',
    'accounts.ndjson',
    () => `{"account_id":"a1","x":${'['.repeat(9_000)}${']'.repeat(9_000)}}\n{"account_id":"a2"}\n`,
    1,
  ],
  [
    'JSON of 50 MB in a line',
    'accounts.ndjson',
    () => `{"account_id":"a2"}\n{"account_id":"${'a'.repeat(50_000_000)}"}\n`,
    1,
  ],
  [
    'JSON of a million keys',
    'accounts.ndjson',
    () =>
      `{"account_id":"a2"}\n{${Array.from({ length: 1_000_000 }, (_, at) => `"k${at}":1`).join(',')}}\n`,
    1,
  ],
];

it.each(loads)('%s', patient, async (what, name, content, rejected) => {
  const { done, longest } = await whileAnswering(bringIn(name, await content()));
  tried('table', what);
  expect(done.faults).toEqual([]);
  expect(done.previewed).toBe(200);
  expect(done.loaded).toMatchObject({ state: 'loaded', problem: null });
  expect(done.loaded!.result!.files[0]).toMatchObject({ rejected });
  expect(longest / 1_000).toBeLessThan(promptly());
});

const refusals: [
  what: string,
  name: string,
  content: () => string | Promise<Buffer>,
  fault: RegExp,
][] = [
  [
    '50,000 columns',
    'accounts.csv',
    () => `account_id,${columns}\n`,
    /has more than 2,000 columns/,
  ],
  [
    '50,000 columns of JSON',
    'accounts.ndjson',
    () => `{${columns.replaceAll(/\w+/g, '"$&":1')}}\n`,
    /no columns/,
  ],
  [
    'a name of a column of 1 MB',
    'accounts.csv',
    () => `account_id,${'x'.repeat(1_000_000)}\n`,
    /longer than 512 characters/,
  ],
  [
    'gzip of 280 MB of nothing',
    'accounts.csv.gz',
    () => promisify(gzip)(Buffer.alloc(280 * 1024 * 1024, 'x')),
    /larger than 32 MiB/,
  ],
  ['nothing but line ends', 'accounts.csv', () => '\n'.repeat(500_000), /no columns/],
];

it.each(refusals)('%s: refused in a line', patient, async (what, name, content, fault) => {
  const { done, longest } = await whileAnswering(bringIn(name, await content()));
  tried('table', what);
  expect(done.faults.join('\n')).toMatch(fault);
  expect(done.loaded).toBeNull();
  expect(JSON.parse(done.refused)).toMatchObject({ status: 422, type: 'invalid-data' });
  expect(longest / 1_000).toBeLessThan(promptly());
});

it('a reading of 50,000 columns', patient, async () => {
  const { id } = await client.begin();
  await client.upload(id, 'accounts.csv', `${header}a1,ann,\n`);
  const columns = Object.fromEntries(
    Array.from({ length: 50_000 }, (_, at) => [`c${at}`, 'handle']),
  );
  const sent = client.send('PUT', `${client.at(id, 'accounts.csv')}/reading`, {
    reading: { file: 'accounts', columns },
    suggest: false,
  });
  const { done, longest } = await whileAnswering(sent);
  expect(done.status).toBe(400);
  expect(longest / 1_000).toBeLessThan(promptly());
});

it('none of which the server took for a fault of its own', () => {
  expect(app.logged.filter((line) => line.includes('request failed'))).toEqual([]);
});
