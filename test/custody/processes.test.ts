/** Processes that add entries at once, and such as are killed meanwhile. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { audit } from '../../server/trust/custody/audit.ts';
import { custodyFiles } from '../../server/trust/custody/files.ts';
import { append } from '../../server/trust/custody/log.ts';
import { logEntries } from '../../server/trust/custody/read.ts';
import type { Entry } from '../../verifier/custody-entry.ts';
import { pidSpace } from '../../server/platform/process-table.ts';
import { homeWithViews, newHome, viewOf } from './homes.ts';

const script = fileURLToPath(new URL('./appending-child.ts', import.meta.url));

function child(home: string, count: number): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', script, home, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function entries(home: string): Promise<Entry[]> {
  const found: Entry[] = [];
  for await (const { content } of logEntries(home)) found.push(content);
  return found;
}

/** As a process leaves it that is killed while it holds the lock. */
async function leaveLock(home: string, pid: number, started: string): Promise<void> {
  const lock = { token: `of-${pid}`, pid, started, host: pidSpace() };
  await writeFile(custodyFiles(home).lock, JSON.stringify(lock));
}

describe('processes that add entries at once', () => {
  it('make one chain, in which none is lost', { timeout: 120_000 }, async () => {
    const home = await homeWithViews(1);
    // All of them find it at once.
    await leaveLock(home, process.pid, 'earlier');
    const children = [1, 2, 3, 4].map(() => child(home, 50));
    const ended = await Promise.all(children.map((each) => once(each, 'exit')));
    expect(ended.map(([status]) => status as number)).toEqual([0, 0, 0, 0]);
    const audited = await audit(home);
    expect(audited).toMatchObject({ whole: true, entries: 202, faults: [] });
    const numbers = (await entries(home)).map(({ entry }) => entry);
    expect(numbers).toEqual(Array.from({ length: 202 }, (_, at) => at + 1));
    const made = (await entries(home)).slice(2).map(({ subject }) => JSON.stringify(subject));
    expect(new Set(made).size).toBe(200);
  });

  it('in one process do so too', async () => {
    const home = await newHome();
    const made = await Promise.all(
      Array.from({ length: 40 }, (_, at) => append(home, viewOf(`a${at}`))),
    );
    expect(new Set(made.map(({ entry }) => entry)).size).toBe(40);
    expect(await audit(home)).toMatchObject({ whole: true, entries: 41 });
  });
});

describe('a process that is killed', () => {
  it(
    'leaves a log that the next entry mends, with all that it had said was there',
    { timeout: 120_000 },
    async () => {
      const home = await newHome();
      let said = 0;
      for (let kill = 1; kill <= 6; kill += 1) {
        const killed = child(home, 10_000);
        for await (const line of createInterface({ input: killed.stdout! })) {
          said = Number(line);
          if (said % 7 === kill) killed.kill('SIGKILL');
        }
        expect(await audit(home)).toMatchObject({ faults: [] });
        const { entry } = await append(home, viewOf('a1'));
        expect(entry).toBeGreaterThan(said);
      }
      expect(await audit(home)).toMatchObject({ whole: true, interrupted: false });
    },
  );

  it('amid a line has it set aside, which is recorded', async () => {
    const home = await homeWithViews(2);
    const files = custodyFiles(home);
    const before = await readFile(files.head);
    const { size } = await stat(files.log);
    await append(home, viewOf('a3'));
    await rename(files.head, files.nextHead);
    await writeFile(files.head, before);
    await writeFile(files.log, (await readFile(files.log)).subarray(0, size + 40));

    expect(await audit(home)).toMatchObject({ whole: true, interrupted: true, entries: 3 });
    expect((await append(home, viewOf('a4'))).entry).toBe(5);
    expect((await entries(home))[3]).toMatchObject({
      act: 'repair',
      subject: { after_entry: 3 },
      before: { torn_bytes: 40 },
    });
    expect((await readdir(files.folder)).filter((name) => name.startsWith('torn-'))).toHaveLength(
      1,
    );
    expect(await audit(home)).toMatchObject({ whole: true, interrupted: false, entries: 5 });
  });

  it('after a line but before its head loses nothing', async () => {
    const home = await homeWithViews(2);
    const files = custodyFiles(home);
    const before = await readFile(files.head);
    await append(home, viewOf('a3'));
    await rename(files.head, files.nextHead);
    await writeFile(files.head, before);

    expect(await audit(home)).toMatchObject({ whole: true, interrupted: true });
    expect((await append(home, viewOf('a4'))).entry).toBe(5);
    expect(await audit(home)).toMatchObject({ whole: true, entries: 5 });
  });

  it('with the lock does not keep it', async () => {
    const home = await homeWithViews(1);
    const holder = child(home, 1);
    await once(holder, 'exit');
    await leaveLock(home, holder.pid!, '1');
    expect((await append(home, viewOf('a8'))).entry).toBe(4);
    // Its number may be another's by now.
    await leaveLock(home, process.pid, 'earlier');
    expect((await append(home, viewOf('a9'))).entry).toBe(5);
    expect(await audit(home)).toMatchObject({ whole: true, entries: 5 });
  });
});
