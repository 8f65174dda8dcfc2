import { retentionSchema } from '../retention-told.ts';
import { none, type Route } from './route.ts';

/** What goes by age, and what is held. */
export const retentionRoutes = {
  retention: {
    method: 'get',
    path: '/retention',
    about:
      'Rules of retention as the operator’s file states them, when they are applied next and what went the last 30 times, and legal holds with who set them and why. Rules are changed in the file, holds set and lifted by command',
    shows: 'list',
    may: 'lead',
    unseen: 'refused',
    params: none,
    query: none,
    answer: retentionSchema,
  },
} as const satisfies Record<string, Route>;
