/** Servers on machines that share a home, whose clocks differ: the lock of the log knows no clock but the file system's. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { UnavailableError } from '../../server/platform/problems.ts';
import { audit } from '../../server/trust/custody/audit.ts';
import { custodyFiles } from '../../server/trust/custody/files.ts';
import { append, withLog } from '../../server/trust/custody/log.ts';
import { homeWithViews, viewOf } from './homes.ts';

const script = fileURLToPath(new URL('./appending-child.ts', import.meta.url));
const machine = fileURLToPath(new URL('./another-machine.ts', import.meta.url));
const minute = 60_000;
const patient = { timeout: 120_000 };

/** Adds so many entries, on a machine of its own whose clock goes by so much before ours. */
function elsewhere(home: string, count: number, ahead: number): ChildProcess {
  const brought = ['--import', 'tsx', '--import', machine];
  return spawn(process.execPath, [...brought, script, home, String(count)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...{ SKEIN_TEST_MACHINE: `machine${ahead}`, SKEIN_TEST_AHEAD_MS: String(ahead) },
    },
  });
}

async function well(child: ChildProcess): Promise<void> {
  expect(await once(child, 'exit')).toEqual([0, null]);
}

/** A lock of a process on another machine. */
const foreign = { token: 'of-another', pid: process.pid, started: '1', host: 'another' };

describe('machines that share a home', () => {
  it('make one chain, however their clocks differ', patient, async () => {
    const home = await homeWithViews(1);
    const ahead = [0, 10 * minute, -10 * minute, 24 * 60 * minute];
    await Promise.all(ahead.map((ms) => well(elsewhere(home, 40, ms))));
    expect(await audit(home)).toMatchObject({ whole: true, entries: 162, faults: [] });
  });

  it.each([-10 * minute, 10 * minute])(
    'take over what one of them left that has died, a clock %i ms ahead',
    patient,
    async (ahead) => {
      const home = await homeWithViews(1);
      const { lock } = custodyFiles(home);
      await writeFile(lock, JSON.stringify(foreign));
      const { mtimeMs } = await stat(lock);
      const long = new Date(mtimeMs - 2 * minute);
      await utimes(lock, long, long);
      await well(elsewhere(home, 1, ahead));
      expect(await audit(home)).toMatchObject({ whole: true, entries: 3 });
    },
  );
});

describe('a lock that another has taken over', () => {
  it('is not taken away from it', async () => {
    const home = await homeWithViews(1);
    const { lock } = custodyFiles(home);
    await withLog(home, () => writeFile(lock, JSON.stringify(foreign)));
    expect(JSON.parse(await readFile(lock, 'utf8'))).toEqual(foreign);
  });

  it('is written under no more, and whoever had it is told so', async () => {
    const home = await homeWithViews(1);
    const files = custodyFiles(home);
    const before = await readFile(files.log);
    const late = withLog(home, async (log) => {
      await writeFile(files.lock, JSON.stringify(foreign));
      await log.append(viewOf('late'));
    });
    await expect(late).rejects.toThrow(UnavailableError);
    expect(await readFile(files.log)).toEqual(before);
    const long = new Date(Date.now() - 2 * minute);
    await utimes(files.lock, long, long);
    expect((await append(home, viewOf('next'))).entry).toBe(3);
    expect(await audit(home)).toMatchObject({ whole: true, entries: 3 });
  });
});
