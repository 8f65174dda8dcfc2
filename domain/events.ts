/** Rows that come one batch at a time, as they happen; docs/EVENTS.md says how they are sent. */
import { z } from 'zod';

/** A batch larger than this is refused whole. */
export const mostEventRows = 5_000;
export const mostEventBytes = 8_000_000;

/** Each row is checked by itself: a bad one is told of and keeps none of the others back. */
export const eventsSchema = z.object({
  rows: z
    .array(z.unknown())
    .min(1)
    .meta({
      description: `at most ${mostEventRows} of {"file": "logins", "row": {column: value}}, as docs/SCHEMA.md names them`,
    }),
});

export const idempotencyKeySchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/)
  .meta({ description: 'Chosen by the sender for the batch: sent again, it is stored once' });

const rejectedRowSchema = z.object({
  /** Its place in the batch, from 0. */
  index: z.int(),
  /** Null when the row names no file of the contract. */
  file: z.string().nullable(),
  /** Empty when the row as a whole is at fault. */
  column: z.string(),
  value: z.string(),
  reason: z.string(),
});
export type RejectedRow = z.infer<typeof rejectedRowSchema>;

export const eventsAnswerSchema = z.object({
  batch: z.string(),
  /** The load that stored it; null when no row could be read as one of the contract's. */
  load: z.string().nullable(),
  received: z.int(),
  accepted: z.int(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  conflicts: z.int(),
  rejected: z.array(rejectedRowSchema),
  unknown_columns: z.array(
    z.object({ file: z.string(), column: z.string(), nearest: z.string().nullable() }),
  ),
  /** What evidence cites: a file of the batch's rows for each of the contract's, kept with its SHA-256. */
  sources: z.array(z.object({ file: z.string(), sha256: z.string(), rows: z.int() })),
});
export type EventsAnswer = z.infer<typeof eventsAnswerSchema>;
