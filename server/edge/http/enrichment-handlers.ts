import type { enrichmentRoutes } from '../../../domain/api/enrichment.ts';
import { declaredEnrichers } from '../../explore/enrichment/declared.ts';
import { enrich } from '../../explore/enrichment/enrich.ts';
import { refIn } from './refs.ts';
import type { Handlers } from './served.ts';

/** What programs and services of the house know of a node. */
export const enrichmentHandlers: Pick<Handlers, keyof typeof enrichmentRoutes> = {
  enrichers: async ({ settings }) => ({
    items: (await declaredEnrichers(settings)).map(({ id, title, types }) => ({
      id,
      title,
      types,
    })),
    next: null,
  }),

  enrich: ({ database, settings }, { params, body }) =>
    enrich(database, settings, refIn(params.ref, 'params.ref'), body.enricher),
};
