import { z } from 'zod';
import { namedSchema, titledSchema } from './answers.ts';
import { triageItemSchema } from './disposition.ts';
import { rankingSchema } from './ranking.ts';

/** An item as the queue shows it. */
export const queuedItemSchema = triageItemSchema.extend({
  titled: z
    .object({ ranking: rankingSchema.optional(), ...titledSchema.shape })
    .optional()
    .meta({ description: 'Of a cluster: what its title says besides, as in lists' }),
  named: z
    .array(namedSchema)
    .optional()
    .meta({ description: 'Of a finding: what its title names by ids, as the canvas names it' }),
});
export type QueuedItem = z.infer<typeof queuedItemSchema>;
