import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startToStay } from '../../server/graph/neo4j/hold.ts';
import { localLayout } from '../../server/graph/neo4j/local-layout.ts';
import { reset } from '../../server/graph/neo4j/local-reset.ts';
import { localStatus, stopLocal } from '../../server/graph/neo4j/local-status.ts';
import { readLock } from '../../server/graph/neo4j/lock.ts';
import { backUp, type Whole } from '../../server/operations/backup/back-up.ts';
import { restoredNames } from '../../server/operations/backup/home-files.ts';
import { restore } from '../../server/operations/backup/restore.ts';
import { openDatabase, reachDatabase } from '../../server/operations/store/open.ts';
import { UnavailableError } from '../../server/platform/problems.ts';
import { isRunning } from '../../server/platform/process-table.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { checkout, type Settings } from '../../server/platform/settings/settings.ts';
import { settingsOf } from '../settings-of.ts';
import { long } from '../long.ts';

/** These tests start servers of their own, as the commands do, apart from the run's shared one. */
let home: string;
let settings: Settings;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'skein-local-'));
  settings = settingsOf(home);
});

afterAll(async () => {
  await stopLocal(home);
  await rm(home, { recursive: true, force: true });
});

const open = () => openDatabase(settings, silentProgress);

/** Nobody tells when a process that is not our child ends. */
async function ended(pid: number): Promise<void> {
  while (isRunning(pid)) await pause(50);
}

/** A command that uses the database until it is killed. */
async function openElsewhere(): Promise<ChildProcess> {
  const program = `
    const { openDatabase } = await import('./server/operations/store/open.ts');
    const { silentProgress } = await import('./server/platform/progress.ts');
    const opened = await openDatabase(${JSON.stringify(settings)}, silentProgress);
    process.stdout.write('open');
    setInterval(() => opened, 60_000);`;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { cwd: checkout, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', () => reject(new Error('It ended before it had opened the database.')));
  });
  return child;
}

describe('the local Neo4j', () => {
  test('keeps its password from others', async () => {
    const { close } = await open().then((opened) => ({ close: () => opened.close() }));
    const { mode } = await stat(localLayout(home).password);
    await close();
    expect(mode & 0o777).toBe(0o600);
    const { mode: homeMode } = await stat(localLayout(home).home);
    expect(homeMode & 0o077).toBe(0);
  });

  test('is shared by commands, and stops with the last of them', async () => {
    const first = await open();
    const { pid } = await localStatus(home);
    const second = await open();
    expect(second.connection.uri).toBe(first.connection.uri);
    expect((await localStatus(home)).users).toHaveLength(2);
    await first.close();
    expect(await second.database.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
    await second.close();
    expect(isRunning(pid!)).toBe(false);
    expect(existsSync(localLayout(home).lock)).toBe(false);
  });

  test('starts once when two commands start it at the same time', async () => {
    const [first, second] = await Promise.all([open(), open()]);
    expect(second.connection.uri).toBe(first.connection.uri);
    await Promise.all([first.close(), second.close()]);
  });

  test('ends when the only command that uses it is killed', long, async () => {
    const command = await openElsewhere();
    const { pid } = await localStatus(home);
    command.kill('SIGKILL');
    await ended(pid!);
    expect(isRunning(pid!)).toBe(false);
  });

  test('ends when the process that holds it is killed, and the next start reclaims the lock', async () => {
    const opened = await open();
    const { pid } = await localStatus(home);
    const lock = await readLock(localLayout(home).lock);
    const asking = opened.database
      .write('UNWIND range(1, 10000000000) AS number WITH max(number) AS most CREATE (:Never)')
      .catch((error: unknown) => error);
    const asked = () =>
      opened.database.read('SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery');
    await expect.poll(async () => JSON.stringify(await asked())).toContain('CREATE (:Never)');
    process.kill(lock!.pid, 'SIGKILL');
    await opened.lost;
    // It is not waited for as one that may come back: that takes two minutes.
    const left = performance.now();
    expect(await asking).toBeInstanceOf(UnavailableError);
    expect(performance.now() - left).toBeLessThan(60_000);
    const again = await open();
    expect(isRunning(pid!)).toBe(false);
    expect((await localStatus(home)).pid).not.toBe(pid);
    await again.close();
    await opened.close();
  });

  test('a lock that names a port of somebody else’s is not taken for ours', async () => {
    const stranger = createServer((socket) => socket.end('220 mail\r\n'));
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const { port } = stranger.address() as AddressInfo;
    const stale = { pid: process.pid, port, token: 'x', java: process.pid };
    await writeFile(localLayout(home).lock, JSON.stringify(stale));
    const opened = await open();
    expect(await opened.database.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
    await opened.close();
    stranger.close();
  });
});

describe('backup', () => {
  const whole = async <T>(work: (whole: Whole) => Promise<T>) => {
    const reached = await reachDatabase(settings, silentProgress);
    try {
      return await work({ ...reached, settings });
    } finally {
      await reached.close();
    }
  };

  test(
    'comes back by restore after a reset, though not while another uses the database',
    long,
    async () => {
      const file = join(home, 'backup.zip');
      const before = await open();
      await before.database.write("CREATE (:Account {id: 'kept'})");
      // A server may go on meanwhile.
      await whole((of) => backUp(of, file, silentProgress));
      await before.close();

      await reset(home, silentProgress);
      expect(existsSync(localLayout(home).home)).toBe(false);
      for (const name of restoredNames)
        await rm(join(home, name), { recursive: true, force: true });

      const command = await openElsewhere();
      await whole(async (of) => {
        await expect(restore(of, file, silentProgress)).rejects.toThrow(/in use by/);
        command.kill('SIGKILL');
        await once(command, 'exit');
        while ((await localStatus(home)).users.length > 1) await pause(50);
        await restore(of, file, silentProgress);
      });
      const after = await open();
      const found = await after.database.read('MATCH (a:Account) RETURN a.id AS id');
      await after.close();
      expect(found).toEqual([{ id: 'kept' }]);
    },
  );
});

describe('db start', () => {
  test('lets it run on without users until db stop', long, async () => {
    await startToStay(home, 'skein db start', silentProgress);
    const status = await localStatus(home);
    expect(status).toMatchObject({ state: 'running', stays: true, users: [] });
    const opened = await open();
    await expect(stopLocal(home)).rejects.toThrow(/in use by/);
    await opened.close();
    await ended(status.pid!);
    expect(await stopLocal(home)).toBe(false);
  });
});
