/** What the search box answers: nodes, and what detection says under the same words. */
import { z } from 'zod';
import { graphNodeSchema } from './answers.ts';
import { scoreSchema } from './finding.ts';

const searchHitSchema = z.object({
  node: graphNodeSchema,
  /** The column and value in which the words were found. */
  matched: z.object({ column: z.string(), value: z.string() }),
  /** Found by words a slip or two away from those asked for. */
  similar: z.boolean(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchAnswerSchema = z.object({
  /** Best first: the id itself, then all of the words, then words in long texts, then similar words. */
  items: z.array(searchHitSchema),
  next: z.null(),
  /** More nodes hold the words than are listed. */
  more: z.boolean(),
  findings: z.array(
    z.object({ id: z.string(), title: z.string(), detector: z.string(), score: scoreSchema }),
  ),
  clusters: z.array(
    z.object({ id: z.string(), name: z.string(), accounts: z.int(), score: scoreSchema }),
  ),
  detectors: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
