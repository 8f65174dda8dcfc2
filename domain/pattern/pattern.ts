/**
 * A pattern as data: what a person asks of the graph without writing Cypher. `compile.ts` makes a query of it,
 * `phrase.ts` a sentence; what it may name stands in `vocabulary.ts`, which derives from the schema.
 */
import { z } from 'zod';
import { nodeTypeNames } from '../schema/schema.ts';

/** More than a sentence that a person can still read. */
export const mostBranches = 4;
export const mostSteps = 4;
export const mostConditions = 6;
/** Nodes that a pattern answers with, and examples shown of how each fits. */
export const mostAnswers = 1_000;
export const mostExamples = 25;

/** A value that has a name is asked for whenever the pattern is; what stands here is then its usual one. */
export const valueName = /^[a-z][a-z0-9_]{0,29}$/;

export const givenSchema = z.object({
  value: z.union([z.string().max(500), z.number()]),
  name: z.string().regex(valueName).nullable(),
});
export type Given = z.infer<typeof givenSchema>;

export const windowKinds = ['month', 'between', 'last'] as const;

/** When it happened: in a month (or a year, or on a day), from one day until before another, or in the last days before the time asked for. */
export const windowSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('month'), month: givenSchema }),
  z.object({ kind: z.literal('between'), from: givenSchema, until: givenSchema }),
  z.object({ kind: z.literal('last'), days: givenSchema }),
]);
export type PatternWindow = z.infer<typeof windowSchema>;

export const patternTests = [
  'is',
  'is_not',
  'contains',
  'at_least',
  'at_most',
  'since',
  'before',
  'known',
  'unknown',
  'changed',
] as const;
export type PatternTest = (typeof patternTests)[number];

/** What is asked of a column. `changed`: the history of the node says that it changed, in the window if there is one. */
export const conditionSchema = z.object({
  column: z.string().min(1).max(100),
  test: z.enum(patternTests),
  value: givenSchema.nullable(),
  window: windowSchema.nullable(),
});
export type PatternCondition = z.infer<typeof conditionSchema>;

export const countTests = ['at_least', 'at_most', 'none'] as const;

export const stepSchema = z.object({
  /** Neo4j's relation type. */
  relation: z.string().min(1).max(100),
  /** `out`: from what stands before to what the step comes to. */
  direction: z.enum(['out', 'in', 'either']),
  type: z.enum(nodeTypeNames),
  on: z.array(conditionSchema).max(mostConditions),
  /** Of the relation itself. */
  of: z.array(conditionSchema).max(mostConditions),
  window: windowSchema.nullable(),
  /** The relation took the place of an earlier one of its kind to something else: a payout that was changed. */
  newly: z.boolean(),
  /** How many different nodes it comes to, for each that stands before. */
  count: z.object({ test: z.enum(countTests), n: givenSchema }),
});
export type PatternStep = z.infer<typeof stepSchema>;

const branchSchema = z.object({ steps: z.array(stepSchema).min(1).max(mostSteps) });

export const patternSchema = z.object({
  type: z.enum(nodeTypeNames),
  on: z.array(conditionSchema).max(mostConditions),
  /** All of them hold of the same start. */
  branches: z.array(branchSchema).max(mostBranches),
});
export type Pattern = z.infer<typeof patternSchema>;

/** Without a name. */
export const given = (value: string | number): Given => ({ value, name: null });
