/** What a person asks of the graph in Cypher, and what is answered. */
import { z } from 'zod';
import { patternSchema } from './pattern/pattern.ts';

/** Rows that a query brings when nothing else is said, and at most. */
export const usualRows = 1_000;
export const mostRows = 10_000;
/** Seconds that a query may take when nothing else is said, and at most. */
export const usualSeconds = 30;
export const mostSeconds = 300;
/** Longer than any that a person writes. */
const longestText = 50_000;

export const parameterKinds = [
  'text',
  'number',
  'time',
  'date',
  'boolean',
  'account',
  'node',
  'list',
] as const;
export type ParameterKind = (typeof parameterKinds)[number];

/** What a parameter may be set to: JSON; whole numbers reach the database as integers. */
export type ParameterValue =
  string | number | boolean | null | ParameterValue[] | { [name: string]: ParameterValue };

/** Not looked into: what a body of JSON holds is nothing else. */
const parameterValueSchema = z.unknown() as z.ZodType<ParameterValue>;

export const parametersSchema = z.record(z.string().max(200), parameterValueSchema);
export type ParameterValues = z.infer<typeof parametersSchema>;

/** A parameter as a form asks for it. `account` is an id; `node` is written `type:id`. */
export const queryParameterSchema = z.object({
  name: z.string().regex(/^[\p{L}_][\p{L}\p{N}_]*$/u),
  kind: z.enum(parameterKinds),
  label: z.string().max(200),
  default: parameterValueSchema.nullable(),
  required: z.boolean(),
});
export type QueryParameter = z.infer<typeof queryParameterSchema>;

/** What its author says of a saved query. */
export const queryDraftSchema = z.object({
  title: z.string().trim().min(1).max(200),
  about: z.string().max(4_000),
  text: z.string().min(1).max(longestText),
  parameters: z.array(queryParameterSchema).max(30),
  tags: z.array(z.string().trim().min(1).max(50)).max(20),
  pattern: patternSchema.nullable().optional().meta({
    description:
      'What it was compiled of, which then decides over its text; the title is the phrase by which the search box asks it, with what is asked for in braces',
  }),
});
export type QueryDraft = z.infer<typeof queryDraftSchema>;

export const savedQuerySchema = queryDraftSchema.extend({
  id: z.string(),
  pattern: patternSchema.nullable(),
  /** Comes with Skein and is changed by saving it under another title. */
  shipped: z.boolean(),
  /** Who saved it first; null for those that come with Skein. */
  owner: z.string().nullable(),
  /** How often it was saved, from 1. */
  version: z.int(),
  /** Who saved it last; null for those that come with Skein. */
  by: z.string().nullable(),
  created: z.string().nullable(),
  changed: z.string().nullable(),
});
export type SavedQuery = z.infer<typeof savedQuerySchema>;

/** A query as it is asked. */
export const askedQuerySchema = z.object({
  text: z.string().min(1).max(longestText),
  parameters: parametersSchema.default({}),
});
export type QueryRequest = z.infer<typeof askedQuerySchema>;

const placeSchema = z.object({
  says: z.string(),
  /** Offsets in the text; null where it is said of the whole. */
  from: z.int().nullable(),
  to: z.int().nullable(),
});
export type QueryPlace = z.infer<typeof placeSchema>;

export const queryCheckSchema = z.object({
  /** Whether it would run. */
  allowed: z.boolean(),
  /** Why not; empty when it would. */
  problems: z.array(placeSchema),
  /** What the database remarks: a label that no node bears, a product of all with all. */
  remarks: z.array(placeSchema),
  /** The parameters in the text. */
  parameters: z.array(z.string()),
});
export type QueryCheck = z.infer<typeof queryCheckSchema>;

/** A value of a result: what JSON can say as it is, all else by its kind. */
export type ResultValue =
  | string
  | number
  | boolean
  | null
  | { kind: 'list'; items: ResultValue[] }
  | { kind: 'map'; entries: [string, ResultValue][] }
  /** An integer beyond JSON's, a number that is none, a time, a point, bytes, or a text that was cut. */
  | { kind: 'written'; text: string; cut: boolean }
  | {
      kind: 'node';
      ref: string | null;
      caption: string;
      label: string;
      values: [string, ResultValue][];
    }
  | {
      kind: 'relation';
      says: string;
      /** In a path that goes against its direction: "A ← is paid through – B" is said of B. */
      backwards?: true | undefined;
      values: [string, ResultValue][];
    }
  | { kind: 'path'; steps: ResultValue[] };

const entriesSchema: z.ZodType<[string, ResultValue][]> = z.array(
  z.tuple([z.string(), z.lazy(() => resultValueSchema)]),
);

export const resultValueSchema: z.ZodType<ResultValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('list'), items: z.array(resultValueSchema) }),
      z.object({ kind: z.literal('map'), entries: entriesSchema }),
      z.object({ kind: z.literal('written'), text: z.string(), cut: z.boolean() }),
      z.object({
        kind: z.literal('node'),
        ref: z.string().nullable().meta({ description: 'type:id; null for no node of the data' }),
        caption: z.string(),
        label: z.string(),
        values: entriesSchema,
      }),
      z.object({
        kind: z.literal('relation'),
        says: z.string(),
        backwards: z
          .literal(true)
          .optional()
          .meta({ description: 'in a path that goes against its direction' }),
        values: entriesSchema,
      }),
      z.object({ kind: z.literal('path'), steps: z.array(resultValueSchema) }),
    ]),
  ]),
);

export const queryResultSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(resultValueSchema)),
  /** What ended it before its own end: the limit of rows, or of bytes; null when all is there. */
  cut: z.enum(['rows', 'bytes']).nullable(),
  milliseconds: z.number(),
  /** How many different nodes and relations of the data are in it: what the canvas would show. */
  nodes: z.int(),
  relations: z.int(),
});
export type QueryResult = z.infer<typeof queryResultSchema>;

/** A query that the program ran, with its parameters, word for word. */
export const ranQuerySchema = z.object({
  text: z.string(),
  parameters: parametersSchema,
  rows: z.int(),
});
export type RanQuery = z.infer<typeof ranQuerySchema>;
