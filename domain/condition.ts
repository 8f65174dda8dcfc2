/** How it stands with Skein itself: what holds, and what somebody has to look to. */
import { z } from 'zod';

/** `well`: nothing to do. `look`: somebody has to look to it before it gets worse. `bad`: something does not work. */
export const conditionStates = ['well', 'look', 'bad'] as const;
export type ConditionState = (typeof conditionStates)[number];

/** In the order in which they are told. */
export const conditionNames = [
  'database',
  'disk',
  'home',
  'clock',
  'audit',
  'backup',
  'waiting',
  'schedules',
  'deliveries',
  'detection',
  'retention',
] as const;
export type ConditionName = (typeof conditionNames)[number];

export const conditionSchema = z.object({
  /** The worst of all. */
  state: z.enum(conditionStates),
  at: z.string(),
  version: z.string(),
  checks: z.array(
    z.object({
      name: z.enum(conditionNames),
      state: z.enum(conditionStates),
      /** How it is, with its figures. */
      says: z.string(),
      /** What to do; null where there is nothing to do. */
      todo: z.string().nullable(),
    }),
  ),
});
export type Condition = z.infer<typeof conditionSchema>;
export type ConditionCheck = Condition['checks'][number];
