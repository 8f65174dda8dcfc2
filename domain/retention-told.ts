/** What is told of retention. */
import { z } from 'zod';

/** What a legal hold can be on. */
const holdKinds = ['account', 'case'] as const;

export const holdSchema = z.object({
  id: z.string(),
  kind: z.enum(holdKinds),
  of: z.string().meta({ description: 'id of the account or the case' }),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  lifted_at: z.string().optional(),
  lifted_by: z.string().optional(),
  lifted_why: z.string().optional(),
});
/** While it is in force, nothing of what it is on is erased or removed by age. Never deleted. */
export type Hold = z.infer<typeof holdSchema>;

/** What the rules came to for one file. */
export const agedSchema = z.object({
  file: z.string(),
  removed: z.int(),
  kept: z.int().meta({ description: 'old enough, and kept by a hold or an open case' }),
  before: z.string(),
});

/** `waiting`: was put off, and is tried again; `missed`: the next day's came first. */
const agingStates = ['waiting', 'running', 'done', 'missed'] as const;

export const agingSchema = z.object({
  id: z.string(),
  state: z.enum(agingStates),
  begun: z.string(),
  ended: z.string().nullable(),
  by: z.string(),
  scheduled: z.boolean().meta({ description: 'false: by command' }),
  files: z.array(agedSchema),
  problem: z.string().nullable().meta({ description: 'why it was put off' }),
  next_at: z.string().nullable(),
});
export type Aging = z.infer<typeof agingSchema>;

export const retentionSchema = z.object({
  rules: z.array(z.object({ file: z.string(), days: z.int().nullable() })),
  at: z.string().nullable().meta({ description: 'null: by command alone' }),
  timezone: z.string(),
  next: z.string().nullable(),
  problem: z.string().nullable().meta({ description: 'why the file states no rules that hold' }),
  holds: z.array(holdSchema).meta({ description: 'those that were lifted too, oldest first' }),
  applied: z.array(agingSchema).meta({ description: 'the latest first' }),
});
