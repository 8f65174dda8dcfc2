import { json, Router, text, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import type { Route } from '../../../domain/api/route.ts';
import { routes, type RouteName } from '../../../domain/api/api.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { messages } from '../../../domain/messages/index.ts';
import { activeLanguage, type Language } from '../../../domain/messages/language.ts';
import {
  NotFoundError,
  UnsupportedError,
  UsageError,
  type Detail,
} from '../../platform/problems.ts';
import { admitToCase } from '../../decisions/cases/members.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { whileWanted } from '../../graph/neo4j/wanted.ts';
import { admit, admitUnseen, asCaller, caller } from '../../people/caller.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import type { Admission, Turn } from './admission.ts';
import { answerWithin } from './database-reach.ts';
import { handlers } from './handlers.ts';
import { asMeant, maskingFor } from './masking/masking.ts';
import { speakAsAsked } from './language.ts';
import { routeLabel } from './route-label.ts';
import { openApiDocument } from './openapi.ts';
import { checkOrigin } from './origin-check.ts';
import { sendProblem } from './problems.ts';
import { requestId } from './request-id.ts';
import { ReadyJson } from './ready-json.ts';
import { changeOf } from './recorded-changes.ts';
import type { Served, Upload } from './served.ts';
import { auditedRequest, auditSubject } from './shown-evidence.ts';
import { whenGone } from './when-gone.ts';
import { withholding } from './withheld/withholding.ts';
import { callerOf, gate } from './who.ts';

/** Every route of `domain/api/api.ts`, validated both ways, and their description. */
export function apiRouter(base: Omit<Served, 'ask'>, admission: Admission): Router {
  const served: Served = {
    ...base,
    ask: (of, gone, body) => answerTo({ served, admission }, { of, gone, body }),
  };
  const router = Router({ caseSensitive: true, strict: true });
  router.use((_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  }, speakAsAsked);
  const document = openApiDocument();
  router.get('/openapi.json', routeLabel('/api/v1/openapi.json'), (_request, response) => {
    response.json(document);
  });
  for (const name of Object.keys(routes) as RouteName[]) mount(router, { served, admission }, name);
  refuseOtherMethods(router);
  return router;
}

interface Mounted {
  served: Served;
  admission: Admission;
}

function mount(router: Router, { served, admission }: Mounted, name: RouteName): void {
  const route: Route = routes[name];
  const path = expressPath(route.path);
  const steps: RequestHandler[] = [routeLabel(`/api/v1${route.path}`)];
  if (route.method !== 'get') steps.push(checkOrigin(served.settings));
  steps.push(gate(served, route));
  const limit = route.mostBytes ?? (route.may === 'anyone' ? longestOfAnyone : longestBody);
  if (route.lines) steps.push(text({ type: lineTypes, limit }), itemsOfLines(route.lines));
  if (route.body) steps.push(json({ limit, strict: true }));
  const answer = async (request: Request, response: Response) => {
    const masking = await maskingFor(name, callerOf(response), served.settings);
    const given = readInput(route, request);
    const input = masking ? masking.unmasked(given) : await asMeant(name, given, served.settings);
    if (route.upload) input.body = uploadOf(request);
    const handle = handlers[name] as AnyHandler;
    const requested = auditedRequest(name, input);
    const answering = async () => {
      await admitToParams(served.database, input.params);
      return withholding(name, served, input, (asked) => {
        const change = changeOf(name, asked);
        const doing = async () => {
          if (requested) await served.views.toBeShown(requested);
          return handle(served, asked, response);
        };
        return change ? recorded(served.settings.home, change, doing) : doing();
      });
    };
    const gone = whenGone(response);
    const isRead = route.method === 'get' || route.reads === true;
    const reading = isRead ? () => whileWanted(gone, answering) : answering;
    const said = await admission
      .admit(
        turnOf(route),
        gone,
        // A file may take its time to arrive, and needs no database to do so.
        () => (route.upload ? reading() : answerWithin(served.database, reading)),
        requestId(),
      )
      .catch((error: unknown) => {
        throw masking ? masking.problem(error) : error;
      });
    const subject = requested ? null : auditSubject(name, input, said);
    if (subject) served.views.shown(masking ? { ...subject, masked: true } : subject);
    if (masking && route.answer) response.json(masking.masked(route.answer.parse(plain(said))));
    else if (said instanceof ReadyJson) response.type('json').send(said.text);
    else if (route.answer) response.json(route.answer.parse(said));
  };
  // Here and not before the body is read, which comes by events of the connection's own.
  router[route.method](path, ...steps, (request: Request, response: Response) =>
    asCaller(callerOf(response), () => answer(request, response)),
  );
}

function refuseOtherMethods(router: Router): void {
  const all: readonly Route[] = Object.values(routes);
  for (const [path, at] of groupBy(all, (route) => route.path)) {
    const methods = at.map(({ method }) => (method === 'get' ? 'GET, HEAD' : method.toUpperCase()));
    router.all(expressPath(path), routeLabel(`/api/v1${path}`), (request, response) => {
      response.set('allow', methods.join(', '));
      const detail = messages.http.methodNotAllowed(request.method, methods.join(', '));
      sendProblem(response, 405, 'method-not-allowed', detail);
    });
  }
}

function turnOf({ turn, upload }: Route): Turn {
  return upload ? 'own' : (turn ?? 'usual');
}

/** `{name}` as Express writes it. */
function expressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

/** The table's handlers agree with their routes one by one, which a loop over them cannot express. */
type AnyHandler = (served: Served, input: unknown, response: Response | null) => Promise<unknown>;

/** A canvas of the largest size, with the columns of its relations. */
const longestBody = '64mb';
/** Of somebody who has not signed in, packed or not: a password, a link, what a provider said. */
const longestOfAnyone = '64kb';

function plain(said: unknown): unknown {
  return said instanceof ReadyJson ? JSON.parse(said.text) : said;
}

interface AnyInput {
  headers?: unknown;
  params: unknown;
  query: unknown;
  body: unknown;
}

const lineTypes = ['application/x-ndjson', 'application/ndjson'];

/** Turns a body of lines into the object that JSON would have been. */
function itemsOfLines(key: string): RequestHandler {
  return (request: Request, _response, next) => {
    const body: unknown = request.body;
    if (typeof body === 'string')
      request.body = {
        [key]: body
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map(parsed),
      };
    next();
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

/** What zod says is wrong, in this language as far as it speaks it. */
function reasonsIn(language: Language): z.core.$ZodErrorMap {
  const known: Readonly<Partial<Record<string, typeof z.locales.en>>> = z.locales;
  const [tongue = ''] = language.split('-');
  return (known[language.replace('-', '')] ?? known[tongue] ?? z.locales.en)().localeError;
}

interface AskedWithin {
  of: string;
  gone: AbortSignal;
  body: Readonly<Record<string, unknown>> | undefined;
}

/** Answers another address, in the turn that is its own; nothing that changes something, sends a file, or would ask on for ever. */
async function answerTo(
  { served, admission }: Mounted,
  { of, gone, body }: AskedWithin,
): Promise<unknown> {
  const address = new URL(of, 'http://skein.invalid');
  for (const [name, route] of Object.entries<Route>(routes)) {
    const isAsked = body ? route.reads === true : route.method === 'get' && name !== 'asked';
    if (!isAsked || !route.answer) continue;
    const params = paramsIn(route.path, address.pathname);
    if (!params) continue;
    // What is asked within another request is held to what it says itself.
    admit(caller(), route);
    // And is never masked here: whoever asks so sees all of it, or is refused already.
    admitUnseen(caller(), typeof route.unseen === 'string' ? 'refused' : route.unseen);
    const query = Object.fromEntries(address.searchParams);
    const handle = handlers[name as RouteName] as AnyHandler;
    const input = readInput(route, { params, query, body });
    const answering = async () => {
      await admitToParams(served.database, params);
      return handle(served, input, null);
    };
    return admission.admit(turnOf(route), gone, answering, requestId());
  }
  throw new NotFoundError(messages.queries.notAsked(of));
}

/** Whatever is asked of a case is asked by who is shown it, of every route whose address names one. */
async function admitToParams(database: Database, params: unknown): Promise<void> {
  const { case: id } = params as { case?: string };
  if (id !== undefined) await admitToCase(database, id);
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
  const error = reasonsIn(activeLanguage());
  const params = route.params.safeParse(request.params, { error });
  // A misspelt parameter must not pass for one left out.
  const query = route.query.strict().safeParse(request.query, { error });
  const headers = route.headers?.safeParse(request.headers, { error });
  const body = route.body?.strict().safeParse(request.body, { error });
  if (params.success && query.success && headers?.success !== false && body?.success !== false)
    return {
      ...{ params: params.data, query: query.data },
      ...{ headers: headers?.data, body: body?.data },
    };
  throw new UsageError(messages.http.badRequest, [
    ...detailsOf('params', params.error),
    ...detailsOf('query', query.error),
    ...detailsOf('headers', headers?.error),
    ...detailsOf('body', body?.error),
  ]);
}

/** Of that one type alone: what a form of another page's could send is none. */
function uploadOf(request: Request): Upload {
  if (!request.is('application/octet-stream')) throw new UsageError(messages.intake.upload.type);
  // A file is kept as it comes: packed on its way, it would be kept as another than was sent.
  const packed = request.headers['content-encoding'];
  if (packed !== undefined && packed.toLowerCase() !== 'identity')
    throw new UnsupportedError(messages.intake.upload.packed(packed));
  const length = request.headers['content-length'];
  return { bytes: request, length: length === undefined ? null : Number(length) };
}

function detailsOf(part: string, error: z.ZodError | undefined): Detail[] {
  return (error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          where: `${part}.${key}`,
          problem: messages.http.unknownParameter(key),
        }))
      : [{ where: [part, ...issue.path].join('.'), problem: issue.message }],
  );
}
