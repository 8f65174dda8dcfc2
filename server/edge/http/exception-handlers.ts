import type { exceptionRoutes } from '../../../domain/api/exceptions.ts';
import { actor } from '../../platform/access/actor.ts';
import { listExceptions } from '../../decisions/exceptions/exception-store.ts';
import { makeException, revokeException, type By } from '../../decisions/exceptions/record.ts';
import { pageOf, readCursor } from './paging.ts';
import type { Handlers, Served } from './served.ts';

function acting({ settings }: Served): By {
  return { home: settings.home, by: actor(), now: new Date().toISOString() };
}

/** What analysts made exceptions. */
export const exceptionHandlers: Pick<Handlers, keyof typeof exceptionRoutes> = {
  exceptions: async ({ database }, { query: { cursor, limit } }) => {
    const { mark } = readCursor(cursor);
    const found = await listExceptions(database, limit + 1, mark || null);
    return pageOf(found, limit, (last) => ({ mark: last.id, after: null }));
  },

  makeException: (served, { body }) => makeException(served.database, acting(served), body),

  revokeException: (served, { params, body }) =>
    revokeException(served.database, acting(served), params.id, body.why),
};
