import type { eventRoutes } from '../../../domain/api/events.ts';
import type { Handlers } from './served.ts';

/** The routes of `domain/api/events.ts`. */
export const eventHandlers: Pick<Handlers, keyof typeof eventRoutes> = {
  sendEvents: async ({ events }, { headers, body }) =>
    events.take(headers['idempotency-key'], body.rows),
};
