import { randomBytes } from 'node:crypto';
import { messages } from '../../../domain/messages/index.ts';
import type { Progress } from '../../platform/progress.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { greet, listen, send } from './control.ts';
import { reclaim, silentHolder, useLocal } from './local.ts';
import { localLayout, type LocalLayout } from './local-layout.ts';
import { claimLock, readLock, removeLock, type Lock } from './lock.ts';

/**
 * Does `work` while the local Neo4j is stopped and nobody can start it. A server that `db start` left running is
 * stopped before and started after; one that a command uses is left alone: UnavailableError names the command.
 */
export async function whileStopped<T>(
  home: string,
  command: string,
  progress: Progress,
  work: (layout: LocalLayout) => Promise<T>,
): Promise<T> {
  const layout = localLayout(home);
  const user = { pid: process.pid, command };
  const token = randomBytes(24).toString('hex');
  const control = await listen(token, (socket) => {
    send(socket, { state: 'busy', user });
    socket.end();
  });
  const lock: Lock = { pid: process.pid, port: control.port, token, java: null };
  let stayed = false;
  try {
    while (!(await claimLock(layout.lock, lock))) {
      stayed = (await stopUnused(layout, progress)) || stayed;
    }
    try {
      return await work(layout);
    } finally {
      await removeLock(layout.lock, lock);
    }
  } finally {
    control.server.close();
    if (stayed) await startToStay(home, command, progress);
  }
}

/** Starts the local Neo4j, or finds it running, and lets it run on after this command. */
export async function startToStay(
  home: string,
  command: string,
  progress: Progress,
): Promise<void> {
  const use = await useLocal(home, command, progress);
  await use.stay();
  await use.close();
}

/** True when it has stopped a server that ran on without users. */
async function stopUnused(layout: LocalLayout, progress: Progress): Promise<boolean> {
  const lock = await readLock(layout.lock);
  if (!lock) return false;
  const greeting = await greet(lock, { want: 'status', command: '' });
  if (greeting === 'silent') throw silentHolder(layout, lock);
  if (!greeting) {
    await reclaim(layout, lock, progress);
    return false;
  }
  const { first, conversation } = greeting;
  conversation.socket.destroy();
  if (first.state === 'busy') throw new UnavailableError(messages.database.busy(first.user));
  if (first.state === 'ready' && first.users.length > 0) {
    throw new UnavailableError(messages.database.inUse(first.users));
  }
  return stopRunning(lock);
}

/** Asks the server to stop and waits until it has. False when it had gone already. */
export async function stopRunning(lock: Lock): Promise<boolean> {
  const stop = await greet(lock, { want: 'stop', command: '' });
  if (!stop || stop === 'silent') return false;
  await stop.conversation.closed;
  return stop.first.state === 'ready';
}
