import { open } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { messages } from '../../../domain/messages/index.ts';
import { NotAllowedError, UnavailableError } from '../../platform/problems.ts';
import { NotReachable, requestWithin } from '../../platform/reach/request.ts';

const text = messages.feeds.from;

/** What a download may take. */
export interface DownloadLimits {
  bytes: number;
  seconds: number;
}

interface Reach {
  /** Of other addresses than public ones only these are connected to. */
  hosts: readonly string[];
}

/** What a server said of a file by which it can tell whether it has changed. */
export interface Validators {
  etag: string | null;
  modified: string | null;
}

const mostRedirects = 3;

/**
 * Writes what stands at the address to a file. Null when it has not changed since `known`. Redirects are followed within
 * the host alone, and never from https to http. Throws
 * NotAllowedError where its name leads within, UnavailableError for whatever else goes wrong on the way.
 */
export async function download(
  url: URL,
  to: string,
  known: Validators | null,
  { hosts, ...limits }: DownloadLimits & Reach,
): Promise<Validators | null> {
  const signal = AbortSignal.timeout(limits.seconds * 1_000);
  try {
    const response = await answered(url, known, { signal, hosts });
    const { statusCode: status = 0, headers } = response;
    if (status !== 200) response.destroy();
    if (status === 304) return null;
    if (status !== 200) throw new Refused(text.status(status));
    const file = (await open(to, 'w', 0o600)).createWriteStream();
    await pipeline(response, new AtMost(limits.bytes), file, { signal });
    return { etag: headers.etag ?? null, modified: headers['last-modified'] ?? null };
  } catch (error) {
    if (error instanceof NotReachable)
      throw new NotAllowedError(messages.reach.leadsWithin(url.host, 'feeds.hosts'));
    throw new UnavailableError(text.noAnswer(url.href, whyOf(error, signal, limits)));
  }
}

/** The answer at the end of the redirects. */
async function answered(
  url: URL,
  known: Validators | null,
  asking: { signal: AbortSignal; hosts: readonly string[] },
): Promise<IncomingMessage> {
  let at = url;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const response = await requestWithin(at, { ...asking, headers: conditions(known) });
    const { statusCode: status = 0, headers } = response;
    if (status < 300 || status >= 400 || headers.location === undefined) return response;
    response.destroy();
    at = within(url, new URL(headers.location, at));
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
  return (error as Error).message;
}
