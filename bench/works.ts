import { z } from 'zod';

/** One work at one size, in seconds, and the same by what people would use instead. */
const workSchema = z.object({
  what: z.string(),
  seconds: z.number(),
  beside: z.object({ what: z.string(), seconds: z.number() }).nullable(),
  /** The most that our time may be of the other's; or the most seconds, where there is nothing beside it. */
  aim: z.number().nullable(),
});
export type Work = z.infer<typeof workSchema>;

/** What was measured on a platform of so many accounts. */
export const scaleSchema = z.object({
  accounts: z.number(),
  rows: z.number(),
  works: z.array(workSchema),
  /** The most memory that the process which loads and stores has held, in bytes. */
  memory: z.number(),
});
export type Scale = z.infer<typeof scaleSchema>;
