/** What the search box answers: nodes, and what detection says under the same words. */
import { z } from 'zod';
import { graphNodeSchema, namedSchema, titledSchema } from './answers.ts';
import { scoreSchema } from './finding.ts';
import { parametersSchema } from './query.ts';
import { rankingSchema } from './ranking.ts';

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
    z.object({
      id: z.string(),
      title: z.string(),
      detector: z.string(),
      score: scoreSchema,
      /** What its title names by ids. */
      named: z.array(namedSchema),
    }),
  ),
  clusters: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      accounts: z.int(),
      score: scoreSchema,
      /** What its title says besides its name, as in lists. */
      titled: z.object({ ranking: rankingSchema.optional(), ...titledSchema.shape }),
    }),
  ),
  detectors: z.array(z.object({ id: z.string(), title: z.string() })),
  /** Saved patterns whose phrase holds the words, each as it would be asked. */
  phrases: z.array(
    z.object({
      id: z.string(),
      says: z.string(),
      /** The whole phrase was typed; else its values are the usual ones. */
      complete: z.boolean(),
      text: z.string(),
      parameters: parametersSchema,
      /** The names in the phrase that are asked for, in their order. */
      asked: z.array(z.string()),
      /** Where the first of their values stands in `says` that was not typed: what is to be written next. */
      usual: z.object({ from: z.int(), to: z.int() }).nullable(),
      owner: z.string(),
      version: z.int(),
    }),
  ),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
