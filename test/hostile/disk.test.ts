/** The disk of the home is full, or takes nothing any more: what has to be recorded is refused and says so, nothing is half-done, and it goes on by itself. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes, type Answer, type RouteName } from '../../domain/api/api.ts';
import type { Condition, ConditionName } from '../../domain/condition.ts';
import { messages } from '../../domain/messages/index.ts';
import { testDatabase } from '../database.ts';
import { ask, smallPage } from '../http/served.ts';

const tested = testDatabase();
const script = fileURLToPath(new URL('./small-disk.ts', import.meta.url));
/** A disk of its own, which nobody else sees: whoever runs the test needs to be nobody's root for it. */
const ownDisk = [
  '-rm',
  'sh',
  '-c',
  'mount -t tmpfs -o size=3m tmpfs "$SKEIN_HOME" && exec "$@"',
  'sh',
];
const canMount =
  spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]).status === 0;
let home: string;
let page: string;
let child: ChildProcess;
let port: number;

async function tell(command: string): Promise<unknown> {
  child.send(command);
  return said(command);
}

async function said(command: string): Promise<unknown> {
  const [{ done, says }] = (await once(child, 'message')) as [{ done: string; says: unknown }];
  expect(done).toBe(command);
  return says;
}

beforeAll(async () => {
  if (!canMount) return;
  home = await mkdtemp(join(tmpdir(), 'skein-small-disk-'));
  page = await smallPage();
  const { uri, user, password, database } = tested.settings.neo4j!;
  child = spawn('unshare', [...ownDisk, process.execPath, '--import', 'tsx', script, page], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...{ SKEIN_HOME: home, SKEIN_OPEN: 'yes', NEO4J_URI: uri, NEO4J_USER: user },
      ...{ NEO4J_PASSWORD: password, NEO4J_DATABASE: database ?? '' },
    },
  });
  port = (await said('serve')) as number;
});

afterAll(async () => {
  if (!canMount) return;
  const gone = once(child, 'exit');
  child.kill();
  await gone;
  await rm(home, { recursive: true });
  await rm(page, { recursive: true });
});

async function asked(method: string, path: string, body?: unknown) {
  return ask(port, `/api/v1${path}`, {
    ...{ method, headers: { 'content-type': 'application/json' } },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function get<N extends RouteName>(name: N): Promise<Answer<N>> {
  const { status, text } = await asked('GET', routes[name].path);
  expect(status, text).toBe(200);
  return JSON.parse(text) as Answer<N>;
}

const newCase = (title: string) => asked('POST', '/cases', { title });
const titles = async () => (await get('cases')).items.map(({ title }) => title);
const of = ({ checks }: Condition, name: ConditionName) =>
  checks.find((check) => check.name === name)!;

describe.runIf(canMount)('the disk of the home', () => {
  it.each([
    ['is full', 'fill', 'free'],
    ['takes nothing any more', 'lock', 'unlock'],
  ])('%s', async (how, begin, end) => {
    expect((await newCase(`Before it ${how}`)).status).toBe(200);
    await tell(begin);
    const refused = await newCase(`While it ${how}`);
    expect(refused.status, refused.text).toBe(503);
    expect(JSON.parse(refused.text)).toMatchObject({ type: 'unavailable' });
    // What is looked at is there all the same, and nothing of what was refused.
    expect(await titles()).not.toContain(`While it ${how}`);
    const amid = of(await get('condition'), 'home');
    expect(amid).toMatchObject({ state: 'bad', todo: messages.condition.homeTodo });
    await tell(end);
    expect(of(await get('condition'), 'home').state).toBe('well');
    expect((await newCase(`After it ${how}`)).status).toBe(200);
    expect(await titles()).toEqual(expect.arrayContaining([`Before it ${how}`, `After it ${how}`]));
    expect(await tell('audit')).toBe(true);
  });
});
