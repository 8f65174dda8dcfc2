import { z } from 'zod';
import { evidenceSchema, nodeRefSchema, scoreSchema } from './finding.ts';

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

/**
 * Why strangers may come to use a thing, so that a newcomer there says little: a source says that it is shared, an
 * exception is in force for it, it is an address of a network made to be shared (a VPN, a carrier, a campus), a crowd
 * uses it, or most who did were no members before.
 */
export const sharedReasons = ['known_shared', 'exception', 'network', 'crowd', 'others'] as const;
export type SharedBy = (typeof sharedReasons)[number];

/** What held it has users that it did not have at the time of the earlier run, and that are no members. */
const newUsersSchema = z.object({
  /** A machine, an address, a payment account, a paper; null where only the finding names it. */
  thing: nodeRefSchema.nullable(),
  /** The finding that is about them as well now; null where it is told of the thing. */
  finding: z.string().nullable(),
  /** What a person calls it. */
  name: z.string(),
  /** Accounts that used it then, and do now. */
  users: z.object({ then: z.int(), now: z.int() }),
  /** The new ones; of a crowd not all. */
  accounts: z.array(
    z.object({
      account_id: z.string(),
      /** Null where no row says it. */
      since: z.string().nullable(),
      /** The cluster that it is in now, which is another; null for most. */
      cluster_id: z.string().nullable(),
      /** The first row that says so. */
      evidence: z.array(evidenceSchema),
    }),
  ),
  /** Null where nothing makes little of it: a person must look. */
  shared: z.enum(sharedReasons).nullable(),
});
export type NewUsers = z.infer<typeof newUsersSchema>;

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
  /**
   * Who uses what holds it, or held it, and did not at the time of the earlier run, though no member; whatever `change` is. Of
   * one that is gone, too. What nothing makes little of comes first. Empty, too, where one of the runs did not keep it.
   */
  new_users: z.array(newUsersSchema).default([]),
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
  /** Whether both runs kept who uses what holds their clusters; where not, nothing can be said of new users. */
  users_known: z.boolean().default(false),
});
export type RunDiff = z.infer<typeof runDiffSchema>;

/** New users that nothing makes little of. */
export function telling({ new_users: all }: Pick<ClusterDiff, 'new_users'>): NewUsers[] {
  return all.filter(({ shared }) => shared === null);
}

/** In a word, how it is otherwise, though its members may have stayed. */
export function markOf(
  diff: Pick<ClusterDiff, 'change' | 'payouts' | 'new_users'>,
): ClusterChange | 'moved' | 'used' {
  if (diff.change !== 'unchanged') return diff.change;
  if (diff.payouts.length > 0) return 'moved';
  return telling(diff).length > 0 ? 'used' : 'unchanged';
}

/** Whether a person needs to look at it. */
export function isOtherwise(diff: Pick<ClusterDiff, 'change' | 'payouts' | 'new_users'>): boolean {
  return diff.change !== 'unchanged' || diff.payouts.length > 0 || telling(diff).length > 0;
}

/** Whether a person needs to look at anything. */
export function hasChanges({
  clusters,
  findings,
}: Pick<RunDiff, 'clusters' | 'findings'>): boolean {
  return clusters.some(isOtherwise) || findings.named.length > 0;
}
