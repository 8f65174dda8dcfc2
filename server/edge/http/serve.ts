import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { setTimeout as after } from 'node:timers/promises';
import { messages } from '../../../domain/messages/index.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { addressIn } from '../../platform/network/address.ts';
import { readTls, watchTls, type TlsFiles } from '../../platform/network/tls-files.ts';
import { usualPort } from '../../platform/settings/settings.ts';

export interface Serving {
  /** As a person opens it: `http://127.0.0.1:4680`. */
  url: string;
  /** As other machines open it, as far as it is known: what links use that nobody set. */
  link: string;
  port: number;
  /** Lets running requests end, at most for a few seconds, and what they left to be written. */
  close(): Promise<void>;
}

/** What answers requests. */
export interface Answering {
  handle: RequestListener;
  /** Resolves once nothing that an answer left to be written is still being written. */
  settled?: () => Promise<void>;
}

/** Encrypted, with files that may be renewed while it serves. */
export interface ServedTls extends TlsFiles {
  /** Told when the files were written and cannot be used: what was read before stays. */
  failed: (error: unknown) => void;
  /** How often it looks whether they were written, where that is not as usual; milliseconds. */
  lookMs?: number;
}

/** So many ports are tried from the usual one on when none is set. */
const portsTried = 100;

/** Longer than proxies keep a connection: what they send over one that was closed just then would be lost. */
const keptIdleMs = 75_000;
const patienceMs = 4_000;
/** What waits for a database that is gone is not waited for any longer. */
const settleMs = 2_000;
const idleCheckMs = 50;

/**
 * Listens on the port, or with null on the first free one from the usual port on. Throws UnavailableError
 * when that cannot be, UsageError for files that cannot be used; port 0 lets the system choose.
 */
export async function serve(
  { handle, settled }: Answering,
  host: string,
  port: number | null,
  tls: ServedTls | null = null,
): Promise<Serving> {
  const { server, release } = tls ? await secureServer(handle, tls) : plainServer(handle);
  server.keepAliveTimeout = keptIdleMs;
  if (port === null) await listenOnFree(server, host);
  else await listen(server, host, port);
  const { port: actual } = server.address() as AddressInfo;
  const scheme = tls ? 'https' : 'http';
  return {
    url: urlOf(scheme, host, actual, 'localhost'),
    link: urlOf(scheme, host, actual, hostname()),
    port: actual,
    close: async () => {
      release();
      await close(server);
      await Promise.race([settled?.(), after(settleMs, undefined, { ref: false })]);
    },
  };
}

interface Made {
  server: Server;
  /** Lets go of what it holds beside its port. */
  release: () => void;
}

function plainServer(handle: RequestListener): Made {
  return { server: createServer(handle), release: () => undefined };
}

async function secureServer(handle: RequestListener, tls: ServedTls): Promise<Made> {
  const server = createSecureServer({ ...(await readTls(tls)), minVersion: 'TLSv1.2' }, handle);
  const release = watchTls(
    tls,
    { changed: (pair) => server.setSecureContext(pair), failed: tls.failed },
    tls.lookMs,
  );
  return { server, release };
}

async function listenOnFree(server: Server, host: string): Promise<void> {
  for (let port = usualPort; port < usualPort + portsTried; port += 1) {
    try {
      await listen(server, host, port);
      return;
    } catch (error) {
      if (!isPortTaken(error)) throw error;
    }
  }
  throw new UnavailableError(messages.http.noFreePort(host, usualPort, usualPort + portsTried - 1));
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException) => reject(listenProblem(error, host, port));
    server.once('error', refused);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', refused);
      resolve();
    });
  });
}

function listenProblem(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const text = {
    EADDRINUSE: messages.http.portInUse(host, port),
    EADDRNOTAVAIL: messages.http.noSuchHost(host),
    ENOTFOUND: messages.http.noSuchHost(host),
    EACCES: messages.http.portNotAllowed(port),
  }[error.code ?? ''];
  return text === undefined ? error : new UnavailableError(text, [], { cause: error });
}

function isPortTaken(error: unknown): boolean {
  const cause = error instanceof UnavailableError ? error.cause : error;
  return (cause as NodeJS.ErrnoException | undefined)?.code === 'EADDRINUSE';
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    // A browser keeps its connections open after the last answer.
    const closeIdle = setInterval(() => server.closeIdleConnections(), idleCheckMs);
    const breakOff = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close((error) => {
      clearInterval(closeIdle);
      clearTimeout(breakOff);
      if (error) reject(error);
      else resolve();
    });
  });
}

/** An unspecified address is no address to open; a name of the machine reaches it. */
function urlOf(scheme: string, host: string, port: number, machine: string): string {
  const name = addressIn(host)?.range() === 'unspecified' ? machine : host;
  return `${scheme}://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
