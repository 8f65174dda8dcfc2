/** What the API answers, shape by shape; `api.ts` says which route answers which. */
import { z } from 'zod';
import { detectionSchema } from './detection.ts';
import { families } from './detector.ts';
import {
  findingSchema,
  nodeRefSchema,
  reasonSchema,
  runSchema,
  scoreSchema,
  sourceSchema,
} from './finding.ts';
import { judgementSchema } from './judgement.ts';
import { parameterValueSchema } from './parameters.ts';
import { nodeTypeNames } from './schema/schema.ts';
import { standingSchema } from './standing.ts';
import { storySchema } from './story.ts';

/** RFC 9457; `type` is a short name of the problem, `detail` what to do about it. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
  errors: z.array(z.object({ where: z.string(), problem: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

export const graphNodeSchema = z.object({
  type: z.enum(nodeTypeNames),
  id: z.string(),
  caption: z.string(),
  /** Named by other rows, but described by none yet. */
  stub: z.boolean(),
  /** Accounts only: the score and cluster of the latest run. */
  score: scoreSchema.nullable(),
  cluster_id: z.string().nullable(),
  /** How many relations it has in the whole graph: what an expand could bring. */
  degree: z.int(),
  /** When a row that tells of it was first loaded: what "as known on" goes by. */
  known: z.string().optional(),
  /** IP addresses only, where known: the country that it is registered in. */
  country: z.string().optional(),
  /** Where two runs are compared: only the later one shows it there (`joined`), or only the earlier one. */
  change: z.enum(['joined', 'left']).optional(),
  /** Where a cluster, a finding or the like is shown: whether it is about the node, or shows it for context alone. */
  standing: standingSchema.optional(),
});
export type GraphNode = z.infer<typeof graphNodeSchema>;

/** What a text names by its id, as the canvas names it. */
export const namedSchema = graphNodeSchema.pick({ type: true, id: true, caption: true });
export type Named = z.infer<typeof namedSchema>;

/** Clients who have hired or rated hardly anybody but members: how many there are, and the first of them. */
export const ownClientsSchema = z.object({ count: z.int(), named: z.array(namedSchema) });
export type OwnClients = z.infer<typeof ownClientsSchema>;

/** What a cluster's title says besides its name. */
export const titledSchema = z.object({
  own_clients: ownClientsSchema,
  held_at: z.array(namedSchema).meta({
    description: 'The machine, address or payment account that its strongest finding names',
  }),
});
export type TitledBy = z.infer<typeof titledSchema>;

export const graphRelationSchema = z.object({
  /** Stable over loads: the relation's type and the key of its row. */
  key: z.string(),
  /** As evidence names it: `logins.ip`, `links`, `derived.<rule>`. */
  type: z.string(),
  from: nodeRefSchema,
  to: nodeRefSchema,
  /** In words, from → to: "is paid through"; for links their kind. */
  says: z.string(),
  at: z.string().nullable(),
  derived: z.boolean(),
  values: z.record(z.string(), z.unknown()),
  sources: z.array(sourceSchema),
  /** Inferred ones only: what an analyst has decided of it, if that is in force. */
  judgement: judgementSchema.optional(),
  /** When its row was first loaded; absent for what is inferred. */
  known: z.string().optional(),
  /** `context`: one of its ends is shown for context alone. */
  standing: standingSchema.optional(),
});
export type GraphRelation = z.infer<typeof graphRelationSchema>;

export const graphSchema = z.object({
  nodes: z.array(graphNodeSchema),
  relations: z.array(graphRelationSchema),
  /** How many relations the limit left out; never silently. */
  omitted: z.int(),
  /** Of a cluster or a finding: what holds its accounts together, and what of the graph to show first. */
  story: storySchema.optional(),
});
export type Graph = z.infer<typeof graphSchema>;

/** A finding in a list: all but its evidence, of which it says how much there is. */
export const findingSummarySchema = findingSchema.omit({ evidence: true }).extend({
  cluster_id: z.string().nullable(),
  evidence_count: z.int(),
});
export type FindingSummary = z.infer<typeof findingSummarySchema>;

