import type { deliveryRoutes } from '../../../domain/api/deliveries.ts';
import {
  deliveryById,
  listDeliveries,
  retryDelivery,
} from '../../operations/delivery/delivery-store.ts';
import { tryRecipient } from '../../operations/delivery/trial.ts';
import { allowedNow } from '../../operations/feeds/allowed.ts';
import { pageOf, readCursor } from './paging.ts';
import type { Handlers } from './served.ts';

/** What was and is to be sent, and what hinders it. */
export const deliveryHandlers: Pick<Handlers, keyof typeof deliveryRoutes> = {
  deliveries: async ({ database }, { query: { cursor, limit, ...filter } }) => {
    const { mark } = readCursor(cursor);
    const found = await listDeliveries(database, filter, limit + 1, mark || null);
    return pageOf(found, limit, (last) => ({ mark: last.id, after: null }));
  },

  delivery: ({ database }, { params }) => deliveryById(database, params.id),

  retryDelivery: ({ database }, { params }) => retryDelivery(database, params.id, () => new Date()),

  allowed: ({ settings }) => allowedNow(settings),

  tryRecipient: async ({ settings }, { body }) => ({
    error: await tryRecipient(body.recipient, settings),
  }),
};
