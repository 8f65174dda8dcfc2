import { z } from 'zod';
import { scoreSchema } from './finding.ts';

/** What changed between two runs; the shape is the contract's, with more beside it. */

/**
 * `merged`: a later cluster that matches several earlier ones. `split`: one of several later ones that match the same
 * earlier one. Of one and one: `grown` (some joined, none left), `shrunk`, `changed` (both), `unchanged`. Of a cluster
 * that is `gone` the id is the earlier one.
 */
export const clusterChanges = [
  'new',
  'merged',
  'split',
  'grown',
  'changed',
  'shrunk',
  'gone',
  'unchanged',
] as const;
export type ClusterChange = (typeof clusterChanges)[number];

/** A payment account into which members are paid that were not at the time of the earlier run. */
const movedPayoutSchema = z.object({
  payment_account: z.string(),
  accounts: z.array(
    z.object({
      account_id: z.string(),
      /** Null where no row says it. */
      since: z.string().nullable(),
      /** Payment accounts that it was paid into before, and that it has not used since then. */
      ceased: z.array(z.string()),
      /** Those that it was paid into before, and of which nothing says that this has ended. */
      kept: z.array(z.string()),
    }),
  ),
});
export type MovedPayout = z.infer<typeof movedPayoutSchema>;

export const clusterDiffSchema = z.object({
  change: z.enum(clusterChanges),
  id: z.string(),
  /** Ids of its earlier self, or selves; empty when it is new. */
  was: z.array(z.string()),
  /** Accounts that were in none of those. */
  joined: z.array(z.string()),
  /** Accounts of those that are not in it, wherever they are now. */
  left: z.array(z.string()),
  /** Why, in words. */
  reasons: z.array(z.string()),
  /**
   * Where members that were in it, or in one of its earlier selves, are paid now and were not before; whatever `change` is.
   * Empty, too, where one of the runs kept no payouts.
   */
  payouts: z.array(movedPayoutSchema),
  /** Its name in a list, and its score now; of a cluster that is gone as they were. */
  name: z.string(),
  score: scoreSchema,
  /** How many accounts it has now; 0 when it is gone. */
  accounts: z.int(),
});
export type ClusterDiff = z.infer<typeof clusterDiffSchema>;

/** What was set otherwise in the two runs; findings of a detector that did not run say nothing about what is gone. */
const detectorDiffSchema = z.object({
  id: z.string(),
  /** Versions; null where it did not run. */
  from: z.int().nullable(),
  to: z.int().nullable(),
});
export type DetectorDiff = z.infer<typeof detectorDiffSchema>;

export const runDiffSchema = z.object({
  from: z.string(),
  to: z.string(),
  /** In the order of `clusterChanges`, higher scores first. */
  clusters: z.array(clusterDiffSchema),
  /** Ids, sorted. */
  findings: z.object({
    new: z.array(z.string()),
    /** Found by both runs, with other facts, or about other accounts: then `accounts` is among the names. */
    changed: z.array(z.object({ id: z.string(), facts: z.array(z.string()) })),
    /** Found by the earlier run alone, though its detector ran again. */
    gone: z.array(z.string()),
    /** Found by both runs, the second time by another version of the detector. */
    superseded: z.array(z.string()),
    /** Each of them in words, as the later run has it, or else the earlier one; in the order of their ids. */
    named: z.array(
      z.object({ id: z.string(), detector: z.string(), title: z.string(), score: scoreSchema }),
    ),
  }),
  /** Accounts whose score is another, in the order of their ids. */
  accounts: z.array(z.object({ account_id: z.string(), from: scoreSchema, to: scoreSchema })),
  /** Detectors of another version, or that only one of the two runs ran. */
  detectors: z.array(detectorDiffSchema),
});
export type RunDiff = z.infer<typeof runDiffSchema>;

/** Whether a person needs to look at it. */
export function isOtherwise({ change, payouts }: Pick<ClusterDiff, 'change' | 'payouts'>): boolean {
  return change !== 'unchanged' || payouts.length > 0;
}

/** Whether a person needs to look at anything. */
export function hasChanges({
  clusters,
  findings,
}: Pick<RunDiff, 'clusters' | 'findings'>): boolean {
  return clusters.some(isOtherwise) || findings.named.length > 0;
}
