import { z } from 'zod';
import type { triageRoutes } from '../../../domain/api/triage.ts';
import { actor } from '../../platform/access/actor.ts';
import { checkCounted, countedItems } from '../../decisions/numbers/counted.ts';
import { changeItems, commentItem, type Acting } from '../../decisions/triage/change.ts';
import { wholeItem } from '../../decisions/triage/items.ts';
import { queueOf } from '../../decisions/triage/queue.ts';
import { reconcileDecisions } from '../../decisions/triage/reconcile.ts';
import { withAnswers } from '../../decisions/watched/queued-answers.ts';
import { undoItems } from '../../decisions/triage/undo.ts';
import { pageOf, readCursor } from './paging.ts';
import type { Handlers, Served } from './served.ts';

export function acting({ settings }: Served): Acting {
  return {
    home: settings.home,
    by: actor(),
    now: new Date().toISOString(),
    fourEyes: settings.fourEyes ?? false,
  };
}

/** See `QueuePlace`. */
const queuePlace = z.tuple([
  z.number(),
  z.string(),
  z.number(),
  z.number(),
  z.number(),
  z.string(),
]);

/** What a figure counts is found anew at each page, and is in the order of its decisions. */
const countedPlace = z.tuple([z.int().min(0)]);

/** The queue of findings and clusters, and what people decide of them. */
export const triageHandlers: Pick<Handlers, keyof typeof triageRoutes> = {
  triage: async (served, { query: { cursor, limit, ...filter } }) => {
    const { database } = served;
    const { home, by, now } = acting(served);
    checkCounted(filter);
    const latest = await reconcileDecisions(database, home, now);
    const { counted } = filter;
    if (counted) {
      const { mark, after } = readCursor(cursor, countedPlace);
      const run = mark === '' ? latest : mark;
      if (run === null) return { items: [], next: null, total: 0 };
      const from = after?.[0] ?? 0;
      const asked = { ...filter, counted };
      const { found, total } = await countedItems(database, run, asked, now, from, limit + 1);
      return { ...pageOf(found, limit, () => ({ mark: run, after: [from + limit] })), total };
    }
    const { mark, after } = readCursor(cursor, queuePlace);
    // A later page is of the same run, though a newer one may have ended.
    const run = mark === '' ? latest : mark;
    if (run === null) return { items: [], next: null, total: 0 };
    const { found, places, total } = await queueOf(database, run, filter, by, after, limit + 1);
    const placed = found.map((item, at) => ({ item, place: places[at]! }));
    const page = pageOf(placed, limit, ({ place }) => ({ mark: run, after: place }));
    const items = page.items.map(({ item }) => item);
    return { items: await withAnswers(database, items), next: page.next, total };
  },

  triageItem: async (served, { params }) => {
    const { home, now } = acting(served);
    const run = await reconcileDecisions(served.database, home, now);
    const item = await wholeItem(served.database, run, params.id);
    return (await withAnswers(served.database, [item]))[0]!;
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
