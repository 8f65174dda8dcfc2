import { z } from 'zod';
import { roles } from './detector.ts';
import { nodeTypeNames } from './schema.ts';

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
  first_seen: z.string().nullable(),
  last_seen: z.string().nullable(),
  evidence: z.array(evidenceSchema),
});
export type Finding = z.infer<typeof findingSchema>;

export const clusterSchema = z.object({
  id: z.string(),
  score: scoreSchema,
  accounts: z.array(z.string()),
  findings: z.array(z.string()),
  detectors: z.array(z.string()),
  summary: z.string(),
  first_seen: z.string().nullable(),
  last_seen: z.string().nullable(),
});
export type Cluster = z.infer<typeof clusterSchema>;

/** One line of accounts.csv. */
export const accountScoreSchema = z.object({
  account_id: z.string(),
  score: scoreSchema,
  cluster_id: z.string().nullable(),
  detectors: z.array(z.string()),
});
export type AccountScore = z.infer<typeof accountScoreSchema>;

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
      findings: z.int(),
      seconds: z.number(),
    }),
  ),
  loads: z.array(z.string()),
  counts: z.record(z.string(), z.int()),
});
export type Run = z.infer<typeof runSchema>;

/** Scores are written with six decimals, so that the same data gives the same bytes. */
export function roundScore(score: number): number {
  return Math.round(Math.min(1, Math.max(0, score)) * 1e6) / 1e6;
}
