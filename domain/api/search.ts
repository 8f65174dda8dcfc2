import { z } from 'zod';
import { nodeTypeNames } from '../schema/schema.ts';
import { searchAnswerSchema } from '../search.ts';
import { limit, none, type Route } from './route.ts';

/** The search box, and the page of all that it finds. */
export const searchRoutes = {
  search: {
    method: 'get',
    path: '/search',
    about:
      'Nodes by id, name, e-mail, phone, address, IP or CIDR, number and text, and findings, clusters and detectors',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: none,
    query: z.object({
      q: z.string().trim().min(1).max(200),
      limit: limit(500, 20),
      type: z.enum(nodeTypeNames).optional().meta({ description: 'nodes of this type alone' }),
    }),
    answer: searchAnswerSchema,
  },
} as const satisfies Record<string, Route>;
