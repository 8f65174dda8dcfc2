import { z } from 'zod';
import { ownClientsSchema } from './answers.ts';
import { triageItemSchema } from './disposition.ts';
import { rankingSchema } from './ranking.ts';

/** An item as the queue shows it. */
export const queuedItemSchema = triageItemSchema.extend({
  titled: z
    .object({ ranking: rankingSchema.optional(), own_clients: ownClientsSchema })
    .optional()
    .meta({ description: 'Of a cluster: what its title says besides, as in lists' }),
});
export type QueuedItem = z.infer<typeof queuedItemSchema>;
