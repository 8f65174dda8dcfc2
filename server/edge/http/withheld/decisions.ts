/** What each route answers to somebody who may not know of some list. Decided of every route: one that is added is filtered, or refused where it sends a file. */
import type { Route } from '../../../../domain/api/route.ts';
import { routes, type RouteName } from '../../../../domain/api/api.ts';

/**
 * `filtered`: without what is withheld. `whole`: filtered, and as if there were none where anything was in it. `checked`: what it gathers is looked
 * through, and it is refused where anything is in it (`admitToAll`). `sent`: a file of what was sent in, which names nothing withheld.
 * `taken`: filtered, and what is sent in is taken whatever it names, as it comes from who knows it already.
 * `refused`: what it holds cannot be told from its words. `plain`: it says nothing of what is loaded or found.
 */
export type Decision = 'filtered' | 'taken' | 'whole' | 'checked' | 'sent' | 'refused' | 'plain';

const decided: Partial<Record<RouteName, Decision>> = {
  // A way that would lead over an entry, and not what is left of it.
  path: 'whole',
  export: 'checked',
  bundle: 'checked',
  narrative: 'checked',
  graphFile: 'sent',
  // These may ask for what entries there are without naming any: by counting, or of the accounts beside them.
  runQuery: 'refused',
  queryGraph: 'refused',
  tryPattern: 'refused',
  watchPattern: 'refused',
  patternStanding: 'refused',
  watchedPatterns: 'refused',
  beginTrial: 'refused',
  trial: 'refused',
  trials: 'refused',
  asked: 'refused',
  askedByBody: 'refused',
  // A program that hands rows over loses none because its token is of somebody who may not know of a list.
  sendEvents: 'taken',
};

export function decisionOf(name: RouteName): Decision {
  const route: Route = routes[name];
  const own = decided[name];
  if (own) return own;
  if (typeof route.unseen === 'object') return 'plain';
  return route.answer ? 'filtered' : 'refused';
}
