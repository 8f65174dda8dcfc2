import { z } from 'zod';
import { patternAnswerSchema } from './watched-pattern.ts';

/**
 * What people have decided of a finding or a cluster: its place in the queue. Every change stays in the history, with
 * who, when and why; none is ever deleted.
 */

/** What a run finds. */
export const foundKinds = ['finding', 'cluster'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** `answer`: of a watched pattern, which no score, no weight and no figure of the queue counts. */
export const triageKinds = [...foundKinds, 'answer'] as const;
export type TriageKind = (typeof triageKinds)[number];

/**
 * `accepted`: left alone until a date. `victim`: those concerned are consistent with people who were made use of.
 * `appealed`: somebody concerned objects. `referred`: handed to another authority.
 */
export const triageStates = [
  'new',
  'in_review',
  'confirmed',
  'dismissed',
  'accepted',
  'victim',
  'appealed',
  'referred',
] as const;
export type TriageState = (typeof triageStates)[number];

/** What may follow on what; `accepted` may follow on itself, with another date. */
const following: Readonly<Record<TriageState, readonly TriageState[]>> = {
  new: ['in_review', 'confirmed', 'dismissed', 'accepted', 'victim', 'referred'],
  in_review: ['new', 'confirmed', 'dismissed', 'accepted', 'victim', 'referred'],
  confirmed: ['in_review', 'victim', 'appealed', 'referred'],
  dismissed: ['in_review'],
  accepted: ['in_review', 'accepted', 'confirmed', 'dismissed'],
  victim: ['in_review', 'referred'],
  appealed: ['in_review', 'confirmed', 'dismissed', 'victim'],
  referred: ['in_review', 'confirmed', 'dismissed', 'victim', 'appealed'],
};

export function mayBecome(state: TriageState, next: TriageState): boolean {
  return following[state].includes(next);
}

/** States that say what is to be thought of it: they need a reason in words, and hold on to what they rest on. */
export function isDecision(state: TriageState): boolean {
  return state !== 'new' && state !== 'in_review';
}

/** Decisions that materially new evidence sends back to `new`. With the others somebody else is waited for. */
export const reopening: readonly TriageState[] = ['confirmed', 'dismissed', 'accepted'];

export const dismissalReasons = [
  'office_nat',
  'family',
  'agency',
  'coworking',
  'vpn_or_proxy',
  'shared_device',
  'second_account',
  'friends',
  'course',
  'bookkeeper',
  'regulars',
  'chance',
  'known_customer',
  'data_error',
  'other',
] as const;
export type DismissalReason = (typeof dismissalReasons)[number];

/** A decision may be bulk work, but not of more than a person can have looked at. */
export const mostAtOnce = 200;
/** What is taken back at once: clusters, with the findings that were decided along with them. */
export const mostUndone = 5_000;

export const longestText = 2_000;
export const saidSchema = z.string().trim().min(1).max(longestText);

/** Stands for whoever asks. */
export const me = '@me';
/** Stands for those that are assigned to nobody. */
export const nobody = '@nobody';

/** Evidence that was not there when something was decided, of a weight that a person has to look at it again. */
export const materialSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('score'), from: z.number(), to: z.number() }),
  z.object({ kind: z.literal('band'), from: z.number(), to: z.number(), band: z.number() }),
  /** Another version of the detector says materially more. */
  z.object({
    kind: z.literal('version'),
    version: z.int(),
    from: z.number(),
    to: z.number(),
  }),
  z.object({ kind: z.literal('accounts'), accounts: z.array(z.string()) }),
  z.object({ kind: z.literal('detectors'), detectors: z.array(z.string()) }),
  z.object({ kind: z.literal('watchlist'), findings: z.array(z.string()) }),
  /** Members that were confirmed in another finding or cluster. */
  z.object({ kind: z.literal('confirmed'), accounts: z.array(z.string()) }),
  /** The date came until which it was accepted. */
  z.object({ kind: z.literal('until'), until: z.string() }),
]);
export type Material = z.infer<typeof materialSchema>;

