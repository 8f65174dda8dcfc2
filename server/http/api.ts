import { json, Router, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import type { Route } from '../../domain/api/route.ts';
import { routes, type RouteName } from '../../domain/api.ts';
import { groupBy } from '../../domain/group-by.ts';
import { words } from '../../domain/words/index.ts';
import { languageInForce, type Language } from '../../domain/words/language.ts';
import { NotFoundError, UsageError, type Detail } from '../problems.ts';
import { answerWithin } from './database-reach.ts';
import { handlers } from './handlers.ts';
import { speakAsAsked } from './language.ts';
import { marked } from './marked.ts';
import { openApiDocument } from './openapi.ts';
import { sendProblem } from './problems.ts';
import type { Served } from './served.ts';

/** Every route of `domain/api.ts`, validated both ways, and their description. */
export function apiRouter(base: Omit<Served, 'ask'>): Router {
  const served: Served = { ...base, ask: (of) => answerTo(served, of) };
  const router = Router({ caseSensitive: true, strict: true });
  router.use((_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  }, speakAsAsked);
  const document = openApiDocument();
  router.get('/openapi.json', marked('/api/v1/openapi.json'), (_request, response) => {
    response.json(document);
  });
  for (const name of Object.keys(routes) as RouteName[]) mount(router, served, name);
  refuseOtherMethods(router);
  return router;
}

function mount(router: Router, served: Served, name: RouteName): void {
  const route: Route = routes[name];
  const path = expressPath(route.path);
  const steps: RequestHandler[] = [marked(`/api/v1${route.path}`)];
  if (route.body) steps.push(json({ limit: longestBody, strict: true }));
  router[route.method](path, ...steps, async (request: Request, response: Response) => {
    const input = readInput(route, request);
    const handle = handlers[name] as AnyHandler;
    const answer = await answerWithin(served.database, () => handle(served, input, response));
    if (route.answer) response.json(route.answer.parse(answer));
  });
}

function refuseOtherMethods(router: Router): void {
  const all: readonly Route[] = Object.values(routes);
  for (const [path, at] of groupBy(all, (route) => route.path)) {
    const methods = at.map(({ method }) => (method === 'get' ? 'GET, HEAD' : method.toUpperCase()));
    router.all(expressPath(path), marked(`/api/v1${path}`), (request, response) => {
      response.set('allow', methods.join(', '));
      const detail = words.http.methodNotAllowed(request.method, methods.join(', '));
      sendProblem(response, 405, 'method-not-allowed', detail);
    });
  }
}

/** `{name}` as Express writes it. */
function expressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

/** The table's handlers agree with their routes one by one, which a loop over them cannot express. */
type AnyHandler = (served: Served, input: unknown, response: Response | null) => Promise<unknown>;

/** A canvas of the largest size, with the columns of its relations. */
const longestBody = '64mb';

interface AnyInput {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** What zod says is wrong, in each language. */
const reasons = {
  en: z.locales.en().localeError,
  fr: z.locales.fr().localeError,
} as const satisfies Record<Language, z.core.$ZodErrorMap>;

/** Answers a GET of another address; nothing that changes something, sends a file, or would ask on for ever. */
async function answerTo(served: Served, of: string): Promise<unknown> {
  const address = new URL(of, 'http://skein.invalid');
  for (const [name, route] of Object.entries<Route>(routes)) {
    if (route.method !== 'get' || !route.answer || name === 'asked') continue;
    const params = paramsIn(route.path, address.pathname);
    if (!params) continue;
    const query = Object.fromEntries(address.searchParams);
    const handle = handlers[name as RouteName] as AnyHandler;
    return handle(served, readInput(route, { params, query, body: undefined }), null);
  }
  throw new NotFoundError(words.queries.notAsked(of));
}

/** The parameters that a path fills in; null for a path of another route. */
function paramsIn(route: string, path: string): Record<string, string> | null {
  const pattern = route.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const found = new RegExp(`^${pattern}$`).exec(path);
  if (!found) return null;
  return Object.fromEntries(
    Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
  );
}

function readInput(route: Route, request: AnyInput): AnyInput {
  const error = reasons[languageInForce()];
  const params = route.params.safeParse(request.params, { error });
  // A misspelt parameter must not pass for one left out.
  const query = route.query.strict().safeParse(request.query, { error });
  const body = route.body?.strict().safeParse(request.body, { error });
  if (params.success && query.success && body?.success !== false)
    return { params: params.data, query: query.data, body: body?.data };
  throw new UsageError(words.http.badRequest, [
    ...detailsOf('params', params.error),
    ...detailsOf('query', query.error),
    ...detailsOf('body', body?.error),
  ]);
}

function detailsOf(part: string, error: z.ZodError | undefined): Detail[] {
  return (error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          where: `${part}.${key}`,
          problem: words.http.unknownParameter(key),
        }))
      : [{ where: [part, ...issue.path].join('.'), problem: issue.message }],
  );
}
