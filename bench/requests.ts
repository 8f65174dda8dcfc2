import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { checkout } from '../server/platform/settings/settings.ts';
import { randomNumbers, seedsApart } from './rows.ts';
import type { Work } from './works.ts';

const analysts = 200;
/** As many are asked with nobody beside: of few, the end of the list is one that Neo4j planned anew. */
const askedAlone = 1_000;
/** So often all of them ask at once. */
const rounds = 3;
/** At work each asks, reads what came for between none and twice as long, and asks again, for so long in all. */
const readingMs = 10_000;
const workingMs = 60_000;
/** Of each kind, before anything is timed. */
const warming = 10;
const mostSeconds = 0.5;
/** Of one that nobody else asks beside. */
const mostAlone = 0.05;
/** So many times as long it may take on a platform ten times as large. */
const mostGrowth = 2;
const remarksKept = 2_000;

/** The end of a list whose requests took longer. */
const share = 0.95;

/** Of a page of findings: whom the requests are about. */
const findingsSchema = z.object({
  items: z.array(z.object({ accounts: z.array(z.string()) })),
  next: z.string().nullable(),
});

interface Kind {
  what: string;
  /** A list's pages are measured where runs are stored. */
  isPage?: true;
  path: (about: About, at: number) => string;
}

/** Accounts of findings, and pairs of one finding. */
interface About {
  accounts: readonly string[];
  pairs: readonly (readonly [string, string])[];
  /** Of pages of findings after the first. */
  cursors: readonly string[];
}

const some = <T>(list: readonly T[], at: number) => list[at % list.length]!;

const kinds: readonly Kind[] = [
  {
    what: 'neighbourhood of an account',
    path: ({ accounts }, at) =>
      `/nodes/${encodeURIComponent(`account:${some(accounts, at)}`)}/expand?limit=25`,
  },
  {
    what: 'search for an account',
    path: ({ accounts }, at) => `/search?q=${some(accounts, at)}`,
  },
  {
    what: 'why two accounts are linked',
    path: ({ pairs }, at) => {
      const [a, b] = some(pairs, at);
      return `/explain?a=${a}&b=${b}`;
    },
  },
  {
    what: 'page of 50 findings',
    isPage: true,
    path: ({ cursors }, at) => `/findings?limit=50&cursor=${encodeURIComponent(some(cursors, at))}`,
  },
  { what: 'page of 50 of the queue', isPage: true, path: () => '/triage?limit=50' },
];

/**
 * Times requests to `skein up` on a home that nobody has open, in a process of its own: one at a time, as people at work ask, and all at once.
 * Throws when one is not answered.
 */
export async function requestsTimed(home: string): Promise<Work[]> {
  const server = spawn(process.execPath, [join(checkout, 'bin', 'skein.mjs'), 'up'], {
    env: { ...process.env, SKEIN_HOME: home, SKEIN_OPEN: 'yes' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // It logs each request; only what it said last tells why it failed.
  let remarks = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    remarks = (remarks + text).slice(-remarksKept);
  });
  const ended = once(server, 'close');
  try {
    const origin = await originOf(server);
    const about = await aboutIn(origin);
    for (let at = 0; at < warming * kinds.length; at += 1) await asked(origin, about, at);
    const alone: Timed[] = [];
    for (let at = 0; at < askedAlone; at += 1) alone.push(await asked(origin, about, at));
    const working = await atWork(origin, about);
    const together: Timed[] = [];
    for (let round = 1; round <= rounds; round += 1)
      together.push(
        ...(await Promise.all(
          Array.from({ length: analysts }, (_, at) => asked(origin, about, round * analysts + at)),
        )),
      );
    const where = `on ${availableParallelism()} cores, Neo4j and whoever asks being on the same`;
    const beside = { what: 'one at a time', seconds: late(alone) };
    return [
      ...kinds.flatMap(({ what, isPage }) => (isPage ? [] : [aloneOf(what, alone)])),
      {
        what: `${analysts} analysts at work, 95 of 100 answers within`,
        ...{ seconds: late(working), aim: { seconds: mostSeconds }, beside },
        note: `${analysts} clients of \`skein up\` ${where}, for ${workingMs / 60_000} minute: each asks, waits ${readingMs / 1_000} s on average, and asks again; ${working.length} requests. By kind: ${byKind(working, alone)}. All were answered.`,
      },
      {
        what: `${analysts} analysts’ requests at once, 95 of 100 within`,
        ...{ seconds: late(together), aim: { seconds: mostSeconds }, beside },
        note: `${analysts} requests are sent at the same moment ${where}, ${rounds} times. In seconds, at once and one at a time, by kind: ${byKind(together, alone)}. All were answered.`,
      },
    ];
  } catch (error) {
    throw new Error(`The server said at last: ${remarks}`, { cause: error });
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

function aloneOf(kind: string, alone: readonly Timed[]): Work {
  return {
    what: `${kind}, 95 of 100 within`,
    seconds: late(alone.filter((one) => one.kind === kind)),
    ...{ beside: null, aim: { seconds: mostAlone }, grows: mostGrowth },
  };
}

async function atWork(origin: string, about: About): Promise<Timed[]> {
  const end = performance.now() + workingMs;
  const all = Array.from({ length: analysts }, async (_, analyst) => {
    const random = randomNumbers(analyst * seedsApart);
    const times: Timed[] = [];
    await pause(random(2 * readingMs));
    while (performance.now() < end) {
      times.push(await asked(origin, about, random(1_000_000)));
      await pause(random(2 * readingMs));
    }
    return times;
  });
  return (await Promise.all(all)).flat();
}

/** Where it listens, which is the one line that it prints. */
async function originOf(server: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: server.stdout! })) {
    const [origin] = /http:\/\/[^\s/]+/.exec(line) ?? [];
    if (origin !== undefined) return origin;
  }
  throw new Error('It ended before it served.');
}

async function aboutIn(origin: string): Promise<About> {
  const cursors: string[] = [];
  const found: string[][] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const response = await fetch(`${origin}/api/v1/findings?limit=50${query}`);
    const { items, next } = findingsSchema.parse(await response.json());
    found.push(...items.map(({ accounts }) => accounts));
    cursor = next;
    if (cursor !== null) cursors.push(cursor);
  } while (cursor !== null);
  const pairs = found.flatMap(([a, b]) =>
    a === undefined || b === undefined ? [] : [[a, b] as const],
  );
  return { accounts: [...new Set(found.flat())], pairs, cursors };
}

interface Timed {
  kind: string;
  seconds: number;
}

/** Each kind in turn. */
async function asked(origin: string, about: About, at: number): Promise<Timed> {
  const kind = some(kinds, at);
  const path = kind.path(about, Math.floor(at / kinds.length));
  const begun = performance.now();
  const response = await fetch(`${origin}/api/v1${path}`);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return { kind: kind.what, seconds: (performance.now() - begun) / 1_000 };
}

function late(times: readonly Timed[]): number {
  const sorted = times.map(({ seconds }) => seconds).sort((x, y) => x - y);
  return sorted[Math.ceil(sorted.length * share) - 1]!;
}

function byKind(together: readonly Timed[], alone: readonly Timed[]): string {
  return kinds
    .map(({ what }) => {
      const [all, one] = [together, alone].map((times) =>
        late(times.filter(({ kind }) => kind === what)),
      );
      return `${what} ${all!.toFixed(2)} and ${one!.toFixed(3)}`;
    })
    .join('; ');
}
