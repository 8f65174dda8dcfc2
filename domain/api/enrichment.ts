import { z } from 'zod';
import { enrichmentSchema, listedEnricherSchema } from '../enrichment.ts';
import { listOf, none, type Route } from './route.ts';

/** What programs and services of the house know of a node. */
export const enrichmentRoutes = {
  enrichers: {
    method: 'get',
    path: '/enrichers',
    about: 'The programs and services that the operator lets be asked about nodes',
    shows: null,
    may: 'look',
    unseen: { plain: 'what can be asked' },
    params: none,
    query: none,
    answer: listOf(listedEnricherSchema),
  },
  enrich: {
    method: 'post',
    path: '/nodes/{ref}/enrich',
    turn: 'own',
    about:
      'Asks one of them about one node; the custody log has who asked what and the digest of the answer, which is kept nowhere else',
    shows: null,
    may: 'work',
    unseen: 'refused',
    params: z.object({ ref: z.string().meta({ description: 'type:id' }) }),
    query: none,
    body: z.object({ enricher: z.string() }),
    answer: enrichmentSchema,
  },
} as const satisfies Record<string, Route>;