/** What a node said before a later row changed it. */
const statementSchema = z.object({
  values: z.record(z.string(), z.unknown()),
  until: z.string(),
  sources: z.array(sourceSchema),
});

export const nodeDetailSchema = graphNodeSchema.extend({
  /** The contract's columns that are filled. */
  values: z.record(z.string(), z.unknown()),
  /** Columns that the contract does not name. */
  extra: z.record(z.string(), z.string()),
  sources: z.array(sourceSchema),
  history: z.array(statementSchema),
  findings: z.array(findingSummarySchema),
  /** Accounts that anything speaks about only: the sum that makes its score. */
  sum: z.object({ prior: z.number(), reasons: z.array(reasonSchema) }).nullable(),
  /** Entries of watchlists only: the clusters of the latest run that lead there, in their order. */
  clusters: z.array(z.object({ id: z.string(), name: z.string(), score: scoreSchema })),
});
export type NodeDetail = z.infer<typeof nodeDetailSchema>;

export const directionSchema = z.enum(['out', 'in']);

export const neighbourCountSchema = z.object({
  /** The relation's type, as evidence names it. */
  type: z.string(),
  direction: directionSchema,
  /** In words from this node: "logged in from"; "← logged in from" when incoming. */
  says: z.string(),
  other: z.enum(nodeTypeNames),
  /** Neighbours, not relations: what an expand would show. */
  count: z.int(),
  /** Of a hub, whose relations are too many to be looked at one by one: there may be more. */
  at_least: z.literal(true).optional(),
});
export type NeighbourCount = z.infer<typeof neighbourCountSchema>;

export const sourceRowSchema = sourceSchema.extend({
  /** The row word for word, and cell by cell under the file's own header. */
  text: z.string(),
  cells: z.array(z.object({ column: z.string(), value: z.string() })),
});
export type SourceRow = z.infer<typeof sourceRowSchema>;

export const loadFileSchema = z.object({
  file: z.string(),
  read: z.int(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  conflicts: z.int(),
  /** Path of the rejects file, null when nothing was rejected. */
  rejects: z.string().nullable(),
});
export type LoadFile = z.infer<typeof loadFileSchema>;

/** An unknown file or column, with the nearest known name where one is near. */
const unknownSchema = z.object({
  file: z.string(),
  column: z.string().optional(),
  nearest: z.string().nullable(),
});

export const loadSchema = z.object({
  load: z.string(),
  files: z.array(loadFileSchema),
  unknown_files: z.array(unknownSchema),
  unknown_columns: z.array(unknownSchema),
  /** What else is worth knowing, in words: an empty file, say. */
  notes: z.array(z.string()),
});
export type Load = z.infer<typeof loadSchema>;

export const storedLoadSchema = loadSchema.extend({
  started: z.string(),
  ended: z.string().nullable(),
  by: z.string(),
  folders: z.array(z.string()),
});
export type StoredLoad = z.infer<typeof storedLoadSchema>;

const parameterInfoSchema = z.object({
  name: z.string(),
  default: parameterValueSchema,
  /** Between which a number must be. */
  min: z.number().nullable(),
  max: z.number().nullable(),
  unit: z.string().nullable(),
  why: z.string(),
});

/** By what clusters are ordered, declared as a detector's parameters are. */
export const rankingInfoSchema = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  parameters: z.array(parameterInfoSchema),
  /** What they are called. */
  names: z.record(z.string(), z.string()),
});
export type RankingInfo = z.infer<typeof rankingInfoSchema>;

