import { z } from 'zod';
import { runPhases } from './finding.ts';

/** A detection that a person begins on the page: how far it is, and how it ended. */

const detectionStates = ['running', 'done', 'failed', 'cancelled'] as const;

const detectionPhases = ['begin', ...runPhases] as const;

const detectionStepSchema = z.object({
  phase: z.enum(detectionPhases),
  /** The rule or the detector; null in the other phases. */
  what: z.string().nullable(),
  /** Steps that have ended, of all. */
  done: z.int(),
  total: z.int(),
});
export type DetectionStep = z.infer<typeof detectionStepSchema>;

export const detectionSchema = z.object({
  id: z.string(),
  state: z.enum(detectionStates),
  by: z.string(),
  at: z.string(),
  ended: z.string().nullable(),
  step: detectionStepSchema,
  /** Somebody wants it to end; it does before its next step. */
  cancelled_by: z.string().nullable(),
  /** The run that it made. */
  run: z.string().nullable(),
  /** Why it failed. */
  problem: z.string().nullable(),
});
export type Detection = z.infer<typeof detectionSchema>;
