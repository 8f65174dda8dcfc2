/** What a program or a service of the house knows of a node beyond the data: the small contract of docs/ENRICHMENT.md. */
import { z } from 'zod';
import { addedTypes } from './addition.ts';
import { nodeTypeNames } from './schema/schema.ts';

/** Who may be asked, as the operator declares it; the page never does. */
export const enricherSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  title: z.string().trim().min(1).max(120),
  /** The node types that it answers for. */
  types: z.array(z.enum(nodeTypeNames)).min(1),
  /** A program with its arguments: by its absolute path, or `skein:` and the name of one that ships. */
  command: z.array(z.string().min(1)).min(1).max(50).optional(),
  /** Or a service of the house, whose host the operator allows. */
  url: z.url({ protocol: /^https?$/ }).optional(),
});
export type Enricher = z.infer<typeof enricherSchema>;

/** All that an enricher is told. */
export interface EnrichmentQuestion {
  version: 1;
  node: { type: string; id: string; caption: string };
}

const factSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  value: z.string().trim().min(1).max(2_000),
  /** Where the enricher has it from. */
  source: z.string().trim().min(1).max(400),
  /** The day as of which it holds. */
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable()
    .default(null),
  /** What it names, where that is a person or a thing that could be put on a board. */
  thing: z.enum(addedTypes).nullable().default(null),
});
export type EnrichmentFact = z.infer<typeof factSchema>;

export const enrichmentAnswerSchema = z.strictObject({ facts: z.array(factSchema).max(200) });

/** What is shown of an answer: from whom, asked by whom and when. */
export const enrichmentSchema = z.object({
  enricher: z.string(),
  title: z.string(),
  asked_by: z.string(),
  asked_at: z.string(),
  /** SHA-256 of the answer as it came; the custody log has it too. */
  digest: z.string(),
  facts: z.array(factSchema),
});
export type Enrichment = z.infer<typeof enrichmentSchema>;

export const listedEnricherSchema = z.object({
  id: z.string(),
  title: z.string(),
  types: z.array(z.string()),
});

/** Seconds that an enricher may take, and bytes that its answer may have. */
export const enrichmentLimits = { seconds: 10, bytes: 1_000_000 } as const;
