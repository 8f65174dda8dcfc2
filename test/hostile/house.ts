import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { localLayout } from '../../server/graph/neo4j/local-layout.ts';
import { localStatus } from '../../server/graph/neo4j/local-status.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { checkout } from '../../server/platform/settings/settings.ts';
import { prepareHome } from '../prepared-home.ts';

/** The whole product in processes and a home of its own, so that what a request stops is nobody else's. */
export interface House {
  url: string;
  home: string;
  /** What a command needs in its environment to use the same database. */
  environment: NodeJS.ProcessEnv;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
  /** Seconds that it took. */
  seconds: number;
}

/** Runs `skein up` as long as the file's tests; to be called at the top of a test file. */
export function attackedHouse(): House {
  const house = {} as House;
  let up: ChildProcess;

  beforeAll(async () => {
    house.home = await mkdtemp(join(tmpdir(), 'skein-hostile-'));
    await prepareHome(house.home, silentProgress);
    house.environment = {
      ...process.env,
      SKEIN_HOME: house.home,
      SKEIN_PORT: '',
      SKEIN_OPEN: 'yes',
      NEO4J_URI: '',
      NEO4J_USER: '',
      NEO4J_PASSWORD: '',
    };
    up = spawn(process.execPath, [join('bin', 'skein.mjs'), 'up'], {
      ...{ cwd: checkout, env: house.environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    for await (const chunk of up.stdout!) {
      said += String(chunk);
      const found = /http:\/\/[\w.:]+/.exec(said);
      if (!found) continue;
      house.url = found[0];
      break;
    }
  }, 300_000);

  afterAll(async () => {
    const ended = once(up, 'exit');
    up.kill('SIGTERM');
    await ended;
    await rm(house.home, { recursive: true, force: true });
  }, 120_000);

  return house;
}

export async function ask(
  { url }: House,
  path: string,
  body?: unknown,
  method = body === undefined ? 'GET' : 'POST',
): Promise<Answer> {
  const begun = performance.now();
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: JSON.parse(text) as Record<string, unknown>,
    seconds: (performance.now() - begun) / 1_000,
  };
}

let runs = 0;

export function run(house: House, text: string, seconds = 5): Promise<Answer> {
  runs += 1;
  return ask(house, `/api/v1/query/runs/hostile-run-${runs}`, { text, seconds });
}

/** The longest that the server took to say that it is alive while the work went on, in seconds. */
export async function slowestHealth(house: House, work: () => Promise<unknown>): Promise<number> {
  let [slowest, over] = [0, false];
  const asking = (async () => {
    while (!over) {
      const { status, seconds } = await ask(house, '/healthz');
      if (status !== 200) throw new Error(`/healthz says ${status}`);
      slowest = Math.max(slowest, seconds);
    }
  })();
  try {
    await work();
  } finally {
    over = true;
    await asking;
  }
  return slowest;
}

/** Java's process now; null while there is none. */
export async function javaOf({ home }: House): Promise<number | null> {
  return (await localStatus(home)).pid;
}

/** What the keeper wrote about what it did. */
export async function incidents({ home }: House): Promise<string> {
  return readFile(localLayout(home).incidents, 'utf8').catch(() => '');
}
