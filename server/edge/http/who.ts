/** Who asks: read once for every request, from the cookie of a session or the header of a program. */
import type { Request, RequestHandler, Response } from 'express';
import type { Route } from '../../../domain/api/route.ts';
import { unattendedHeader } from '../../../domain/api/unattended.ts';
import { admit, admitUnseen, everybody, type Caller } from '../../people/caller.ts';
import { comingMs, type Coming } from '../../people/coming.ts';
import type { Door } from '../../people/door.ts';
import type { Entered, From } from '../../people/sessions.ts';
import { isLoopback } from '../../platform/network/loopback.ts';
import { NotSignedInError } from '../../platform/problems.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { answerWithin } from './database-reach.ts';
import type { Who } from './fair-line.ts';
import { nameIn } from './host-check.ts';
import type { Served } from './served.ts';

type Gate = Pick<Served, 'door' | 'settings' | 'database'>;

/** Lets on whoever may, by what the route says; the answer's `locals` then hold who asks. The one place where that is held. */
export function gate(
  { door, settings, database }: Gate,
  { may, letsIn, unseen }: Pick<Route, 'may' | 'letsIn' | 'unseen'>,
): RequestHandler {
  return async (request, response, next) => {
    const who = settings.open
      ? everybody()
      : await known(door, request, settings, (work) => answerWithin(database, work));
    response.locals['asking'] = who?.person.id ?? null;
    try {
      admit(who, { may, letsIn });
      admitUnseen(who, unseen);
    } catch (error) {
      if (error instanceof NotSignedInError)
        response.set('www-authenticate', 'Bearer realm="Skein"');
      throw error;
    }
    response.locals['caller'] = who;
    next();
  };
}

/** Id of the person who asks, whether or not they are let on; null of nobody, and where everybody is let in. */
export function idAsking(response: Response): string | null {
  return (response.locals['asking'] as string | null | undefined) ?? null;
}

/** Who asks, once the gate has let them on. */
export function callerOf(response: Response): Caller | null {
  return (response.locals['caller'] as Caller | null | undefined) ?? null;
}

/** Whose quotas it counts to: a token's are its person's, and where nobody signs in all are one. */
export function whoseQuota(who: Caller | null): string {
  return who ? (who.person.id ?? 'operator') : 'nobody';
}

/** Whose share of the turns it takes; null where nobody signs in, so that there are no others to keep any for. */
export function shareOf(who: Caller | null): Who {
  return who?.by === 'open' ? null : whoseQuota(who);
}

/** Nothing is asked of the database for whoever brings nothing. */
async function known(
  door: Door,
  request: Request,
  settings: Settings,
  within: (work: () => Promise<Caller | null>) => Promise<Caller | null>,
): Promise<Caller | null> {
  const session = sessionIn(request, settings);
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
  if (session === null && token === null) return null;
  const unattended = request.headers[unattendedHeader] !== undefined;
  return within(() => door.whoHas({ session, token, unattended }));
}

/** From where whoever signs in comes. */
export function fromOf(request: Request, settings: Settings): From {
  return {
    address: addressOf(request, settings),
    agent: request.headers['user-agent'] ?? '',
    before: sessionIn(request, settings),
  };
}

/** Behind a proxy on this machine, the address that the proxy says it was asked from: the last it added. */
function addressOf({ socket, headers }: Request, { publicUrls }: Settings): string {
  const direct = socket.remoteAddress ?? '';
  if (!publicUrls || !isLoopback(direct)) return direct;
  return (
    String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() || direct
  );
}

/** Has the browser keep the session, out of reach of scripts and of requests that other sites make. */
export function keepSession(
  response: Response,
  settings: Settings,
  { secret, ends }: Entered,
): void {
  response.cookie(cookieName(response.req, settings), secret, {
    ...cookieOptions(settings),
    expires: ends,
  });
}

export function dropSession(response: Response, settings: Settings): void {
  response.clearCookie(cookieName(response.req, settings), cookieOptions(settings));
}

/** Has the browser keep what its answer of the provider is told by; it is sent when the provider sends the browser back, from another site. */
export function keepComing(response: Response, settings: Settings, { secret }: Coming): void {
  response.cookie(comingName(response.req, settings), secret, {
    ...{ ...cookieOptions(settings), sameSite: 'lax' as const },
    maxAge: comingMs,
  });
}

/** What the browser kept, which serves once. */
export function takeComing(response: Response, settings: Settings): string | null {
  const name = comingName(response.req, settings);
  response.clearCookie(name, { ...cookieOptions(settings), sameSite: 'lax' });
  return cookieIn(response.req, name);
}

/** The address at which this browser shows the page, of those by which people know it. */
export function originOf({ headers }: Request, { publicUrls, tls }: Settings): string {
  const { origin = '', host = '' } = headers;
  if (!publicUrls) return `${tls ? 'https' : 'http'}://${host}`;
  return publicUrls.includes(origin) ? origin : publicUrls[0]!;
}

/** The same, and for whoever is let on past the proxy, on this machine, the one that they ask by: passkeys hang on it. */
export function originShown(request: Request, settings: Settings): string {
  const { publicUrls, tls } = settings;
  const { origin = '', host = '' } = request.headers;
  if (!publicUrls || publicUrls.includes(origin) || !isLoopback(nameIn(host)))
    return originOf(request, settings);
  return `${tls ? 'https' : 'http'}://${host}`;
}

function comingName(request: Request, settings: Settings): string {
  return `${cookieName(request, settings)}-coming`;
}

function cookieOptions(settings: Settings) {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: isSecure(settings) } as const;
}

/** Browsers send a cookie to every port of a host: of two Skeins on one machine, one must not sign out of the other. */
function cookieName({ socket }: Request, settings: Settings): string {
  if (isSecure(settings)) return '__Host-skein';
  return settings.publicUrls ? 'skein' : `skein-${socket.localPort}`;
}

function isSecure({ publicUrls, tls }: Settings): boolean {
  if (publicUrls === undefined) return tls !== undefined;
  return publicUrls.every((url) => url.startsWith('https:'));
}

function sessionIn(request: Request, settings: Settings): string | null {
  return cookieIn(request, cookieName(request, settings));
}

function cookieIn({ headers }: Request, name: string): string | null {
  for (const each of (headers.cookie ?? '').split(';')) {
    const [key, value = ''] = each.trim().split('=', 2);
    if (key === name && value !== '') return value;
  }
  return null;
}