export const detectorInfoSchema = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  looks_for: z.string(),
  blind_to: z.string(),
  benign: z.array(z.string()),
  indicators: z.array(z.string()),
  /** Of these, those that only some findings cite: where. */
  shows: z.record(z.string(), z.string()).optional(),
  parameters: z.array(parameterInfoSchema),
  /** What parameters and facts are called, in a language in which it is not as the declaration names them. */
  names: z.record(z.string(), z.string()).optional(),
  query: z.string(),
  /** The query that measures what is usual, if it has one. */
  baseline: z.string().nullable(),
  /** The SQL that counts for it over columns; null where the query counts by itself. */
  sql: z.string().nullable(),
  /** The SQL that measures what is usual; null where a query does, or nothing is measured. */
  usual_sql: z.string().nullable(),
  family: z.enum(families),
  /** Whether it links its accounts to one another. */
  binds: z.boolean(),
  /** What it weighs at full strength, in log-odds: as a link, and for an account's score. */
  weights: z.array(z.object({ name: z.string(), weight: z.number(), why: z.string() })),
});
export type DetectorInfo = z.infer<typeof detectorInfoSchema>;

export const overviewSchema = z.object({
  version: z.string(),
  nodes: z.record(z.string(), z.int()),
  relations: z.int(),
  run: runSchema.nullable(),
  findings: z.int(),
  clusters: z.int(),
  /** Tells this database from others, for what a page remembers of it. */
  database: z.string(),
  /** Loads that changed something and ended after the latest run began: what it does not know. */
  loads_since: z.int(),
  /** The latest that a person began, at work or ended. */
  detection: detectionSchema.nullable(),
});
export type Overview = z.infer<typeof overviewSchema>;

const stretchSchema = z.object({
  from: z.string(),
  /** Null where no row says that it has ended. */
  to: z.string().nullable(),
});
const usedSchema = stretchSchema.extend({ rows: z.int() });

/** When each of two accounts used what they share. */
export const sharedTimesSchema = z.object({
  a: usedSchema,
  b: usedSchema,
  /** From when to when both did; null where one began after the other had ended. */
  overlap: stretchSchema.nullable(),
  /** Days on which rows of both begin; null where they used different things that meet further on. */
  same_days: z.int().nullable(),
});
export type SharedTimes = z.infer<typeof sharedTimesSchema>;

/**
 * Why two accounts are linked: a sum in log-odds, `total` = `prior` + weights, `score` = 1 / (1 + e^-total). Whether the
 * same hands run both is one question, and whether they serve a scheme with others another: `group` answers that.
 */
export const explanationSchema = z.object({
  a: z.string(),
  b: z.string(),
  prior: z.number(),
  /** Heaviest first; one for each independent source of evidence, then what rests on the same rows and weighs nothing. */
  weights: z.array(
    z.object({
      /** The finding's headline, or what an analyst has judged. */
      what: z.string(),
      /** Null where an analyst's judgement weighs, and no finding. */
      finding: z.string().nullable(),
      detector: z.string().nullable(),
      nodes: z.array(nodeRefSchema),
      weight: z.number(),
      /** The finding that rests on the same rows and tells more, and what this would weigh without it; null where none does. */
      same_rows: z.object({ as: z.string(), alone: z.number() }).nullable(),
      reason: z.string(),
      sources: z.array(sourceSchema),
      /** Null where no row says when, or where an analyst's judgement weighs. */
      times: sharedTimesSchema.nullable(),
    }),
  ),
  total: z.number(),
  score: scoreSchema,
  /** The cluster that both are in, and how likely it serves a scheme; null where they are in none together. */
  group: z
    .object({ cluster: z.string(), name: z.string(), accounts: z.int(), score: scoreSchema })
    .nullable(),
  /** The shortest way of each weight from one account to the other, in the order of the weights. */
  paths: z.array(z.array(nodeRefSchema)),
  /** What the run used: confirmed, it weighs; rejected, nothing else does. */
  judgement: judgementSchema.nullable(),
  /** The judgement in force is another one by now: it counts from the next run on. */
  outdated: z.boolean(),
});
export type Explanation = z.infer<typeof explanationSchema>;

/** Another account that one shares something with, and how likely it is that the same hands run both. */
export const linkedAccountSchema = z.object({
  account: graphNodeSchema,
  score: scoreSchema,
  /** In words, heaviest first: "one payout", "texts in common". */
  bonds: z.array(z.string()),
});
export type LinkedAccount = z.infer<typeof linkedAccountSchema>;