const decisionSchema = z.object({
  state: z.enum(triageStates),
  reason: z.enum(dismissalReasons).nullable(),
  /** A day; null but for what is accepted. */
  until: z.string().nullable(),
  why: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** How many findings of a detector a cluster holds, and how many of them nobody has decided yet. */
const heldFindingsSchema = z.object({ detector: z.string(), open: z.int(), all: z.int() });
export type HeldFindings = z.infer<typeof heldFindingsSchema>;

/** One line of the queue. What nobody has touched is `new`, at revision 0. */
export const triageItemSchema = z.object({
  /** The finding's or the cluster's; where no cluster of the latest run continues it, the disposition's. */
  id: z.string(),
  /** The finding or cluster as it is, or was last, called. */
  of: z.string(),
  kind: z.enum(triageKinds),
  title: z.string(),
  score: z.number().meta({ description: '0 for an answer of a pattern, which has none' }),
  accounts: z.int(),
  detectors: z.array(z.string()),
  /** Of a finding. */
  cluster_id: z.string().nullable(),
  /** The latest run does not have it. */
  gone: z.boolean(),
  ...decisionSchema.pick({ state: true, reason: true, until: true }).shape,
  assignee: z.string().nullable(),
  /** A day. */
  due: z.string().nullable(),
  /** What a change has to name. */
  revision: z.int(),
  changed: z.string().nullable(),
  changed_by: z.string().nullable(),
  /** The decision in force; null while there is none. */
  decision: decisionSchema.nullable(),
  /** The decision that new evidence ended; it stays to be seen until another is made. */
  earlier: decisionSchema.nullable(),
  /** What is materially new since the decision, or why it came back. */
  news: z.array(materialSchema),
  /** A confirmation that waits for another person to agree. */
  proposed: decisionSchema.pick({ why: true, by: true, at: true }).nullable(),
  findings: z.array(heldFindingsSchema).optional().meta({
    description: 'Of a cluster in the queue: its findings, by detector, the most first',
  }),
  answer: patternAnswerSchema.optional().meta({
    description: 'Of an answer of a watched pattern, in the queue: which pattern’s it is',
  }),
});
export type TriageItem = z.infer<typeof triageItemSchema>;

/** Of an item what a row of another list says of it. */
export const decidedMarkSchema = triageItemSchema.pick({
  state: true,
  reason: true,
  until: true,
  news: true,
  proposed: true,
});
export type DecidedMark = z.infer<typeof decidedMarkSchema>;

/** `reopened`: by new evidence. `news`: new evidence that does not reopen. `moved`, `split`, `joined`: of clusters. */
const entryKinds = [
  'changed',
  'proposed',
  'comment',
  'undone',
  'reopened',
  'news',
  'moved',
  'split',
  'joined',
] as const;

const statedSchema = z.record(z.string(), z.string().nullable());

export const historyEntrySchema = z.object({
  id: z.string(),
  kind: z.enum(entryKinds),
  at: z.string(),
  by: z.string(),
  /** What differs, as it was and as it is then. */
  before: statedSchema.nullable(),
  after: statedSchema.nullable(),
  why: z.string().nullable(),
  news: z.array(materialSchema),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** What is to become of items; what is left out stays. */
export const triageChangeSchema = z.object({
  state: z.enum(triageStates).optional(),
  reason: z.enum(dismissalReasons).optional().meta({ description: 'With `dismissed`, always' }),
  until: z.iso.date().optional().meta({ description: 'With `accepted`, always' }),
  why: saidSchema.optional().meta({ description: 'With every decision' }),
  assignee: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .nullable()
    .optional()
    .meta({ description: `${me} is whoever asks` }),
  due: z.iso.date().nullable().optional(),
  findings: z.literal('open').optional().meta({
    description:
      'With a decision on clusters: the same is decided of their findings that are new or in review; they are in the answer as well',
  }),
});
export type TriageChange = z.infer<typeof triageChangeSchema>;
