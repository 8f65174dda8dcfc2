import { z } from 'zod';
import { conditionSchema } from '../condition.ts';
import { none, type Route } from './route.ts';

/** How it stands with Skein itself, and with a request that waits. */
export const conditionRoutes = {
  condition: {
    method: 'get',
    path: '/condition',
    about:
      'How it stands with Skein itself: database, disk, home, clock, audit log, backup, what waits, schedules, deliveries, detection, retention; of each whether somebody has to look to it, and what to do',
    shows: null,
    may: 'look',
    unseen: { plain: 'figures of the program' },
    params: none,
    query: none,
    answer: conditionSchema,
  },
  turn: {
    method: 'get',
    path: '/turns/{request}',
    turn: 'own',
    about:
      'How many requests have their turn before one that was sent with this X-Request-Id (8 to 64 letters, digits, - and _) and is not answered yet: exports and long tables wait for one another',
    shows: null,
    may: 'look',
    unseen: { plain: 'a number' },
    params: z.object({ request: z.string() }),
    query: none,
    answer: z.object({
      ahead: z.int().nullable().meta({
        description: 'null where it does not wait: it is being answered, or is not known here',
      }),
    }),
  },
} as const satisfies Record<string, Route>;
