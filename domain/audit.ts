import { z } from 'zod';
import { acts } from './custody-acts.ts';

/** Who did what, as an auditor reads it (docs/CUSTODY.md). */

/** What an entry says; in the place of a personal value stands whether it is still kept, and then what it is. */
export type ShownValue =
  null | boolean | number | string | ShownValue[] | { [name: string]: ShownValue };

const facts = z.record(z.string(), z.unknown());

/** `elsewhere`: another home has it, if it was not erased there. `masked`: it is not for whoever asks, unless they say why. */
const personalStates = ['kept', 'erased', 'elsewhere', 'masked'] as const;

/** What stands in the place of a personal value. */
export const personalSchema = z.strictObject({
  personal: z.enum(personalStates),
  value: z.string().optional(),
});

const factsOf = 'a personal value is `{personal: kept|erased|elsewhere|masked, value}`';

export const auditEntrySchema = z.object({
  number: z.int().min(1).meta({ description: 'in the chain of all homes, counted from 1' }),
  log: z.string().meta({ description: 'the log of a home: the hash of its first entry' }),
  own: z.boolean().meta({ description: 'of the home of the server that answers' }),
  entry: z.int().min(1).meta({ description: 'in that log' }),
  at: z.string(),
  by: z.string(),
  act: z.enum(acts),
  subject: facts.meta({ description: `what it was done to; ${factsOf}` }),
  before: facts.nullable(),
  after: facts.nullable(),
  hash: z.string().meta({ description: 'of that log’s chain' }),
  link: z.string().meta({ description: 'of the chain of all homes' }),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
export type ShownFacts = Pick<AuditEntry, 'subject' | 'before' | 'after'>;

/** What entries are asked by. */
export const auditFilter = {
  act: z.enum(acts).optional(),
  by: z.string().trim().min(1).max(200).optional().meta({ description: 'who acted' }),
  since: z.iso.datetime().optional(),
  until: z.iso.datetime().optional().meta({ description: 'before then' }),
  thing: z.string().trim().min(1).max(300).optional().meta({
    description:
      'what an entry is about, such as account:a17 or finding:F-…; of this home’s entries, which alone have personal values here',
  }),
  log: z.string().max(64).optional().meta({ description: 'of that home alone' }),
  text: z.string().trim().min(1).max(200).optional().meta({
    description: 'all of these words; in personal values, of this home’s entries alone',
  }),
};

export const auditFormats = ['ndjson', 'csv'] as const;
export type AuditFormat = (typeof auditFormats)[number];

/** What kind of content a file of each format is. */
export const auditFileTypes: Readonly<Record<AuditFormat, string>> = {
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
};

const auditFaultSchema = z.object({
  kind: z.enum(['changed', 'missing', 'misplaced', 'added', 'head']),
  detail: z.string(),
});

/** Whether the chain holds, and all that it is held to. */
export const auditCheckSchema = z.object({
  whole: z.boolean(),
  entries: z.int().min(0),
  head: z.string().nullable().meta({ description: 'hash of the last entry' }),
  logs: z
    .array(
      z.object({
        log: z.string(),
        own: z.boolean(),
        entries: z.int(),
        from: z.string(),
        to: z.string(),
      }),
    )
    .meta({ description: 'the logs of all homes, with how many entries of each there are' }),
  anchors: z
    .array(
      z.object({
        count: z.int().meta({ description: 'how many entries there were' }),
        hash: z.string(),
        at: z.string(),
        found: z.array(z.enum(['database', 'file', 'given'])),
        timestamp: z
          .object({ at: z.string(), authority: z.string() })
          .nullable()
          .meta({ description: 'what an RFC 3161 authority says of it' }),
        signature: z
          .enum(['right', 'wrong', 'unknown'])
          .meta({ description: 'unknown: by a key that is not known here' }),
        holds: z.boolean(),
      }),
    )
    .meta({ description: 'what was said outside of the end of the chain, in its order' }),
  faults: z.array(auditFaultSchema),
});
export type AuditCheck = z.infer<typeof auditCheckSchema>;
