import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bringNeo4j } from '../../../setup/neo4j/bring.mjs';
import { messages } from '../../../domain/messages/index.ts';
import type { Progress } from '../../platform/progress.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { runOptions } from '../../platform/run-options.ts';
import { isRunning } from '../../platform/process-table.ts';
import { greet, send, type Conversation, type Reply } from './control.ts';
import type { Connection } from '../../platform/settings/settings.ts';
import type { KeeperNews } from './keeper.ts';
import { localConnection, localPassword } from './local-admin.ts';
import { localLayout, type LocalLayout } from './local-layout.ts';
import { readLock, removeLock, type Lock } from './lock.ts';
import { endOrphan } from './orphan.ts';

export interface LocalUse {
  connection: Connection;
  /** Resolves when the server has gone while in use: it was killed, or ended itself. */
  lost: Promise<void>;
  /** Lets the server run on when nobody uses it any more. */
  stay(): Promise<void>;
  /** Ends the use; when it was the last one, returns once the server has stopped. */
  close(): Promise<void>;
}

/** A server that stops just now is waited for this often. */
const attempts = 20;

/**
 * Joins the local Neo4j of this SKEIN_HOME, or starts it (first bringing Neo4j itself when the cache lacks it).
 * `command` is what others are told about who uses it.
 */
export async function useLocal(
  home: string,
  command: string,
  progress: Progress,
): Promise<LocalUse> {
  const layout = localLayout(home);
  await bringNeo4j();
  progress.step(messages.database.starting);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const lock = await readLock(layout.lock);
    if (!lock) {
      const use = await startKeeper(layout, () => join(layout, command, progress));
      if (use) return use;
    } else {
      const use = await join(layout, command, progress);
      if (use) return use;
    }
  }
  throw new UnavailableError(messages.database.neverFree(layout.lock));
}

/**
 * Puts what the folder holds in the place of the local database, which only this process uses, and returns once that
 * answers again. Throws UnavailableError, with the database as it was, when anybody wrote after `written` (`writtenSoFar`) or when
 * the import fails.
 */
export async function importIntoLocal(
  home: string,
  folder: string,
  written: string,
): Promise<void> {
  const lock = await readLock(localLayout(home).lock);
  const asked = lock && (await greet(lock, { want: 'import', command: '', folder, written }));
  if (!asked || asked === 'silent')
    throw new UnavailableError(messages.database.neverFree(localLayout(home).lock));
  let reply: Reply | null = asked.first;
  while (reply?.state === 'starting') reply = await asked.conversation.next();
  asked.conversation.socket.destroy();
  if (reply?.state === 'ready') return;
  throw new UnavailableError(
    reply && 'reason' in reply ? reply.reason : messages.database.keeperEnded(null),
  );
}

/** Null when it has to be tried again: nobody holds the lock any more, or its server is just stopping. */
async function join(
  layout: LocalLayout,
  command: string,
  progress: Progress,
): Promise<LocalUse | null> {
  const lock = await readLock(layout.lock);
  if (!lock) return null;
  const greeting = await greet(lock, { want: 'use', command });
  if (!greeting) {
    await reclaim(layout, lock, progress);
    return null;
  }
  if (greeting === 'silent') throw silentHolder(layout, lock);
  const ready = await awaitReady(greeting.conversation, greeting.first);
  if (!ready) return null;
  return used(lock, greeting.conversation, ready.port, await localPassword(layout));
}

async function awaitReady(
  conversation: Conversation,
  first: Reply,
): Promise<Extract<Reply, { state: 'ready' }> | null> {
  let reply: Reply | null = first;
  while (reply?.state === 'starting') reply = await conversation.next();
  if (reply?.state === 'ready') return reply;
  if (reply?.state === 'stopping') await conversation.closed;
  conversation.socket.destroy();
  if (reply?.state === 'failed') throw new UnavailableError(reply.reason);
  if (reply?.state === 'busy') throw new UnavailableError(messages.database.busy(reply.user));
  return null;
}

function used(lock: Lock, conversation: Conversation, port: number, password: string): LocalUse {
  // The open connection alone must not keep a finished command alive.
  conversation.socket.unref();
  return {
    connection: localConnection(port, password),
    lost: conversation.closed,
    async stay() {
      const asked = await greet(lock, { want: 'stay', command: '' });
      if (asked && asked !== 'silent') asked.conversation.socket.destroy();
    },
    async close() {
      conversation.socket.ref();
      send(conversation.socket, 'bye');
      await conversation.closed;
    },
  };
}

/** The lock of a process that was killed; its Java may still be about to end. */
export async function reclaim(layout: LocalLayout, lock: Lock, progress: Progress): Promise<void> {
  if (lock.java !== null) {
    progress.step(messages.database.reclaiming(lock.pid));
    await endOrphan(lock.java, layout.home);
    progress.step(messages.database.starting);
  }
  await removeLock(layout.lock, lock);
}

/** Somebody holds the port of the lock and does not answer. */
export function silentHolder(layout: LocalLayout, lock: Lock): UnavailableError {
  return new UnavailableError(
    isRunning(lock.pid)
      ? messages.database.silentHolder(lock.pid)
      : messages.database.staleLock(layout.lock),
  );
}

/** Starts a keeper and, if it gets the lock, calls `joined` before letting go of it; else null. */
async function startKeeper<T>(layout: LocalLayout, joined: () => Promise<T>): Promise<T | null> {
  const keeper = new URL('keeper.ts', import.meta.url);
  const options = [...runOptions(keeper), fileURLToPath(keeper), layout.skeinHome];
  const child = spawn(process.execPath, options, {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const news = await new Promise<KeeperNews>((resolve) => {
    const fault = (reason: string) =>
      resolve({ fault: messages.database.startFailed(reason, layout.console) });
    child.once('message', (message) => resolve(message as KeeperNews));
    child.once('error', (error) => fault(error.message));
    child.once('exit', (status) => fault(messages.database.keeperEnded(status)));
  });
  try {
    if ('fault' in news) throw new UnavailableError(news.fault);
    return news.claimed ? await joined() : null;
  } finally {
    if (child.connected) child.disconnect();
    child.unref();
  }
}
