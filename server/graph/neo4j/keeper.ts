/**
 * The process that holds the local Neo4j, apart from the commands that use it: whichever command ends last,
 * and however it ends, the server stops then. Java itself is tied to this process. A server that hangs, or ends by
 * itself while it is used, is started again where it was, so that those who use it go on.
 *
 * Run as `keeper.ts SKEIN_HOME` with an IPC channel, on which it says once whether it got the lock.
 */
import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { messages } from '../../../domain/messages/index.ts';
import { formatError } from '../../platform/format-error.ts';
import { listen, onLine, send, type Hello, type Reply, type User } from './control.ts';
import { checkFreeSpace } from './free-space.ts';
import { localConnection, localPassword } from './local-admin.ts';
import { localLayout } from './local-layout.ts';
import { forgetReplaced, importGraph } from './local-import.ts';
import { startServer, type LocalServer } from './local-server.ts';
import { putBack } from './set-aside.ts';
import { Revivals } from './revivals.ts';
import { watchOver, type Watchdog } from './watchdog.ts';
import { claimLock, removeLock, updateLock, type Lock } from './lock.ts';

/** What the keeper says on its IPC channel. */
export type KeeperNews = { claimed: boolean } | { fault: string };

const layout = localLayout(process.argv[2]!);
const users = new Map<Socket, User>();
let stays = false;
let server: LocalServer | null = null;
let starting: Promise<void> = Promise.resolve();
let failure: string | null = null;
let stopping = false;
let importing = false;
let watchdog: Watchdog | null = null;
const revivals = new Revivals(layout.incidents);

const token = randomBytes(24).toString('hex');
const control = await listen(token, greeted);
const lock: Lock = { pid: process.pid, port: control.port, token, java: null };
await run();

async function run(): Promise<void> {
  process.on('SIGTERM', () => void end());
  process.on('SIGINT', () => void end());
  if (!(await claimed())) {
    control.server.close();
    process.disconnect();
    return;
  }
  process.once('disconnect', endIfUnused);
  await begin(null);
}

/** Starts the server, and tells those who wait for it. */
async function begin(formerPort: number | null): Promise<void> {
  starting = start(formerPort);
  await starting;
  for (const socket of users.keys()) send(socket, state());
  endIfUnused();
}

async function start(formerPort: number | null): Promise<void> {
  try {
    await checkFreeSpace(layout.skeinHome);
    if (formerPort === null) await putBack(layout);
    const password = await localPassword(layout);
    const spawned = (java: number) => {
      lock.java = java;
      void updateLock(layout.lock, lock);
    };
    const started = await startServer(layout, spawned, formerPort);
    server = started;
    watchdog = watchOver(localConnection(started.port, password), (why) => {
      revivals.note(why);
      started.kill();
    });
    void started.ended.then(() => gone(started));
  } catch (error) {
    failure = formatError(error).text;
  }
}

/** The server has ended, though nobody had asked it to. */
async function gone({ port }: LocalServer): Promise<void> {
  if (importing) return;
  const isUsed = users.size > 0 || stays;
  if (stopping || !isUsed || !revivals.begin()) return end();
  await watchdog?.stop();
  server = null;
  await begin(port);
  if (failure !== null) await end();
}

async function claimed(): Promise<boolean> {
  try {
    const got = await claimLock(layout.lock, lock);
    process.send!({ claimed: got } satisfies KeeperNews);
    return got;
  } catch (error) {
    process.send!({ fault: formatError(error).text } satisfies KeeperNews);
    return false;
  }
}

function greeted(socket: Socket, hello: Hello): void {
  if (hello.want === 'use') {
    admit(socket, { pid: hello.pid, command: hello.command });
    return;
  }
  if (hello.want === 'import') {
    void bring(socket, hello);
    return;
  }
  if (hello.want === 'stay') stays = true;
  if (hello.want === 'stop') stays = false;
  send(socket, state());
  // Whoever asked to stop learns by the end of the connection that it has stopped.
  if (hello.want === 'stop' && users.size === 0) endIfUnused();
  else socket.end();
}

function admit(socket: Socket, user: User): void {
  if (!stopping) users.set(socket, user);
  const left = () => {
    if (!users.delete(socket)) return;
    if (users.size > 0 || stays) socket.end();
    endIfUnused();
  };
  onLine(socket, left);
  socket.once('close', left);
  send(socket, state());
}

/**
 * Stops the server, puts what the folder holds in the place of the database, and starts it where it was; to whom it fails, the
 * database is as it was.
 */
async function bring(socket: Socket, { folder = '', written = '' }: Hello): Promise<void> {
  const was = server;
  if (!was || importing || stopping || users.size !== 1) {
    send(socket, { state: 'failed', reason: messages.database.inUse([...users.values()]) });
    socket.end();
    return;
  }
  importing = true;
  send(socket, { state: 'starting' });
  await watchdog?.stop();
  server = null;
  await was.stop();
  lock.java = null;
  await updateLock(layout.lock, lock);
  let refused: Reply | null = null;
  try {
    await importGraph(layout, { folder, written });
  } catch (error) {
    const { text } = formatError(error);
    // Whoever asked goes on another way, and says nothing of it.
    revivals.tell(text);
    refused = { state: 'failed', reason: text };
  }
  importing = false;
  await begin(was.port);
  // One that does not begin is put back by the next start.
  if (failure !== null) return end();
  await forgetReplaced(layout);
  send(socket, refused ?? state());
  socket.end();
}

function state(): Reply {
  if (stopping) return { state: 'stopping' };
  if (failure !== null) return { state: 'failed', reason: failure };
  if (!server) return { state: 'starting' };
  return {
    state: 'ready',
    port: server.port,
    java: server.pid,
    users: [...users.values()],
    stays,
  };
}

function endIfUnused(): void {
  if (users.size === 0 && !stays && !process.connected && !importing) void end();
}

async function end(): Promise<void> {
  if (stopping) return;
  stopping = true;
  if (!server && lock.java !== null) process.kill(lock.java, 'SIGTERM');
  await starting;
  await watchdog?.stop();
  await server?.stop();
  await removeLock(layout.lock, lock);
  process.exit(0);
}
