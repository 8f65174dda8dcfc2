/** What may be erased, what must be kept, and for how long. */
import { fileNames, fileOf } from './schema/graph.ts';
import type { FileName } from './schema/schema.ts';

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
