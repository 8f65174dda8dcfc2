/**
 * Whoever may not know of a list is answered as if it were not there: here for every route, and nowhere else. Where no list is marked for
 * others, this is one question to the database.
 */
import type { Route } from '../../../../domain/api/route.ts';
import { routes, type RouteName } from '../../../../domain/api/api.ts';
import { messages } from '../../../../domain/messages/index.ts';
import { answeringWithout } from '../../../decisions/lists/asked-by.ts';
import { holdsWithheld, leaveOut } from '../../../decisions/lists/leave-out.ts';
import { withheldFromReader, type Withheld } from '../../../decisions/lists/withheld.ts';
import { listFeeds } from '../../../operations/feeds/feed-store.ts';
import { MarkedError, NotFoundError, Problem } from '../../../platform/problems.ts';
import { ReadyJson } from '../ready-json.ts';
import type { Served } from '../served.ts';
import { namesWithheld, withoutNames } from './asked-for.ts';
import { opened, sealed } from './cursors.ts';
import { decisionOf, type Decision } from './decisions.ts';
import { withoutHints } from './hints.ts';

const text = messages.lists;

interface Asked {
  params: unknown;
  query: unknown;
  body: unknown;
}

type Serving = Pick<Served, 'database' | 'settings'>;

/** Answers a route. Throws MarkedError where what is withheld cannot be left out. */
export async function withholding<I extends Asked>(
  name: RouteName,
  served: Serving,
  input: I,
  answer: (input: I) => Promise<unknown>,
): Promise<unknown> {
  const decision = decisionOf(name);
  if (decision === 'plain') return answer(input);
  const withheld = await withheldFromReader(served.database);
  if (!withheld) return answer(input);
  if (decision === 'refused') throw new MarkedError(text.refused);
  const route: Route = routes[name];
  const { asked, back } = await askedFor({ route, decision }, input, withheld, served);
  const said = await answeringWithout(withheld, () => answer(asked)).catch((error: unknown) => {
    throw told(error, withheld, back);
  });
  if (!route.answer) return said;
  // What came meanwhile is withheld as well.
  const now = (await withheldFromReader(served.database)) ?? withheld;
  const plain: unknown = said instanceof ReadyJson ? JSON.parse(said.text) : said;
  if (decision === 'whole' && holdsWithheld(plain, now)) throw notThere();
  const left = leaveOut(plain, now);
  if (left === null) throw notThere();
  const asking = { database: served.database, params: asked.params, query: asked.query };
  const unhinted = await withoutHints(name, asking, { before: plain, left }, now);
  const shown = route.answer.safeParse(await withCursor(unhinted, now, served));
  if (!shown.success) throw notThere();
  return shown.data;
}

const notThere = () => new NotFoundError(text.notThere);

async function askedFor<I extends Asked>(
  { route, decision }: { route: Route; decision: Decision },
  input: I,
  withheld: Withheld,
  { database, settings }: Serving,
): Promise<{ asked: I; back: (text: string) => string }> {
  const params = input.params as Record<string, unknown>;
  const query = input.query as Record<string, unknown>;
  const changes = route.method !== 'get' && route.reads !== true;
  if (changes && typeof params['list'] === 'string' && withheld.lists.has(params['list']))
    throw new NotFoundError(text.noList(params['list']));
  const isTaken = route.upload === true || decision === 'taken';
  if (!isTaken && namesWithheld(input.body, withheld)) throw notThere();
  if (changes && namesWithheld(params, withheld)) throw notThere();
  if (await isFeedOf(route, params, withheld, { database, settings })) throw notThere();
  const cursor = await opened(query['cursor'], settings);
  const named = withoutNames({ ...params }, withheld);
  const narrowed = withoutNames(cursor === undefined ? query : { ...query, cursor }, withheld);
  return {
    asked: { ...input, params: named.left, query: narrowed.left },
    back: (said) => narrowed.back(named.back(said)),
  };
}

/** What is said of a failure names what was asked by; where it names anything that is withheld beside, that it failed is all that is told. */
function told(error: unknown, withheld: Withheld, back: (text: string) => string): unknown {
  if (!(error instanceof Problem)) return error;
  const isTold = [error.message, ...error.details.map(({ problem }) => problem)].some((said) =>
    withheld.names(said),
  );
  if (isTold) return notThere();
  error.message = back(error.message);
  return error;
}

async function withCursor(answer: unknown, withheld: Withheld, { settings }: Serving) {
  if (typeof answer !== 'object' || answer === null || !('next' in answer)) return answer;
  const { next } = answer;
  return typeof next === 'string'
    ? { ...answer, next: await sealed(next, withheld, settings) }
    : answer;
}

/** A list that is withheld is brought up to date by those who may know of it. */
async function isFeedOf(
  { path }: Route,
  { id }: Record<string, unknown>,
  { lists }: Withheld,
  { database, settings }: Serving,
): Promise<boolean> {
  if (!path.startsWith('/feeds/{id}/')) return false;
  const feeds = await listFeeds(database, settings);
  return feeds.some((feed) => feed.id === id && lists.has(feed.list));
}
