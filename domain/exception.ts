import { z } from 'zod';
import { dismissalReasons, saidSchema } from './disposition.ts';
import { nodeRefSchema } from './finding.ts';

/**
 * What an analyst found an honest reason for, so that it weighs less from the next run on: what many share through a thing,
 * or what a few accounts share with one another. It ends by itself, can be revoked, and is never deleted.
 */

/** An exception that nobody has looked at for longer is no longer known to be true. */
export const longestDays = 366;

/** More than these are no one office, family or agency, but a mistake. */
export const mostExcepted = 50;

/** How much of a finding's strength is left: honest sharing explains it, and does not rule out a scheme behind it. */
export const exceptedShare = 0.2;

const actSchema = z.object({ by: z.string(), at: z.string(), why: z.string() });

export const exceptionSchema = actSchema.extend({
  id: z.string(),
  /** Things, no accounts: findings that show one of them weigh less. */
  nodes: z.array(nodeRefSchema),
  /** Accounts: what links them to one another weighs less. */
  accounts: z.array(z.string()),
  /** Of these detectors alone; of all where empty. */
  detectors: z.array(z.string()),
  reason: z.enum(dismissalReasons),
  /** A day, from which on it is in force no more. */
  until: z.string(),
  /** The finding or cluster that was dismissed, if it came of that. */
  item: z.string().nullable(),
  revoked: actSchema.nullable(),
});
export type Exception = z.infer<typeof exceptionSchema>;

/** What is to be an exception. */
export const exceptingSchema = z.object({
  nodes: z
    .array(z.string())
    .max(mostExcepted)
    .default([])
    .meta({ description: 'type:id of each, no accounts' }),
  accounts: z.array(z.string()).max(mostExcepted).default([]).meta({ description: 'ids' }),
  detectors: z.array(z.string()).max(100).default([]).meta({ description: 'all where empty' }),
  reason: z.enum(dismissalReasons),
  why: saidSchema,
  until: z.iso.date().meta({ description: 'at most a year from now' }),
  item: z.string().optional(),
});
export type Excepting = z.output<typeof exceptingSchema>;
