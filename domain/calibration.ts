/** Weights estimated anew from what analysts confirmed and dismissed on this platform. */
import { z } from 'zod';
import { saidSchema } from './disposition.ts';
import { checkedCountSchema } from './explanation-check.ts';

/** The sums that scores are made of: of two accounts, of one, of many as one; and the score from which they are believed. */
export const weighedSums = ['link', 'account', 'group', 'cluster'] as const;
export type WeighedSum = (typeof weighedSums)[number];

/** What a weight is and would be, in log-odds; of `cluster`, a score. */
export const movedWeightSchema = z.object({
  sum: z.enum(weighedSums),
  /** As docs/SCORES.md has it; `prior`, `rival:<explanation>` for the prior against one, `least` for the threshold. */
  term: z.string(),
  /** What comes with the program, to which estimates are drawn. */
  shipped: z.number(),
  /** In force. */
  from: z.number(),
  to: z.number(),
  /** The interval that holds it with 95 %, given what is shipped and what was decided. */
  low: z.number(),
  high: z.number(),
  /** How many decisions speak of it. */
  decisions: z.int(),
});
export type MovedWeight = z.infer<typeof movedWeightSchema>;

/** What weights are estimated from, and what comes of it; no run uses it until it is put in force. */
export const calibrationSchema = z.object({
  /** How many decisions confirm, and dismiss. */
  confirmed: z.int(),
  dismissed: z.int(),
  /** Of what they decide, how often each honest explanation had been checked; absent of a trial of before that was kept. */
  explanations: z.array(checkedCountSchema).optional(),
  /** Every weight that would not be as it is in force, or of which decisions speak: by sum and term. */
  weights: z.array(movedWeightSchema),
});
export type Calibration = z.infer<typeof calibrationSchema>;

/** One change of the weights; the latest is in force from the next run on. */
export const weightRevisionSchema = z.object({
  /** Counts from 1; at 0 all is as shipped. */
  revision: z.int().min(1),
  /** Those that are not as shipped; none when all went back to that. */
  weights: z.array(movedWeightSchema),
  /** SHA-256 of all weights as a run uses them. */
  digest: z.string(),
  why: saidSchema,
  /** The trial that estimated them; null where an earlier state was brought back. */
  trial: z.string().nullable(),
  /** Who had it estimated; never who put it in force. Null with the trial. */
  proposed_by: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});
export type WeightRevision = z.infer<typeof weightRevisionSchema>;

/** What a person asks to be put in force: what a trial estimated, or what was in force before. */
export const weighingSchema = z
  .object({
    trial: z
      .string()
      .nullable()
      .default(null)
      .meta({ description: 'id of a trial that somebody else began' }),
    back_to: z
      .int()
      .min(0)
      .nullable()
      .default(null)
      .meta({ description: 'the revision whose weights are to be in force again; 0: as shipped' }),
    why: saidSchema,
    /** The revision that whoever changes it has seen. */
    rests_on: z.int().min(0),
  })
  .refine(({ trial, back_to }) => (trial === null) !== (back_to === null), {
    message: 'either trial or back_to',
  });
export type Weighing = z.output<typeof weighingSchema>;
