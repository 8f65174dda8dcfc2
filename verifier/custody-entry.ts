/** What an entry of the custody log is, as it is kept and as a bundle carries it. */
import * as z from 'zod/mini';
import { acts } from '../domain/custody-acts.ts';

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
