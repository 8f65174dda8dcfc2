import type { triageRoutes } from '../../../domain/api/triage.ts';
import { actor } from '../../platform/access/actor.ts';
import { checkCounted, countedItems } from '../../decisions/numbers/counted.ts';
import { changeItems, commentItem, type Acting } from '../../decisions/triage/change.ts';
import { queueOf, wholeItem } from '../../decisions/triage/items.ts';
import { reconcileDecisions } from '../../decisions/triage/reconcile.ts';
import { undoItems } from '../../decisions/triage/undo.ts';
import { pageOf, readCursor } from './paging.ts';
import type { Handlers, Served } from './served.ts';

function acting({ settings }: Served): Acting {
  return {
    home: settings.home,
    by: actor(),
    now: new Date().toISOString(),
    fourEyes: settings.fourEyes ?? false,
  };
}

/** The queue of findings and clusters, and what people decide of them. */
export const triageHandlers: Pick<Handlers, keyof typeof triageRoutes> = {
  triage: async (served, { query: { cursor, limit, ...filter } }) => {
    const { database } = served;
    const { home, by, now } = acting(served);
    checkCounted(filter);
    const { mark, skip } = readCursor(cursor);
    const latest = await reconcileDecisions(database, home, now);
    // A later page is of the same run, though a newer one may have ended.
    const run = mark === '' ? latest : mark;
    if (run === null) return { items: [], next: null, total: 0 };
    const { counted } = filter;
    const { found, total } = counted
      ? await countedItems(database, run, { ...filter, counted }, now, skip, limit + 1)
      : await queueOf(database, run, filter, by, skip, limit + 1);
    return { ...pageOf(found, limit, () => ({ mark: run, skip: skip + limit })), total };
  },

  triageItem: async (served, { params }) => {
    const { home, now } = acting(served);
    const run = await reconcileDecisions(served.database, home, now);
    return wholeItem(served.database, run, params.id);
  },

  changeTriage: async (served, { body }) => ({
    items: await changeItems(served.database, acting(served), body.items, body.change),
  }),

  undoTriage: async (served, { body }) => ({
    items: await undoItems(served.database, acting(served), body.items),
  }),

  commentTriage: (served, { params, body }) =>
    commentItem(served.database, acting(served), params.id, body.text),
};
