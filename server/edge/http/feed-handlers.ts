import { changeListMembers, listsKnown } from '../../decisions/lists/list-members.ts';
import { createFeed, listFeeds } from '../../operations/feeds/feed-store.ts';
import { refreshFeed } from '../../operations/feeds/refresh.ts';
import { latestScreenings, screeningById } from '../../operations/feeds/screening-store.ts';
import { silentProgress } from '../../platform/progress.ts';
import { pageOf, readCursor } from './paging.ts';
import type { Handlers } from './served.ts';

export const feedHandlers = {
  feeds: async ({ database, settings }) => ({ items: await listFeeds(database, settings) }),

  lists: async ({ database }) => ({ items: await listsKnown(database) }),

  changeListMembers: ({ database }, { params, body }) =>
    changeListMembers(database, params.list, body),

  createFeed: ({ database, settings }, { body }) => createFeed(database, settings, body),

  refreshFeed: ({ database, settings }, { params, body }) =>
    refreshFeed(database, settings, params.id, body, silentProgress),

  screenings: async ({ database }, { query: { cursor, limit, feed } }) => {
    const { mark } = readCursor(cursor);
    const found = await latestScreenings(database, feed ?? null, limit + 1, mark || null);
    return pageOf(found, limit, (last) => ({ mark: last.id, after: null }));
  },

  screening: ({ database }, { params }) => screeningById(database, params.id),
} satisfies Partial<Handlers>;
