/**
 * One at a time, among processes and within one; on machines that share the folder too. What time it is there says the
 * file system alone: clocks of machines differ.
 */
import { randomUUID } from 'node:crypto';
import { link, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { hasEnded, processMarkSchema, thisProcess } from '../../platform/process-mark.ts';

const holderSchema = processMarkSchema.extend({
  /** Another one every time. */
  token: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

/** Throws UnavailableError once another has the lock: whoever stood still for long may have lost it. */
export type StillHeld = () => Promise<void>;

/** Whoever waits longer is told so: an entry takes milliseconds. */
const patienceMs = 20_000;
const longestPauseMs = 10;
/** Of a process on another machine nobody here can say whether it lives: it says so itself, more often than this. */
const foreignMs = 60_000;
const renewMs = 10_000;

const queues = new Map<string, Promise<unknown>>();

/** Throws UnavailableError when another living process keeps it for long. */
export function holding<T>(path: string, work: (stillHeld: StillHeld) => Promise<T>): Promise<T> {
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

async function exclusively<T>(
  path: string,
  work: (stillHeld: StillHeld) => Promise<T>,
): Promise<T> {
  const me = await claim(path);
  const renewing = setInterval(() => {
    // Missing one renewal does no harm.
    renew(path, me).catch(() => undefined);
  }, renewMs);
  renewing.unref();
  try {
    return await work(async () => {
      if (!(await holds(path, me))) throw new UnavailableError(messages.custody.lost(path));
    });
  } finally {
    clearInterval(renewing);
    // One that was taken over meanwhile is not ours to take away.
    if (await holds(path, me)) await rm(path, { force: true });
  }
}

async function claim(path: string): Promise<Holder> {
  const begun = performance.now();
  for (;;) {
    const me: Holder = { token: randomUUID(), ...thisProcess };
    const now = await claimed(path, me);
    if (now === null) return me;
    const holder = await readHolder(path);
    if (holder && (await isGone(path, holder, now))) await clear(path, holder);
    else if (performance.now() - begun > patienceMs)
      throw new UnavailableError(messages.custody.busy(path, holder?.pid ?? 0));
    else await after(Math.random() * longestPauseMs);
  }
}

/**
 * Null when it is ours; else the file system's own time, as somebody holds it. The lock appears with its holder in it, or not
 * at all.
 */
async function claimed(path: string, me: Holder): Promise<number | null> {
  const written = `${path}.${me.token}`;
  await writeFile(written, JSON.stringify(me), { mode: 0o600 });
  try {
    const { mtimeMs } = await stat(written);
    return (await linked(written, path)) ? null : mtimeMs;
  } finally {
    await rm(written, { force: true });
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Says by the time of the lock that its holder lives: the file system sets it when a byte is written, even the same. */
async function renew(path: string, me: Holder): Promise<void> {
  if (!(await holds(path, me))) return;
  const handle = await open(path, 'r+');
  try {
    await handle.write(JSON.stringify(me).slice(0, 1), 0);
  } finally {
    await handle.close();
  }
}

async function holds(path: string, { token }: Holder): Promise<boolean> {
  return (await readHolder(path))?.token === token;
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

async function isGone(path: string, holder: Holder, now: number): Promise<boolean> {
  const ended = hasEnded(holder);
  if (ended !== null) return ended;
  const found = await stat(path).catch(() => null);
  return found !== null && now - found.mtimeMs > foreignMs;
}

/**
 * Takes away what a dead process left. Only whoever holds the lock of its token may, so that nobody takes away what
 * another has claimed since; that lock, left by a second dead process, is cleared in the same way.
 */
async function clear(path: string, dead: Holder): Promise<void> {
  await exclusively(`${path}.of-${dead.token}`, async () => {
    if (await holds(path, dead)) await rm(path, { force: true });
  });
}
