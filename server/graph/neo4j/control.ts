/**
 * How commands speak to the process that holds the local database: a line of JSON each way over loopback.
 * A command that uses it keeps its connection open; the kernel closes it when the command dies, however it dies.
 */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Lock } from './lock.ts';

const helloSchema = z.object({
  token: z.string(),
  /** `use` counts as a user until the connection ends; the others ask once. */
  want: z.enum(['use', 'stay', 'status', 'stop', 'import']),
  pid: z.int(),
  command: z.string(),
  /** Of `import`: the folder, and what had been written when whoever asks looked into the database. */
  folder: z.string().optional(),
  written: z.string().optional(),
});
export type Hello = z.infer<typeof helloSchema>;

const userSchema = z.object({ pid: z.int(), command: z.string() });
export type User = z.infer<typeof userSchema>;

const replySchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('starting') }),
  z.object({
    state: z.literal('ready'),
    /** Bolt's. */
    port: z.int(),
    java: z.int(),
    users: z.array(userSchema),
    /** Started by `db start`: runs on without users. */
    stays: z.boolean(),
  }),
  z.object({ state: z.literal('stopping') }),
  /** Held for a task that needs it stopped, such as a backup. */
  z.object({ state: z.literal('busy'), user: userSchema }),
  z.object({ state: z.literal('failed'), reason: z.string() }),
]);
export type Reply = z.infer<typeof replySchema>;

const answerMs = 10_000;

/** Sends a line; a connection that is gone ignores it. */
export function send(socket: Socket, message: Hello | Reply | 'bye'): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
}

/** Calls `read` with every line; a connection that breaks just ends. */
export function onLine(socket: Socket, read: (line: string) => void): void {
  socket.on('error', () => socket.destroy());
  // It repeats the error of its input as its own.
  createInterface({ input: socket })
    .on('line', read)
    .on('error', () => undefined);
}

/** Listens on a free loopback port. Whoever does not show the token is cut off. */
export async function listen(
  token: string,
  greeted: (socket: Socket, hello: Hello) => void,
): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    let greetings = 0;
    onLine(socket, (line) => {
      if (++greetings > 1) return;
      const hello = helloSchema.safeParse(parsed(line));
      if (hello.success && hello.data.token === token) greeted(socket, hello.data);
      else socket.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}

export interface Conversation {
  socket: Socket;
  /** The next reply; null when the connection ended first. */
  next(timeoutMs?: number): Promise<Reply | null>;
  /** Resolves when the other side has closed the connection. */
  closed: Promise<void>;
}

/** Null when nobody who knows the token listens there. `silent`: somebody does, and does not answer. */
export async function greet(
  lock: Lock,
  hello: Omit<Hello, 'token' | 'pid'>,
): Promise<
  | {
      conversation: Conversation;
      first: Reply;
    }
  | 'silent'
  | null
> {
  const socket = await connected(lock.port);
  if (!socket) return null;
  const conversation = converse(socket);
  send(socket, { ...hello, token: lock.token, pid: process.pid });
  const first = await conversation.next(answerMs);
  if (first) return { conversation, first };
  const silent = !socket.closed;
  socket.destroy();
  return silent ? 'silent' : null;
}

function converse(socket: Socket): Conversation {
  const replies: Reply[] = [];
  let wake = () => {};
  let over = false;
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      over = true;
      wake();
      resolve();
    });
  });
  onLine(socket, (line) => {
    const reply = replySchema.safeParse(parsed(line));
    if (reply.success) replies.push(reply.data);
    else socket.destroy();
    wake();
  });
  return {
    socket,
    closed,
    async next(timeoutMs) {
      const deadline = timeoutMs === undefined ? Infinity : Date.now() + timeoutMs;
      while (replies.length === 0 && !over && Date.now() < deadline) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (deadline !== Infinity) timer = setTimeout(resolve, deadline - Date.now());
        });
        clearTimeout(timer);
      }
      return replies.shift() ?? null;
    },
  };
}

async function connected(port: number): Promise<Socket | null> {
  const socket = connect(port, '127.0.0.1');
  return new Promise((resolve) => {
    socket.once('connect', () => {
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', () => resolve(null));
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
