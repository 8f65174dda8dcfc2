/** What an entry of the custody log is, as it is kept and as a bundle carries it. */
import * as z from 'zod/mini';

/**
 * `begin`: the log's first entry. `load`: files were loaded. `detect`: a run. `view`: somebody was shown evidence.
 * `export`: a bundle or a file of a graph was handed out. `judge`: an analyst's judgement. `verify`: a bundle was
 * checked. `key`: a key was changed. `erase`: personal values were removed. `repair`: a torn line was set aside.
 */
export const acts = [
  'begin',
  'load',
  'detect',
  'view',
  'export',
  'judge',
  'verify',
  'key',
  'erase',
  'repair',
] as const;
export type Act = (typeof acts)[number];

export const hexDigest = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Entries are counted from 1. */
export const entryNumber = z.int().check(z.minimum(1));

const facts = z.record(z.string(), z.json());

export const entrySchema = z.strictObject({
  entry: entryNumber,
  /** ISO 8601, UTC, milliseconds; by this machine's clock. */
  at: z.string(),
  by: z.string(),
  act: z.enum(acts),
  /** What it was done to. Personal values stand as `{digest}`. */
  subject: facts,
  /** How that was before; null when there was nothing. */
  before: z.nullable(facts),
  /** How it was then; null when nothing changed. */
  after: z.nullable(facts),
});
export type Entry = z.infer<typeof entrySchema>;
