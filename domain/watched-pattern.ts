/**
 * A saved pattern that every run of detection asks too. Its new answers come to the queue and the report; no score, no
 * weight and no link counts them.
 */
import { z } from 'zod';

/** Patterns that are watched at one time: each is asked at every run. */
export const mostWatched = 20;
/** New answers of a pattern that one run brings to the queue; the others come with the next. */
export const mostFresh = 50;
/** Past runs that a pattern is tried at. */
export const mostRunsTried = 12;
/** Accounts that an answer names; how many there are more, its item says. */
export const mostAnswerAccounts = 100;

const share = z.number().min(0).max(1).nullable();

/** What was decided of answers. Null where none was confirmed or dismissed. */
const measured = {
  confirmed: z.int(),
  dismissed: z.int(),
  precision: share.meta({ description: 'confirmed out of confirmed and dismissed' }),
  low: share.meta({ description: 'of the Wilson 95 % interval, as for detectors' }),
  high: share,
};

/** Of a version, by what was decided of its answers in the queue. */
export const patternPrecisionSchema = z.object({
  ...measured,
  other: z.int().meta({ description: 'accepted, victim, appealed or referred' }),
  undecided: z.int(),
});
export type PatternPrecision = z.infer<typeof patternPrecisionSchema>;

const triedRunSchema = z.object({
  run: z.string(),
  ended: z.string(),
  as_of: z.string().meta({ description: 'the time of the run: when it ended, where none was set' }),
  answers: z.int(),
  fresh: z.int().meta({ description: 'that no earlier one of these runs would have had' }),
  confirmed: z.int(),
  dismissed: z.int(),
  cut: z.boolean().meta({ description: 'there may be more answers than a query gives' }),
});
export type TriedRun = z.infer<typeof triedRunSchema>;

/**
 * What a pattern would have answered at past runs. An answer counts as confirmed, else as dismissed, where that was decided of a
 * finding or a cluster with an account of it after the first of these runs that would have had it.
 */
export const patternTrialSchema = z.object({
  id: z.string(),
  query: z.string(),
  version: z.int(),
  by: z.string(),
  at: z.string(),
  /** Latest first. */
  runs: z.array(triedRunSchema),
  untried: z.int().meta({ description: 'past runs for which there was no time left' }),
  answers: z.int().meta({ description: 'different ones, at all of these runs' }),
  decisions: z.int().optional().meta({
    description:
      'under which these answers were confirmed or dismissed: the precision counts each once, however many answers fall under it',
  }),
  ...measured,
});
export type PatternTrial = z.infer<typeof patternTrialSchema>;

export const patternWatchSchema = z.object({
  id: z.string(),
  query: z.string(),
  version: z.int(),
  /** The phrase, with its usual values. */
  title: z.string(),
  /** Of the saved pattern. */
  owner: z.string(),
  trial: z.string(),
  why: z.string().nullable(),
  known: z.int().meta({ description: 'answers that it had when it was set, and that do not come' }),
  set_by: z.string(),
  set_at: z.string(),
  ended_by: z.string().nullable(),
  ended_at: z.string().nullable(),
});
export type PatternWatch = z.infer<typeof patternWatchSchema>;

/** What a run asked a watched pattern. */
export const patternAskingSchema = z.object({
  watch: z.string(),
  version: z.int(),
  run: z.string(),
  at: z.string(),
  as_of: z.string(),
  answers: z.int(),
  fresh: z.int().meta({ description: 'brought to the queue' }),
  left: z.int().meta({ description: 'new as well, and left to the next run' }),
  cut: z.boolean().meta({ description: 'there may be more answers than a query gives' }),
  failed: z.string().nullable(),
});
export type PatternAsking = z.infer<typeof patternAskingSchema>;

/** A pattern that is watched, with what was decided of its answers so far. */
export const watchedPatternSchema = patternWatchSchema.extend({
  measured: patternPrecisionSchema,
  last: patternAskingSchema.nullable(),
});
export type WatchedPattern = z.infer<typeof watchedPatternSchema>;

/** All that is to be known of a saved pattern as a watched one. */
export const patternStandingSchema = z.object({
  query: z.string(),
  /** As it is saved now, which need not be the version that is watched. */
  version: z.int(),
  active: watchedPatternSchema.nullable(),
  /** The latest of the version as it is saved now. */
  trial: patternTrialSchema.nullable(),
  /** Latest first, the active one among them. */
  watches: z.array(patternWatchSchema),
  /** Latest first. */
  askings: z.array(patternAskingSchema),
});
export type PatternStanding = z.infer<typeof patternStandingSchema>;

/** Sets the version that was tried to be watched. */
export const watchRequestSchema = z.object({
  trial: z.string().min(1).max(100).meta({
    description: 'of the version as it is saved now; answers 409 for any other',
  }),
  why: z.string().trim().min(1).max(2_000).nullable().default(null),
  earlier: z.boolean().default(false).meta({
    description: 'whether what it answers already comes to the queue too, with the next run',
  }),
});
export type WatchRequest = z.infer<typeof watchRequestSchema>;

/** What the queue says of an answer. */
export const patternAnswerSchema = z.object({
  id: z.string(),
  query: z.string(),
  version: z.int(),
  /** Of the pattern. */
  title: z.string(),
  owner: z.string(),
  run: z.string().meta({ description: 'that brought it' }),
  ref: z.string().meta({ description: 'what it is about, as type:id' }),
  accounts: z.array(z.string()).meta({ description: `of it, at most ${mostAnswerAccounts}` }),
  measured: patternPrecisionSchema,
});
export type PatternAnswer = z.infer<typeof patternAnswerSchema>;
