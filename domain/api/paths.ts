import { z } from 'zod';
import { graphSchema } from '../answers.ts';
import { longestPath } from '../paths.ts';
import { none, type Route } from './route.ts';

const ref = z.string().meta({ description: 'type:id, such as account:a17' });

export const pathRoutes = {
  path: {
    method: 'get',
    path: '/path',
    about: `A shortest path between two nodes, of at most ${longestPath.toString()} relations; an empty graph where there is none`,
    shows: 'nodes',
    may: 'look',
    unseen: 'masked',
    params: none,
    query: z.object({ from: ref, to: ref }),
    answer: graphSchema,
  },
} as const satisfies Record<string, Route>;
