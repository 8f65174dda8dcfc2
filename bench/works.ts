import { z } from 'zod';

/** One work at one size, in seconds, and the same by what people would use instead. */
const workSchema = z.object({
  what: z.string(),
  seconds: z.number(),
  beside: z.object({ what: z.string(), seconds: z.number() }).nullable(),
  /** The most that our time may be of the other's; or the most seconds, where there is nothing beside it. */
  aim: z.number().nullable(),
  /** How many rows it is about, where these are others than the platform's. */
  rows: z.number().optional(),
});
export type Work = z.infer<typeof workSchema>;

/** What was measured on a platform of so many accounts. */
export const scaleSchema = z.object({
  accounts: z.number(),
  rows: z.number(),
  works: z.array(workSchema),
  /** The most memory that the process which loads and detects has held, in bytes. */
  memory: z.number(),
  /** What the database takes of the disk once the rows are in it, and what the rows took as they came, both in bytes. */
  disk: z.object({ database: z.number(), rows: z.number() }),
});
export type Scale = z.infer<typeof scaleSchema>;

/** Works that more than one page speaks of, by what they are called. */
export const importing = 'load into an empty local database';
export const loadingLive = 'load into a running database';
export const detecting = 'all detectors, groups and scores, Neo4j just started';

/** In seconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}
