/** What a request sends as JSON: how much of it is taken, and when it is read. */
import { raw, type Request, type RequestHandler } from 'express';
import type { Route } from '../../../domain/api/route.ts';
import { messages } from '../../../domain/messages/index.ts';
import { UnsupportedError, UsageError } from '../../platform/problems.ts';
import type { Admission } from './admission.ts';
import { refuseCrowded } from './crowded.ts';
import type { Who } from './fair-line.ts';
import { requestId } from './request-id.ts';
import { whenGone } from './when-gone.ts';

/** Bytes of a body, unpacked, where the route says nothing of it: what a click sends takes hundreds. */
const usualBytes = 1_000_000;
/** Of somebody's own account: a password, a reason, what a passkey answers. */
const ownBytes = 256_000;
/** Of somebody who has not signed in: a password, a link, what a provider said. */
const bytesOfAnyone = 64_000;

const jsonType = 'application/json';
const lineTypes = ['application/x-ndjson', 'application/ndjson'];

export function mostBytesOf({ mostBytes, may }: Pick<Route, 'mostBytes' | 'may'>): number {
  if (mostBytes !== undefined) return mostBytes;
  return may === 'anyone' ? bytesOfAnyone : may === 'self' ? ownBytes : usualBytes;
}

/**
 * Takes the bytes of a body, unpacked, up to what the route takes; they are read in `bodyIn`. Those of which one person alone could
 * fill the memory are taken few at a time.
 */
export function takesBody(
  route: Route,
  admission: Admission,
  whoOf: (response: Parameters<RequestHandler>[1]) => Who,
): RequestHandler[] {
  if (!route.body) return [];
  const limit = mostBytesOf(route);
  const type = route.lines ? [jsonType, ...lineTypes] : jsonType;
  const take = raw({ type, limit });
  if (limit <= usualBytes) return [take];
  const inTurn: RequestHandler = (request, response, next) => {
    if (isSurelySmall(request)) {
      next();
      return;
    }
    const gone = whenGone(response);
    const held = () =>
      new Promise<void>((resolve) => {
        response.once('close', resolve);
        next();
      });
    admission
      .admit('bodies', gone, held, { who: whoOf(response), id: requestId() })
      .catch((error: unknown) => next(error));
  };
  return [inTurn, take];
}

/** By its announced length; what is packed may become large. */
function isSurelySmall({ headers }: Request): boolean {
  const length = Number(headers['content-length'] ?? Infinity);
  return length <= usualBytes && headers['content-encoding'] === undefined;
}

/** Whether to read it takes so long that it is done in a turn. */
export function isLarge({ body }: Request): boolean {
  return body instanceof Buffer && body.length > usualBytes;
}

/** What the bytes say; undefined where none came that are JSON. Throws UsageError, UnsupportedError and TooLargeError. */
export async function bodyIn(request: Request, lines: string | undefined): Promise<unknown> {
  const { body } = request as { body: unknown };
  if (!(body instanceof Buffer)) return undefined;
  // Its bytes need not stay beside what they say.
  request.body = undefined;
  const charset = /;\s*charset="?([\w-]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset))
    throw new UnsupportedError(messages.http.unsupported(`charset ${charset}`));
  await refuseCrowded(body);
  const text = body.toString('utf8');
  return lines && request.is(lineTypes) ? itemsOfLines(lines, text) : parsed(text);
}

function parsed(text: string): unknown {
  if (text === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(messages.http.unreadableBody((error as Error).message));
  }
  if (typeof value === 'object' && value !== null) return value;
  throw new UsageError(messages.http.unreadableBody(typeof value));
}

/** Turns a body of lines into the object that JSON would have been; a line that is none is a text. */
function itemsOfLines(key: string, text: string): unknown {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return {
    [key]: lines.map((line) => {
      try {
        return JSON.parse(line) as unknown;
      } catch {
        return line;
      }
    }),
  };
}
