import { Router, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import type { Route } from '../../../domain/api/route.ts';
import { routes, type RouteName } from '../../../domain/api/api.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { messages } from '../../../domain/messages/index.ts';
import { activeLanguage } from '../../../domain/messages/language.ts';
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
import { quotaReached } from '../../trust/custody/access-acts.ts';
import { append } from '../../trust/custody/log.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import type { Admission, Turn } from './admission.ts';
import { bodyIn, isLarge, takesBody } from './body.ts';
import { answerWithin } from './database-reach.ts';
import { handlers } from './handlers.ts';
import { asMeant, maskingFor } from './masking/masking.ts';
import { speakAsAsked } from './language.ts';
import { routeLabel } from './route-label.ts';
import { openApiDocument } from './openapi.ts';
import { QuotaError, type PersonQuotas } from './person-quotas.ts';
import { checked, reasonsIn } from './checked-input.ts';
import { checkOrigin } from './origin-check.ts';
import { sendProblem } from './problems.ts';
import { requestId } from './request-id.ts';
import { ReadyJson } from './ready-json.ts';
import { changeOf } from './recorded-changes.ts';
import type { Served, Upload } from './served.ts';
import { auditedRequest, auditSubject } from './shown-evidence.ts';
import { whenGone } from './when-gone.ts';
import { withholding } from './withheld/withholding.ts';
import { callerOf, gate, shareOf, whoseQuota } from './who.ts';

/** Every route of `domain/api/api.ts`, validated both ways, and their description. */
export function apiRouter(
  base: Omit<Served, 'ask'>,
  bounds: { admission: Admission; quotas: PersonQuotas },
): Router {
  const served: Served = {
    ...base,
    ask: (of, gone, body) => answerTo({ served, ...bounds }, { of, gone, body }),
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
  for (const name of Object.keys(routes) as RouteName[]) mount(router, { served, ...bounds }, name);
  refuseOtherMethods(router);
  return router;
}

interface Mounted {
  served: Served;
  admission: Admission;
  quotas: PersonQuotas;
}

function mount(router: Router, { served, admission, quotas }: Mounted, name: RouteName): void {
  const route: Route = routes[name];
  const path = expressPath(route.path);
  const steps: RequestHandler[] = [routeLabel(`/api/v1${route.path}`)];
  if (route.method !== 'get') steps.push(checkOrigin(served.settings));
  steps.push(gate(served, route));
  steps.push(...takesBody(route, admission, (response) => shareOf(callerOf(response))));
  const answer = async (request: Request, response: Response) => {
    const masking = await maskingFor(name, callerOf(response), served.settings);
    const whose = whoseQuota(callerOf(response));
    const readIn = async () => {
      const { params, query, headers } = request;
      const body = await bodyIn(request, route.lines);
      const given = readInput(route, { params, query, headers, body });
      const meant = masking ? masking.unmasked(given) : await asMeant(name, given, served.settings);
      if (route.upload) meant.body = uploadOf(request, quotas.arriving(whose));
      if (typeof route.quota === 'string') quotas.take(route.quota, whose);
      return meant;
    };
    // What is large is read in its turn.
    let input = isLarge(request) ? null : await readIn();
    const handle = handlers[name] as AnyHandler;
    const answering = async () => {
      input ??= await readIn();
      const requested = auditedRequest(name, input);
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
        { id: requestId(), who: shareOf(callerOf(response)) },
      )
      .catch((error: unknown) => {
        throw masking ? masking.problem(error) : error;
      });
    const subject = auditedRequest(name, input!) ? null : auditSubject(name, input!, said);
    if (subject) served.views.shown(masking ? { ...subject, masked: true } : subject);
    if (masking && route.answer) response.json(masking.masked(route.answer.parse(plain(said))));
    else if (said instanceof ReadyJson) response.type('json').send(said.text);
    else if (route.answer) response.json(route.answer.parse(said));
  };
  // Here and not before the body is read, which comes by events of the connection's own.
  router[route.method](path, ...steps, (request: Request, response: Response) =>
    asCaller(callerOf(response), () =>
      answer(request, response).catch(async (error: unknown) => {
        if (error instanceof QuotaError && quotas.isNews(error))
          await append(
            served.settings.home,
            quotaReached(callerOf(response)?.person.name ?? '', error),
          );
        throw error;
      }),
    ),
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

function plain(said: unknown): unknown {
  return said instanceof ReadyJson ? JSON.parse(said.text) : said;
}

interface AnyInput {
  headers?: unknown;
  params: unknown;
  query: unknown;
  body: unknown;
}

interface AskedWithin {
  of: string;
  gone: AbortSignal;
  body: Readonly<Record<string, unknown>> | undefined;
}

/** Answers another address, in the turn that is its own; nothing that changes something, sends a file, or would ask on for ever. */
async function answerTo(
  { served, admission }: Pick<Mounted, 'served' | 'admission'>,
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
    const asking = { id: requestId(), who: shareOf(caller()) };
    return admission.admit(turnOf(route), gone, answering, asking);
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
  const faults: Detail[] = [];
  const read = (part: string, schema: z.ZodType, given: unknown) => {
    const { success, data, details } = checked(part, schema, given, error);
    if (!success) faults.push(...details);
    return data;
  };
  const input = {
    params: read('params', route.params, request.params),
    // A misspelt parameter must not pass for one left out.
    query: read('query', route.query.strict(), request.query),
    headers: route.headers && read('headers', route.headers, request.headers),
    body: route.body && read('body', route.body.strict(), request.body),
  };
  if (faults.length === 0) return input;
  throw new UsageError(messages.http.badRequest, faults);
}

/** Of that one type alone: what a form of another page's could send is none. */
function uploadOf(request: Request, quota: ReturnType<PersonQuotas['arriving']>): Upload {
  if (!request.is('application/octet-stream')) throw new UsageError(messages.intake.upload.type);
  // A file is kept as it comes: packed on its way, it would be kept as another than was sent.
  const packed = request.headers['content-encoding'];
  if (packed !== undefined && packed.toLowerCase() !== 'identity')
    throw new UnsupportedError(messages.intake.upload.packed(packed));
  const length = request.headers['content-length'];
  return { bytes: request, length: length === undefined ? null : Number(length), ...quota };
}
