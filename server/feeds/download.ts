import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { words } from '../../domain/words/index.ts';
import { UnavailableError } from '../problems.ts';

const text = words.feeds.from;

/** What a download may take. */
export interface DownloadLimits {
  bytes: number;
  seconds: number;
}

/** What a server said of a file by which it can tell whether it has changed. */
export interface Validators {
  etag: string | null;
  modified: string | null;
}

const mostRedirects = 3;

/**
 * Writes what stands at the address to a file. Null when it has not changed since `known`. Redirects are followed within
 * the host alone, and never from https to http. Throws UnavailableError, whatever goes wrong on the way.
 */
export async function download(
  url: URL,
  to: string,
  known: Validators | null,
  limits: DownloadLimits,
): Promise<Validators | null> {
  const signal = AbortSignal.timeout(limits.seconds * 1_000);
  try {
    const response = await answered(url, known, signal);
    if (response.status === 304) return null;
    if (response.status !== 200 || !response.body) throw new Refused(text.status(response.status));
    const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
    await pipeline(body, new AtMost(limits.bytes), createWriteStream(to, { mode: 0o600 }), {
      signal,
    });
    return {
      etag: response.headers.get('etag'),
      modified: response.headers.get('last-modified'),
    };
  } catch (error) {
    throw new UnavailableError(text.noAnswer(url.href, whyOf(error, signal, limits)));
  }
}

/** The answer at the end of the redirects. */
async function answered(
  url: URL,
  known: Validators | null,
  signal: AbortSignal,
): Promise<Response> {
  let at = url;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const response = await fetch(at, { redirect: 'manual', signal, headers: conditions(known) });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    at = within(url, new URL(location, at));
  }
  throw new Refused(text.manyRedirects);
}

function within(url: URL, next: URL): URL {
  const safe = next.protocol === url.protocol || next.protocol === 'https:';
  if (next.host === url.host && safe) return next;
  throw new Refused(text.otherHost(next.origin));
}

function conditions(known: Validators | null): Record<string, string> {
  return {
    ...(known?.etag ? { 'if-none-match': known.etag } : {}),
    ...(known?.modified ? { 'if-modified-since': known.modified } : {}),
  };
}

/** What of a download is wrong, in words. */
class Refused extends Error {}

class AtMost extends Transform {
  readonly #most: number;
  #size = 0;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: (error: Error | null, chunk?: Buffer) => void,
  ): void {
    this.#size += chunk.length;
    if (this.#size > this.#most) done(new Refused(text.tooLarge(this.#most)));
    else done(null, chunk);
  }
}

function whyOf(error: unknown, signal: AbortSignal, limits: DownloadLimits): string {
  if (signal.aborted) return text.tooSlow(limits.seconds);
  const { message, cause } = error as Error;
  return error instanceof Refused || !(cause instanceof Error) ? message : cause.message;
}
