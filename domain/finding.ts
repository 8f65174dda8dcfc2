import { z } from 'zod';
import { roles } from './detector.ts';
import { honestExplanations } from './honest-explanation.ts';
import { rankedBySchema, rankingSchema } from './ranking.ts';
import { nodeTypeNames } from './schema/schema.ts';

/** What detection writes and everything after it reads; the shapes are the contract's. */

export const nodeRefSchema = z.object({ type: z.enum(nodeTypeNames), id: z.string() });

/** One row of a loaded file: its name, the SHA-256 of its bytes as stored, the line (header = 1). */
export const sourceSchema = z.object({
  file: z.string(),
  sha256: z.string(),
  line: z.int().min(1),
});
export type Source = z.infer<typeof sourceSchema>;

/** A fact that a finding rests on: a relation, or, with `to` null, what a row says of one node. */
export const evidenceSchema = z.object({
  /** The contract's file with the referring column (`logins.ip`), or `derived.<rule>`. */
  type: z.string(),
  from: nodeRefSchema,
  to: nodeRefSchema.nullable(),
  at: z.string().nullable(),
  sources: z.array(sourceSchema),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const scoreSchema = z.number().min(0).max(1);

/** Two accounts that a finding links; `share` is how much of its score holds for them, in [0, 1]. */
const tieSchema = z.object({ a: z.string(), b: z.string(), share: scoreSchema });
export type Tie = z.infer<typeof tieSchema>;

/** Of the rows that a finding's figures count, how many its evidence cites; `type` as evidence names it. */
const countedSchema = z.object({
  type: z.string(),
  rows: z.int().min(1),
  cited: z.int().min(0),
});
export type CountedRows = z.infer<typeof countedSchema>;

/** Digests of the rows that what a finding says of an account rests on, sorted; of many, the smallest. */
const restsOnSchema = z.object({ account: z.string(), rows: z.array(z.string()).min(1) });
export type RestsOn = z.infer<typeof restsOnSchema>;

const factsSchema = z.record(z.string(), z.unknown());

export const findingSchema = z.object({
  id: z.string(),
  detector: z.string(),
  version: z.int(),
  score: scoreSchema,
  title: z.string(),
  accounts: z.array(z.string()),
  nodes: z.array(nodeRefSchema),
  facts: factsSchema,
  indicators: z.array(z.string()),
  /** The part that its accounts may play. */
  possible_role: z.enum(roles),
  /** The pairs it links, when those are not all pairs of its accounts. */
  ties: z.array(tieSchema).optional(),
  /** Which rows it rests on, account by account; absent in runs of before it was noted, and where all is inferred. */
  rests_on: z.array(restsOnSchema).optional(),
  /** Of all that its figures count, cited or not. */
  first_seen: z.string().nullable(),
  last_seen: z.string().nullable(),
  /** Absent where its evidence cites all that its figures count. */
  counted: z.array(countedSchema).optional(),
  evidence: z.array(evidenceSchema),
});
export type Finding = z.infer<typeof findingSchema>;
/** A finding without its evidence, which may be far more than all else that it says. */
export type BareFinding = Omit<Finding, 'evidence'>;

/** One step of the sum by which a set of accounts is judged as one. */
const groupTermSchema = z.object({
  /** `bond:<family>`, `shown:<family>`, `shown:exits`, `shown:clients`, `group:tight`, `group:size` or `platform:silent`; see docs/SCORES.md. */
  name: z.string(),
  /** In log-odds, if coincidence alone were the other explanation. */
  full: z.number(),
  /** In log-odds: what of that the honest explanation that fits best leaves. */
  weight: z.number(),
  /** How many members it covers. */
  accounts: z.int(),
  findings: z.array(z.string()),
  /** Of `shown:exits`, of which networks: how many members use each, and how many accounts on the platform. */
  exits: z.array(z.object({ network: z.string(), members: z.int(), users: z.int() })).optional(),
  /** Of `shown:clients`, which: how many members each has hired or rated, and how many accounts in all. */
  clients: z.array(z.object({ client: z.string(), members: z.int(), hired: z.int() })).optional(),
});

/** How a set of accounts is judged as one: the odds of a scheme against the honest explanation that fits best. */
export const groupSumSchema = z.object({
  /** Log-odds of a scheme against that explanation, before any evidence. */
  prior: z.number(),
  /** Heaviest first. */
  terms: z.array(groupTermSchema),
  /** The prior and what the terms leave. */
  total: z.number(),
  /** The honest honestExplanations, what fits best first; `total` is the log-odds of a scheme against it. */
  rivals: z.array(z.object({ explanation: z.enum(honestExplanations), total: z.number() })).min(1),
});
export type GroupSum = z.infer<typeof groupSumSchema>;
export type GroupTerm = z.infer<typeof groupTermSchema>;

export const clusterSchema = z.object({
  id: z.string(),
  score: scoreSchema,
  accounts: z.array(z.string()),
  findings: z.array(z.string()),
  detectors: z.array(z.string()),
  /** A short name for a list. */
  name: z.string(),
  summary: z.string(),
  /** The findings that hold it together, the strongest first. */
  held_by: z.array(z.string()),
  /** The strongest finding without which it would fall apart; null when no single one does. */
  splits_without: z.string().nullable(),
  first_seen: z.string().nullable(),
  last_seen: z.string().nullable(),
  /** How its accounts were judged as one; absent where its links alone make it one. */
  group: groupSumSchema.optional(),
  /** What is at stake, and where that puts it; absent in runs of before clusters were ranked so. */
  ranking: rankingSchema.optional(),
});
export type Cluster = z.infer<typeof clusterSchema>;

/** One step of the sum that makes a score. */
export const reasonSchema = z.object({
  /** `own:<detector>`, `peers:<family>`, `linked:surest` or `platform:silent`; see docs/SCORES.md. */
  name: z.string(),
  /** How much of it there is, in [0, 1]. */
  amount: z.number(),
  /** In log-odds. */
  weight: z.number(),
  findings: z.array(z.string()),
  /** The finding that rests on the same rows and tells more, where that takes some or all of the weight. */
  same_rows_as: z.string().optional(),
  /** Ids of the exceptions that lower it; absent where none does. */
  excepted: z.array(z.string()).optional(),
});
export type Reason = z.infer<typeof reasonSchema>;

/** One line of accounts.csv, with what its score adds up from: 1 / (1 + e^-(prior + weights)), at most 0.99. */
export const accountScoreSchema = z.object({
  account_id: z.string(),
  score: scoreSchema,
  cluster_id: z.string().nullable(),
  detectors: z.array(z.string()),
  /** Log-odds before any evidence. */
  prior: z.number(),
  /** Heaviest first. */
  reasons: z.array(reasonSchema),
});
export type AccountScore = z.infer<typeof accountScoreSchema>;

/** What a run does: it infers, asks each detector, judges what they say together, and keeps all of it. */
export const runPhases = ['derive', 'detect', 'judge', 'store'] as const;

const runStepSchema = z.object({
  phase: z.enum(runPhases),
  /** The rule or the detector; null in the other phases. */
  what: z.string().nullable(),
  seconds: z.number(),
  /** The most memory that the process held meanwhile, in MiB; without the database's. */
  peak_mb: z.int(),
});
export type RunStep = z.infer<typeof runStepSchema>;

export const runSchema = z.object({
  run: z.string(),
  as_of: z.string().nullable(),
  started: z.string(),
  ended: z.string(),
  by: z.string(),
  detectors: z.array(
    z.object({
      id: z.string(),
      version: z.int(),
      parameters: z.record(z.string(), z.unknown()),
      /** Of the parameters that were in force; 0: as declared. Absent in runs of before there were any. */
      revision: z.int().optional(),
      /** Names of those that were asked for this run alone; absent where none was. */
      asked: z.array(z.string()).optional(),
      findings: z.int(),
      seconds: z.number(),
      /** The run whose findings of this detector were taken over, as nothing that it reads had changed. */
      kept_from: z.string().optional(),
      /** Of how many groups of what was counted for it this was asked, where it is asked by them; of the others an earlier run's findings hold. */
      groups: z.object({ asked: z.int(), all: z.int() }).optional(),
    }),
  ),
  /**
   * Of the tables that are counted over, how many were as the run before had kept them, how many were so but for what was
   * written since, and how many were read from the graph; absent where all were.
   */
  columns: z.object({ kept: z.int(), renewed: z.int(), read: z.int() }).optional(),
  /** How long each step took; absent in runs of before it was measured. */
  steps: z.array(runStepSchema).optional(),
  /** By what clusters were ranked; absent in runs of before they were. */
  ranking: rankedBySchema.optional(),
  loads: z.array(z.string()),
  /** Ids of the judgements that it used; absent in runs of before there were any. */
  judgements: z.array(z.string()).optional(),
  /** Ids of the exceptions that it used; absent in runs of before there were any. */
  exceptions: z.array(z.string()).optional(),
  /** Which weights it used: the revision in force (0: as shipped), and SHA-256 of all of them. Absent in earlier runs. */
  weights: z.object({ revision: z.int(), digest: z.string() }).optional(),
  counts: z.record(z.string(), z.int()),
});
export type Run = z.infer<typeof runSchema>;

/** Scores are written with six decimals, so that the same data gives the same bytes. */
export function roundScore(score: number): number {
  return Math.round(Math.min(1, Math.max(0, score)) * 1e6) / 1e6;
}
