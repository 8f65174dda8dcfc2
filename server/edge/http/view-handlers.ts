import type { viewRoutes } from '../../../domain/api/views.ts';
import { moneyFlow } from '../../explore/views/money-flow.ts';
import { nodeValues } from '../../explore/views/node-values.ts';
import { payouts } from '../../explore/views/payouts.ts';
import { placeOf } from '../../explore/views/gazetteer.ts';
import { ratingsAmong } from '../../explore/views/ratings.ts';
import { workingWeeks } from '../../explore/views/working-weeks.ts';
import { refsIn } from './refs.ts';
import type { Handlers } from './served.ts';

/** The routes of `domain/api/views.ts`. */
export const viewHandlers: Pick<Handlers, keyof typeof viewRoutes> = {
  nodeValues: async ({ database }, { body }) => ({
    items: await nodeValues(database, refsIn(body.nodes)),
  }),

  payouts: ({ database }, { body }) => payouts(database, body),

  ratingsAmong: ({ database }, { body }) => ratingsAmong(database, body),

  moneyFlow: ({ database }, { body }) => moneyFlow(database, body),

  workingWeeks: async ({ database }, { body }) => ({ items: await workingWeeks(database, body) }),

  places: (_served, { body }) =>
    Promise.resolve({ items: body.places.map(({ country, city }) => placeOf(country, city)) }),
};
