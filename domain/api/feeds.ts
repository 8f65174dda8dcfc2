import { z } from 'zod';
import {
  feedDraftSchema,
  feedSchema,
  listDate,
  refreshedSchema,
  screeningDetailSchema,
  screeningSchema,
} from '../feed.ts';
import { listOf, none, page, type Route } from './route.ts';

const id = z.object({ id: z.string() });

export const feedRoutes = {
  feeds: {
    method: 'get',
    path: '/feeds',
    about: 'The feeds of watchlists, those of the operator’s file too',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: none,
    query: none,
    answer: z.object({ items: z.array(feedSchema) }),
  },
  createFeed: {
    method: 'post',
    path: '/feeds',
    about: 'Makes a feed, of a folder or host that the operator allows',
    shows: null,
    may: 'lead',
    unseen: 'refused',
    params: none,
    query: none,
    body: feedDraftSchema,
    answer: feedSchema,
  },
  refreshFeed: {
    method: 'post',
    path: '/feeds/{id}/refresh',
    turn: 'own',
    about:
      'Brings a list up to date, screens what is new or changed in it, and answers when that is done',
    shows: null,
    may: 'lead',
    unseen: 'refused',
    params: id,
    query: none,
    body: z.strictObject({
      published: z
        .string()
        .regex(listDate)
        .optional()
        .meta({ description: 'date of the edition, where its source does not say it' }),
      force: z
        .boolean()
        .default(false)
        .meta({ description: 'takes an edition older than the one loaded' }),
    }),
    answer: refreshedSchema,
  },
  screenings: {
    method: 'get',
    path: '/screenings',
    about: 'What editions of lists changed, latest first',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: none,
    query: z.object({ ...page, feed: z.string().optional() }),
    answer: listOf(screeningSchema),
  },
  screening: {
    method: 'get',
    path: '/screenings/{id}',
    about: 'One screening: the entries and the matches that its edition changed',
    shows: 'screening',
    may: 'look',
    unseen: 'refused',
    params: id,
    query: none,
    answer: screeningDetailSchema,
  },
} as const satisfies Record<string, Route>;
