/** What an entry of the custody log is, as it is kept and as a bundle carries it. */
import { z } from 'zod';

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

export const hexDigest = z.string().regex(/^[0-9a-f]{64}$/);

const facts = z.record(z.string(), z.json());

export const entrySchema = z.strictObject({
  /** Counted from 1. */
  entry: z.int().min(1),
  /** ISO 8601, UTC, milliseconds; by this machine's clock. */
  at: z.string(),
  by: z.string(),
  act: z.enum(acts),
  /** What it was done to. Personal values stand as `{digest}`. */
  subject: facts,
  /** How that was before; null when there was nothing. */
  before: facts.nullable(),
  /** How it was then; null when nothing changed. */
  after: facts.nullable(),
});
export type Entry = z.infer<typeof entrySchema>;

/** A value that says something of a person: an entry holds its salted digest, the value is kept apart. */
export class Personal {
  readonly value: string;
  /** The nodes (`account:a17`) that it names or speaks of, by which it is found to be erased. */
  readonly about: readonly string[];

  constructor(value: string, about: readonly string[]) {
    this.value = value;
    this.about = about;
  }
}

export type Value =
  | null
  | boolean
  | number
  | string
  | Personal
  | readonly Value[]
  | { readonly [name: string]: Value };
type Facts = Readonly<Record<string, Value>>;

/** What is to be recorded; the log adds number, time and who acts. */
export interface Draft {
  act: Act;
  subject: Facts;
  before: Facts | null;
  after: Facts | null;
}
