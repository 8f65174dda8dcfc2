/** What people do on a case beside its boards: comments, tasks, joining cases, and the history of all of it. */
import { z } from 'zod';
import { caseSummarySchema, keptIdSchema } from './case.ts';
import { nodeRefSchema } from './finding.ts';

export const longestComment = 10_000;
const longestTask = 1_000;

export const commentTextSchema = z.string().trim().min(1).max(longestComment);
export const whyStruckSchema = z.string().trim().min(1).max(2_000);

const actSchema = z.object({ by: z.string(), at: z.string() });
const ofCase = { case: z.string(), case_title: z.string() };

/** Never changed: one that is withdrawn is struck, and stays with its text. */
export const commentSchema = actSchema.extend({
  id: z.string(),
  ...ofCase,
  text: z.string(),
  /** Who is named in it, as they were known when it was written. */
  mentions: z.array(z.string()),
  withdrawn: actSchema.extend({ why: z.string() }).nullable(),
});
export type Comment = z.infer<typeof commentSchema>;

/** A comment that names whoever asks. */
export const mentionSchema = z.object({
  comment: commentSchema,
  /** When they opened it; null while it is new to them. */
  read: z.string().nullable(),
});
export type MentionOfMe = z.infer<typeof mentionSchema>;

/** A person whom the database knows as having acted, or whoever asks. */
export const personSchema = z.object({ name: z.string(), me: z.boolean() });

export const taskWritingSchema = z.object({
  what: z.string().trim().min(1).max(longestTask),
  whom: z.string().trim().min(1).max(200).nullable().default(null),
  due: z.iso.date().nullable().default(null),
});

export const taskStates = ['open', 'done'] as const;
export type TaskState = (typeof taskStates)[number];

export const taskSchema = actSchema.extend({
  id: z.string(),
  ...ofCase,
  what: z.string(),
  /** Null for nobody yet. */
  whom: z.string().nullable(),
  /** A day. */
  due: z.string().nullable(),
  /** Open, and its day is over. */
  overdue: z.boolean(),
  done: actSchema.nullable(),
  /** When it was opened again last. */
  reopened: actSchema.nullable(),
  /** What a change has to name. */
  revision: z.int(),
});
export type Task = z.infer<typeof taskSchema>;

/** Open tasks of one person, or of nobody. */
export const waitingSchema = z.object({
  whom: z.string().nullable(),
  open: z.int(),
  overdue: z.int(),
});
export type WaitingFor = z.infer<typeof waitingSchema>;

/** `duplicate`: the same thing, opened twice. `continuation`: it goes on in the other. */
export const joinKinds = ['duplicate', 'continuation'] as const;
export type JoinKind = (typeof joinKinds)[number];

export const joiningSchema = z.object({
  into: keptIdSchema,
  as: z.enum(joinKinds),
  why: whyStruckSchema,
  rests_on: z.int().min(1).meta({ description: 'The revision of the case that is joined' }),
});

/** A case that is joined into another, as that one lists it. */
export const joinedCaseSchema = caseSummarySchema.extend({
  board_list: z.array(z.object({ id: z.string(), title: z.string() })),
  comments: z.int(),
  open_tasks: z.int(),
});
export type JoinedCase = z.infer<typeof joinedCaseSchema>;

/** A case that may be about the same. */
export const alikeSchema = z.object({
  id: z.string(),
  title: z.string(),
  state: caseSummarySchema.shape.state,
  /** How many accounts its boards hold, and how many of them stand on this case's too. */
  accounts: z.int(),
  shared_accounts: z.int(),
  /** Clusters of the latest run with accounts on boards of both. */
  shared_clusters: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type AlikeCase = z.infer<typeof alikeSchema>;

export const caseEntryKinds = [
  'case',
  'board',
  'note',
  'comment',
  'task',
  'export',
  'decision',
  'join',
] as const;
export type CaseEntryKind = (typeof caseEntryKinds)[number];

/** What was done. `part`: a joining that was undone; `take`, `release`: the same as the other case tells it. */
const caseActs = [
  ...(['make', 'change', 'state', 'members'] as const),
  ...(['make_board', 'save_board', 'change_board'] as const),
  'note',
  ...(['comment', 'withdraw_comment'] as const),
  ...(['make_task', 'change_task', 'do_task', 'reopen_task'] as const),
  'export',
  ...(['judge', 'withdraw_judgement', 'decide'] as const),
  ...(['join', 'part', 'take', 'release'] as const),
] as const;
export type CaseAct = (typeof caseActs)[number];

const statedSchema = z.record(z.string(), z.string().nullable());

/** A line of the history of a case and of those that are joined into it. */
export const caseEntrySchema = actSchema.extend({
  id: z.string(),
  ...ofCase,
  kind: z.enum(caseEntryKinds),
  act: z.enum(caseActs),
  /** What it tells of; `item` is one of the queue. `at` is the node of a board that a note is on. */
  of: z.object({
    kind: z.enum(['case', 'board', 'comment', 'task', 'nodes', 'item']),
    id: z.string(),
    at: z.string().nullable(),
  }),
  title: z.string().nullable(),
  /** What was written: a comment, a note, or why. */
  text: z.string().nullable(),
  /** What differs, as it was and as it is then. */
  before: statedSchema.nullable(),
  after: statedSchema.nullable(),
  /** Of a judgement: what it is about. */
  nodes: z.array(nodeRefSchema),
  /** So many saves of one day are one entry. */
  times: z.int(),
});
export type CaseEntry = z.infer<typeof caseEntrySchema>;

/** How much there is of each on a case and those that are joined into it. */
export const caseCountsSchema = z.object({
  notes: z.int(),
  comments: z.int(),
  tasks: z.int(),
  open_tasks: z.int(),
  overdue_tasks: z.int(),
  exports: z.int(),
  decisions: z.int(),
  history: z.int(),
});
export type CaseCounts = z.infer<typeof caseCountsSchema>;
