/**
 * A trial: detectors run with other parameters, or another query, or under weights estimated anew, beside the latest run, to see what would change. It
 * is no run: nothing that reads runs meets it.
 */
import { z } from 'zod';
import { calibrationSchema } from './calibration.ts';
import { dismissalReasons, type TriageState } from './disposition.ts';
import { scoreSchema } from './finding.ts';
import { parameterChangesSchema } from './parameters.ts';
import { clusterDiffSchema } from './run-diff.ts';

/** What was decided, the gravest first: that comes first in lists, and counts where several were decided. */
export const decidedStates = [
  'confirmed',
  'referred',
  'appealed',
  'victim',
  'accepted',
  'dismissed',
] as const satisfies readonly TriageState[];
export type DecidedState = (typeof decidedStates)[number];

/**
 * What people had decided of a finding: of itself; else of a cluster, else of other findings, with more than half of its
 * accounts.
 */
export const earlierDecisionSchema = z.object({
  state: z.enum(decidedStates),
  reason: z.enum(dismissalReasons).nullable(),
  basis: z.enum(['own', 'cluster', 'accounts']),
  /** The finding or the cluster of which it was decided. */
  of: z.string(),
  by: z.string(),
  at: z.string(),
});
export type EarlierDecision = z.infer<typeof earlierDecisionSchema>;

/** How many there are, and what was decided of them before. */
export const tallySchema = z.object({
  total: z.int(),
  undecided: z.int(),
  decided: z.record(z.enum(decidedStates), z.int()),
  /** Of the dismissed ones, for which reason; reasons without any are left out. */
  dismissed_for: z.partialRecord(z.enum(dismissalReasons), z.int()),
});
export type Tally = z.infer<typeof tallySchema>;

/** `changed`: found both times, with other facts, about others or of another strength. */
export const trialChanges = ['found', 'lost', 'changed'] as const;
export type TrialChange = (typeof trialChanges)[number];

const trialFindingSchema = z.object({
  id: z.string(),
  detector: z.string(),
  version: z.int(),
  title: z.string(),
  /** Of what is lost, as the latest run has it. */
  score: scoreSchema,
  accounts: z.array(z.string()),
  facts: z.record(z.string(), z.unknown()),
  change: z.enum(trialChanges),
  earlier: earlierDecisionSchema.nullable(),
});
export type TrialFinding = z.infer<typeof trialFindingSchema>;

/** A detector as the latest run and the trial ran it. */
const ranSchema = z.object({
  version: z.int(),
  parameters: z.record(z.string(), z.unknown()),
  findings: z.int(),
});
const triedDetectorSchema = z.object({
  id: z.string(),
  /** Null when the latest run did not have it. */
  from: ranSchema.nullable(),
  to: ranSchema,
  /** SHA-256 of the query that it ran in the place of its own; null when that was its own. */
  query: z.string().nullable(),
  seconds: z.number(),
});
export type TriedDetector = z.infer<typeof triedDetectorSchema>;

const movedAccountSchema = z.object({
  account_id: z.string(),
  from: scoreSchema,
  to: scoreSchema,
});

/** A list holds no more; how many there are is counted beside. */
export const mostListed = 100;

export const trialResultSchema = z.object({
  /** Those that ran; of the others, what they found is the latest run's. */
  detectors: z.array(triedDetectorSchema),
  /** `kept`: found both times, alike. */
  findings: z.object({
    found: tallySchema,
    lost: tallySchema,
    changed: tallySchema,
    kept: tallySchema,
  }),
  /** The first of each change: the gravest decision first, then the strongest. */
  items: z.array(trialFindingSchema),
  /** Clusters that would not be as they are, and what was decided of them. */
  clusters: z.array(clusterDiffSchema.extend({ earlier: earlierDecisionSchema.nullable() })),
  /** How many of each change there are, unchanged ones too. */
  cluster_counts: z.record(z.string(), z.int()),
  accounts: z.object({
    /** How many score higher, and lower. */
    raised: z.int(),
    lowered: z.int(),
    /** The score from which an account could be in a cluster, and would be able to; who passes it, the furthest first. */
    line_was: scoreSchema,
    line: scoreSchema,
    over: z.array(movedAccountSchema),
    under: z.array(movedAccountSchema),
    /** How many do. */
    over_count: z.int(),
    under_count: z.int(),
  }),
  /** Where weights were estimated anew; null where they are those in force. */
  calibration: calibrationSchema.nullable(),
});
export type TrialResult = z.infer<typeof trialResultSchema>;

export const trialSchema = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  by: z.string(),
  at: z.string(),
  ended: z.string().nullable(),
  /** The run beside which it ran; null until that is known. */
  beside: z.string().nullable(),
  /** What was asked to be otherwise than is in force. */
  changes: parameterChangesSchema,
  /** Queries that were tried in the place of the detectors' own, by their ids. */
  queries: z.record(z.string(), z.string()),
  /** Weights were estimated anew from what was decided, to be used in the place of those in force. */
  calibrate: z.boolean(),
  problem: z.string().nullable(),
  result: trialResultSchema.nullable(),
});
export type Trial = z.infer<typeof trialSchema>;

/** In a list, without what is in it. */
export const trialSummarySchema = trialSchema.omit({ result: true });
export type TrialSummary = z.infer<typeof trialSummarySchema>;

/** What a person asks to be tried. */
export const tryingSchema = z.object({
  changes: parameterChangesSchema.default({}).meta({
    description: 'a detector with {} runs as it would now, such as one that is new to the program',
  }),
  queries: z
    .record(z.string(), z.string().min(1).max(100_000))
    .default({})
    .meta({ description: 'by id of the detector, a query to run in the place of its own' }),
  calibrate: z
    .boolean()
    .default(false)
    .meta({ description: 'estimates weights anew from what was confirmed and dismissed' }),
});
export type Trying = z.output<typeof tryingSchema>;

export function isDecided(state: TriageState): state is DecidedState {
  return (decidedStates as readonly TriageState[]).includes(state);
}
