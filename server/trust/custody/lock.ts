/** One at a time, among processes and within one. */
import { randomUUID } from 'node:crypto';
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { isRunning, startOf } from '../../platform/process-table.ts';

const holderSchema = z.object({
  /** Another one every time. */
  token: z.string(),
  pid: z.int(),
  /** When that process began, so that another that bears its number later is not taken for it. */
  started: z.string(),
  host: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

/** Whoever waits longer is told so: an entry takes milliseconds. */
const patienceMs = 20_000;
const longestPauseMs = 10;
/** Of a process on another machine nobody here can say whether it lives. */
const foreignMs = 60_000;

const ownStart = startOf(process.pid);
const queues = new Map<string, Promise<unknown>>();

/** Throws UnavailableError when another living process keeps it for long. */
export function holding<T>(path: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(path) ?? Promise.resolve();
  const turn = before.then(() => exclusively(path, work));
  // Whoever comes next waits for its end, not for its success.
  const ended = turn.then(
    () => undefined,
    () => undefined,
  );
  queues.set(path, ended);
  return turn;
}

async function exclusively<T>(path: string, work: () => Promise<T>): Promise<T> {
  await claim(path);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function claim(path: string): Promise<void> {
  const begun = Date.now();
  for (;;) {
    if (await claimed(path)) return;
    const holder = await readHolder(path);
    if (holder && (await isGone(path, holder))) await clear(path, holder);
    else if (Date.now() - begun > patienceMs)
      throw new UnavailableError(messages.custody.busy(path, holder?.pid ?? 0));
    else await after(Math.random() * longestPauseMs);
  }
}

/** False when somebody holds it. The lock appears with its holder in it, or not at all. */
async function claimed(path: string): Promise<boolean> {
  const me: Holder = {
    token: randomUUID(),
    pid: process.pid,
    started: ownStart,
    host: hostname(),
  };
  const written = `${path}.${me.token}`;
  await writeFile(written, JSON.stringify(me), { mode: 0o600 });
  try {
    await link(written, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(written, { force: true });
  }
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

async function isGone(path: string, { pid, started, host }: Holder): Promise<boolean> {
  if (host === hostname()) return !isRunning(pid) || startOf(pid) !== started;
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > foreignMs;
}

/**
 * Takes away what a dead process left. Only whoever holds the lock of its token may, so that nobody takes away what
 * another has claimed since; that lock, left by a second dead process, is cleared in the same way.
 */
async function clear(path: string, dead: Holder): Promise<void> {
  await exclusively(`${path}.of-${dead.token}`, async () => {
    const found = await readHolder(path);
    if (found?.token === dead.token) await rm(path, { force: true });
  });
}
