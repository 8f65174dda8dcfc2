/** A feed: a watchlist that is brought up to date from where it is published; and what each new edition changed. */
import { z } from 'zod';

/** The forms in which a list is published that a feed can read. */
export const feedFormats = ['ofac', 'followthemoney'] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** A year, a month or a day, as lists are dated. */
export const listDate = /^\d{4}(-\d\d(-\d\d)?)?$/;

export const feedDraftSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
    .meta({ description: 'small letters, digits and hyphens' }),
  name: z.string().trim().min(1).max(200),
  list: z.string().trim().min(1).max(200).meta({
    description: 'the watchlist’s name, such as OFAC-SDN; of each list there is one feed',
  }),
  format: z.enum(feedFormats),
  from: z.string().min(1).max(2_000).meta({
    description: 'an absolute folder, or an http(s) address, of what the operator allows',
  }),
});
export type FeedDraft = z.infer<typeof feedDraftSchema>;

export const feedSchema = feedDraftSchema.extend({
  /** Whether the operator's file names it, where it is changed too. */
  configured: z.boolean(),
  /** Date of the edition that is loaded; null before the first refresh. */
  published_on: z.string().nullable(),
  /** When its source was last asked. */
  checked: z.string().nullable(),
  /** The latest screening. */
  screening: z.string().nullable(),
});
export type Feed = z.infer<typeof feedSchema>;

const cellSchema = z.union([z.string(), z.number(), z.array(z.string())]).nullable();

/** An entry of the list, as it stood or stands in it. */
const listedSchema = z.object({ entry: z.string(), name: z.string() });
export type Listed = z.infer<typeof listedSchema>;

export const entryChangeSchema = listedSchema.extend({
  /** What of it changed; null where it says nothing. */
  columns: z.array(z.object({ column: z.string(), before: cellSchema, after: cellSchema })),
});
export type EntryChange = z.infer<typeof entryChangeSchema>;

/** Somebody in the graph who agrees with an entry by name or number; an agreement, no identification. */
export const listMatchSchema = z.object({
  subject: z.object({ type: z.string(), id: z.string() }),
  name: z.string(),
  entry: z.string(),
  entry_name: z.string(),
  /** How far they agree, in [0, 1]. */
  score: z.number(),
  /** By what, as evidence names it (`derived.same-name`), and why, as it is stored: in English. */
  reasons: z.array(z.object({ relation: z.string(), reason: z.string() })),
});
export type ListMatch = z.infer<typeof listMatchSchema>;

/** What one edition of a list changed against the one before. */
export const listDifferenceSchema = z.object({
  entries: z.object({
    added: z.array(listedSchema),
    changed: z.array(entryChangeSchema),
    /** No longer in the list; in the graph they stay, with `delisted_on`. */
    removed: z.array(listedSchema),
  }),
  matches: z.object({
    new: z.array(listMatchSchema),
    changed: z.array(z.object({ before: listMatchSchema, after: listMatchSchema })),
    /** As they were, of entries that are gone or no longer agree. */
    gone: z.array(listMatchSchema),
  }),
});
export type ListDifference = z.infer<typeof listDifferenceSchema>;

const count = z.int().min(0);
const changesSchema = z.object({ added: count, changed: count, removed: count });

/** One refresh that found another edition. */
export const screeningSchema = z.object({
  id: z.string(),
  feed: z.string(),
  list: z.string(),
  /** Date of the list’s edition; a year or a month where no more is known. */
  published_on: z.string(),
  /** Of the edition before; null for the first. */
  before: z.string().nullable(),
  /** An edition older than the one loaded, by whoever asked for that. */
  forced: z.boolean(),
  at: z.string(),
  by: z.string(),
  load: z.string(),
  counts: z.object({
    /** Of the list. */
    entries: count,
    /** Rows that could not be loaded; the load says which. */
    rejected: count,
    entry_changes: changesSchema,
    matches: z.object({ new: count, changed: count, gone: count }),
  }),
});
export type Screening = z.infer<typeof screeningSchema>;

export const screeningDetailSchema = screeningSchema.extend({ difference: listDifferenceSchema });
export type ScreeningDetail = z.infer<typeof screeningDetailSchema>;

export const refreshedSchema = z.object({
  /** `unchanged`: the same edition as before; the screening is then the one that it had. */
  outcome: z.enum(['screened', 'unchanged']),
  screening: screeningSchema,
});
export type Refreshed = z.infer<typeof refreshedSchema>;
