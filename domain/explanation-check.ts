/**
 * Whether an honest explanation of a finding or a cluster was checked: how, with which result, by whom. A check is never
 * written over: a later one goes before it, and one that is withdrawn stays in the history.
 */
import { z } from 'zod';
import { saidSchema } from './disposition.ts';

/** `holds`: it explains what was found. `fails`: it does not. `open`: it was looked into, and nothing settles it. */
export const checkResults = ['holds', 'fails', 'open'] as const;
export type CheckResult = (typeof checkResults)[number];

export const explanationCheckSchema = z.object({
  id: z.string(),
  /** Which explanation, as `explanationSchema` names it, and in English as it read then. */
  explanation: z.string(),
  says: z.string(),
  result: z.enum(checkResults),
  how: z.string(),
  by: z.string(),
  at: z.string(),
  /** How many accounts the finding or the cluster had then. */
  accounts: z.int(),
  withdrawn: z.object({ by: z.string(), at: z.string(), why: z.string() }).nullable(),
});
export type ExplanationCheck = z.infer<typeof explanationCheckSchema>;

/** An honest explanation of a finding or a cluster, with what was found when somebody checked it. */
export const explanationSchema = z.object({
  explanation: z.string().meta({
    description:
      'of a cluster `household` and the like; of a finding the detector, and a digest of what it says in English',
  }),
  says: z.string(),
  /** The latest that was not withdrawn; null while nobody has checked it. */
  check: explanationCheckSchema.nullable(),
  /** The others, latest first. */
  former: z.array(explanationCheckSchema),
});
export type Explanation = z.infer<typeof explanationSchema>;

export const checkingSchema = z.object({
  explanation: z.string().min(1).max(200),
  result: z.enum(checkResults),
  how: saidSchema.meta({ description: 'what was looked at, or who was asked' }),
});
export type Checking = z.infer<typeof checkingSchema>;

/** How often an explanation was checked where something was decided, and what came of it. */
export const checkedCountSchema = z.object({
  explanation: z.string(),
  says: z.string(),
  holds: z.int(),
  fails: z.int(),
  open: z.int(),
});
export type CheckedCount = z.infer<typeof checkedCountSchema>;
