/** What may be erased, what must be kept, and for how long. */
import { z } from 'zod';
import { fileNames, fileOf } from './schema/graph.ts';
import type { FileName } from './schema/schema.ts';

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

/**
 * Node files whose rows hang on an account and on which nothing else rests. Accounts go by erasure, and what others share
 * (addresses, devices, payment accounts, jobs) with nobody's age.
 */
const agingNodes: readonly FileName[] = ['account_changes', 'documents', 'profiles', 'shipments'];

/** The files whose rows can be removed by age: what happened, each at a time of its own. */
export const agingFiles: readonly FileName[] = fileNames.filter((name) => {
  const file = fileOf(name);
  return file.when !== undefined && ('from' in file || agingNodes.includes(name));
});

/** By file, after how many days its rows go. What is not named stays. */
export type RetentionRules = Partial<Record<FileName, number>>;

/** Fewer days than detectors look back over would take away what they measure by. */
export const leastDays = 30;
export const mostDays = 36_500;

/** When rules are applied each day, where the file does not say. */
export const usualTime = { at: '03:00', timezone: 'UTC' } as const;

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

/** What an erasure took away of one kind. */
export interface Removed {
  kind: string;
  count: number;
  /** Of all that it was, by a key of this Skein: it shows nothing, and nothing can be added later. */
  digest: string;
}

/** What stayed, and why. */
export interface Stayed {
  what: string;
  count: number;
  why: string;
}

/** What Skein cannot erase, or must not. */
export interface Elsewhere {
  where: string;
  /** Digests of files, where they have one. */
  sha256?: string[];
  todo: string;
}

/** Says what was erased of a person, without saying of whom; signed. */
export interface Certificate {
  version: 1;
  erasure: string;
  /** A keyed digest of the account's id: whoever holds the key and the id can tell that it is of that account. */
  mark: string;
  reason: string;
  by: string;
  begun: string;
  ended: string;
  program: string;
  removed: Removed[];
  changed: { kind: string; count: number }[];
  stayed: Stayed[];
  elsewhere: Elsewhere[];
  custody: { before: CustodyPlace | null; after: CustodyPlace | null };
}

/** Where the custody log stood. */
export interface CustodyPlace {
  count: number;
  hash: string;
}
