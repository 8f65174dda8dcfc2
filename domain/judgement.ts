import { z } from 'zod';
import { nodeRefSchema } from './finding.ts';

/**
 * What an analyst has decided: kept with who, when and why. One that is withdrawn stays in the history;
 * none is ever deleted.
 */

/**
 * `relation`: one that the program inferred between two nodes. `link`: two accounts, in the same hands or not.
 * `identity`: nodes of one type that are one and the same.
 */
export const judgementKinds = ['relation', 'link', 'identity'] as const;
export type JudgementKind = (typeof judgementKinds)[number];

export const verdicts = ['confirmed', 'rejected'] as const;
export type Verdict = (typeof verdicts)[number];

export const longestReason = 2_000;

/** More than these are no one person or thing, but a mistake. */
export const mostSubjects = 50;

export const whySchema = z.string().trim().min(1).max(longestReason);

const actSchema = z.object({ by: z.string(), at: z.string(), why: z.string() });

export const judgementSchema = actSchema.extend({
  id: z.string(),
  kind: z.enum(judgementKinds),
  verdict: z.enum(verdicts),
  /** Of a relation from → to; else sorted. */
  subjects: z.array(nodeRefSchema),
  /** The relation that is judged: its key, as graphs have it, and its type, `derived.<rule>`. */
  relation: z.object({ key: z.string(), type: z.string(), says: z.string() }).nullable(),
  /** Null while it is in force. */
  withdrawn: actSchema.nullable(),
});
export type Judgement = z.infer<typeof judgementSchema>;

/** What is judged, how, and why. An identity can be confirmed only: it is undone by withdrawing it. */
export const judgingSchema = z.object({
  kind: z.enum(judgementKinds),
  verdict: z.enum(verdicts),
  subjects: z
    .array(z.string())
    .max(mostSubjects)
    .default([])
    .meta({ description: 'type:id of each; left out for a relation, whose ends they are' }),
  relation: z.string().optional().meta({ description: 'the key of an inferred relation' }),
  why: whySchema,
});
export type Judging = z.output<typeof judgingSchema>;
