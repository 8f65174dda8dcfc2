import { problemSchema } from '../../../domain/answers.ts';
import { routes, type Answer, type Query, type RouteName } from '../../../domain/api.ts';
import { words } from '../../../domain/words/index.ts';
import { ProblemError, UnreachableError } from './problem.ts';

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

/** Asks the API. Throws ProblemError for what it refuses, UnreachableError when nothing answers. */
export async function ask<N extends RouteName>(
  name: N,
  params?: PathParameters,
  query?: Query<N>,
  signal?: AbortSignal,
): Promise<Answer<N>> {
  const response = await reach(addressOf(name, params, query), signal);
  if (!response.ok) throw await problemOf(response);
  // The server has checked its answer against the same schema.
  return (await response.json()) as Answer<N>;
}

async function reach(address: string, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, { signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new UnreachableError(words.page.state.unreachable, { cause: error });
  }
}

async function problemOf(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => null);
  const problem = problemSchema.safeParse(body);
  if (problem.success) return new ProblemError(problem.data);
  return new UnreachableError(words.page.state.unreachable);
}
