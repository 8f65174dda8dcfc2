import { existsSync } from 'node:fs';
import { messages } from '../../../domain/messages/index.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { greet, type User } from './control.ts';
import { stopRunning } from './hold.ts';
import { localLayout } from './local-layout.ts';
import { readLock } from './lock.ts';

export interface LocalStatus {
  /** `busy`: stopped, and held by a command that needs it so. */
  state: 'stopped' | 'starting' | 'running' | 'stopping' | 'busy' | 'failed';
  /** Whether there is a database at all. */
  exists: boolean;
  folder: string;
  /** Bolt's, on 127.0.0.1. */
  port: number | null;
  /** Java's process. */
  pid: number | null;
  users: User[];
  /** Runs on without users, since `db start`. */
  stays: boolean;
}

/** What the local Neo4j is at, without starting it. */
export async function localStatus(home: string): Promise<LocalStatus> {
  const layout = localLayout(home);
  const status: LocalStatus = {
    state: 'stopped',
    exists: existsSync(layout.data),
    folder: layout.home,
    port: null,
    pid: null,
    users: [],
    stays: false,
  };
  const lock = await readLock(layout.lock);
  const greeting = lock && (await greet(lock, { want: 'status', command: '' }));
  if (!greeting) return status;
  if (greeting === 'silent') throw new UnavailableError(messages.database.silentHolder(lock.pid));
  greeting.conversation.socket.destroy();
  const reply = greeting.first;
  if (reply.state === 'busy') return { ...status, state: 'busy', users: [reply.user] };
  if (reply.state !== 'ready') return { ...status, state: reply.state };
  const { port, java, users, stays } = reply;
  return { ...status, state: 'running', port, pid: java, users, stays };
}

/**
 * Stops the local Neo4j. Throws UnavailableError when commands use it: it then stops once they have ended.
 * False when it did not run.
 */
export async function stopLocal(home: string): Promise<boolean> {
  const lock = await readLock(localLayout(home).lock);
  if (!lock) return false;
  const { users } = await localStatus(home);
  if (users.length > 0) {
    const ask = await greet(lock, { want: 'stop', command: '' });
    if (ask && ask !== 'silent') ask.conversation.socket.destroy();
    throw new UnavailableError(messages.database.inUse(users));
  }
  return stopRunning(lock);
}
