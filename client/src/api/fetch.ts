// Whatever part of the page comes first has asked for this.
import './no-eval.ts';
import { problemSchema } from '../../../domain/answers.ts';
import {
  routes,
  type Answer,
  type Body,
  type Query,
  type RouteName,
} from '../../../domain/api/api.ts';
import { unattendedHeader } from '../../../domain/api/unattended.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { isAttended } from './attended.ts';
import { language } from './language.ts';
import { ProblemError, UnreachableError } from './problem.ts';
import { learnCaller, refuseUnasked } from './refusal.ts';
import { tellSignedOut } from './signed-out.ts';

type PathParameters = Readonly<Record<string, string | number>>;

/** The address of a route, with its path parameters and query filled in; undefined ones are left out. */
export function addressOf<N extends RouteName>(
  name: N,
  params: PathParameters = {},
  query: Query<N> | Record<string, never> = {},
): string {
  const path = routes[name].path.replace(/\{(\w+)\}/g, (_all, parameter: string) =>
    encodeURIComponent(String(params[parameter])),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (typeof value === 'string' || typeof value === 'number') search.set(key, String(value));
  const text = search.toString();
  return `/api/v1${path}${text ? `?${text}` : ''}`;
}

/**
 * Asks the API. Throws ProblemError for what it refuses, UnreachableError when nothing answers. What it would refuse to
 * whoever looks is not asked (`refusal.ts`).
 */
export async function ask<N extends RouteName>(
  name: N,
  params?: PathParameters,
  query?: Query<N>,
  signal?: AbortSignal,
): Promise<Answer<N>> {
  await refuseUnasked(name);
  const response = await reach(addressOf(name, params, query), { signal: signal ?? null });
  if (!response.ok) throw await problemOf(response);
  return learned(name, await response.json());
}

/** Sends to a route that answers with a file; by `id` it can be asked how many are before it. Throws as `ask` does. */
export async function sendForFile<N extends RouteName>(
  name: N,
  query: Query<N>,
  body: Body<N>,
  { signal, id }: { signal?: AbortSignal | undefined; id: string },
): Promise<{ blob: Blob; name: string; headers: Headers }> {
  const { headers, ...rest } = requestOf(name, body);
  const request = { ...rest, headers: { ...headers, 'x-request-id': id }, signal: signal ?? null };
  await refuseUnasked(name);
  const response = await reach(addressOf(name, {}, query), request);
  if (!response.ok) throw await problemOf(response);
  const disposition = response.headers.get('content-disposition') ?? '';
  return {
    blob: await response.blob(),
    name: /filename="?([^";]+)/.exec(disposition)?.[1] ?? 'skein',
    headers: response.headers,
  };
}

/** Sends JSON to a route that changes something, by the route's own method. Throws as `ask` does. */
export async function send<N extends RouteName>(
  name: N,
  params: PathParameters,
  body: Body<N>,
  query?: Query<N>,
  signal?: AbortSignal,
): Promise<Answer<N>> {
  const request = { ...requestOf(name, body), signal: signal ?? null };
  await refuseUnasked(name);
  const response = await reach(addressOf(name, params, query), request);
  if (!response.ok) throw await problemOf(response);
  return learned(name, await response.json());
}

/** The server has checked its answer against the same schema. */
function learned<N extends RouteName>(name: N, answer: unknown): Answer<N> {
  learnCaller(name, answer);
  return answer as Answer<N>;
}

function requestOf(name: RouteName, body: unknown) {
  return {
    method: routes[name].method.toUpperCase(),
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  };
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set('accept-language', language);
  if (!isAttended()) headers.set(unattendedHeader, 'yes');
  try {
    return await fetch(address, { ...request, headers });
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new UnreachableError(messages.page.state.unreachable, { cause: error });
  }
}

const waysIn = ['signIn', 'enter', 'comeFromProvider', 'signInByPasskey'] as const;

async function problemOf(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => null);
  const problem = problemSchema.safeParse(body);
  if (problem.success) {
    // Of signing in itself it says that name or password are wrong.
    if (
      problem.data.status === 401 &&
      !waysIn.some((way) => addressOf(way) === problem.data.instance)
    )
      tellSignedOut();
    return new ProblemError(problem.data);
  }
  return new UnreachableError(messages.page.state.unreachable);
}
