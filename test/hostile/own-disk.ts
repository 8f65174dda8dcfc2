import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestDatabase } from '../database.ts';
import { ask, smallPage, type Answered } from '../http/served.ts';

/** A server whose home lies on a small disk of its own, which nobody else sees. */
export interface OnOwnDisk {
  /** Has done to the disk, or by the server's process, what `small-disk.ts` lists. */
  tell: (command: string, ...given: string[]) => Promise<unknown>;
  asked: (method: string, path: string, body?: unknown) => Promise<Answered>;
}

const script = fileURLToPath(new URL('./small-disk.ts', import.meta.url));
/** Whoever runs the test needs to be nobody's root for it. */
const mounted = (megabytes: number) => [
  ...['-rm', 'sh', '-c'],
  `mount -t tmpfs -o size=${megabytes}m tmpfs "$SKEIN_HOME" && exec "$@"`,
  'sh',
];
const canMount =
  spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]).status === 0;

/** Where nobody may mount, the test is told as one that was not tried. */
export function itOnOwnDisk(name: string, test: () => Promise<void>): void {
  it(name, { timeout: 15 * 60_000 }, async (context) => {
    if (!canMount)
      context.skip('this machine lets nobody mount a disk of their own (unshare, mount)');
    await test();
  });
}

/** To be called at the top of a test file, after `testDatabase`. */
export function serverOnOwnDisk(tested: TestDatabase, megabytes: number): OnOwnDisk {
  let home: string;
  let page: string;
  let child: ChildProcess;
  let port: number;

  const said = async (command: string): Promise<unknown> => {
    const [{ done, says }] = (await once(child, 'message')) as [{ done: string; says: unknown }];
    expect(done).toBe(command);
    return says;
  };

  beforeAll(async () => {
    if (!canMount) return;
    home = await mkdtemp(join(tmpdir(), 'skein-small-disk-'));
    page = await smallPage();
    const { uri, user, password, database } = tested.settings.neo4j!;
    const node = [process.execPath, '--import', 'tsx', script, page];
    child = spawn('unshare', [...mounted(megabytes), ...node], {
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

  return {
    tell: (command, ...given) => {
      child.send({ command, given });
      return said(command);
    },
    asked: (method, path, body) =>
      ask(port, `/api/v1${path}`, {
        ...{ method, headers: { 'content-type': 'application/json' } },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}
