/** An investigator's kept work: cases, their boards, and what a board holds. */
import { z } from 'zod';
import { additionSchema } from './addition.ts';
import { annotationSchema } from './annotation.ts';
import { graphNodeSchema, graphRelationSchema } from './answers.ts';
import { scoreSchema } from './finding.ts';
import { lookRulesSchema, rangeSchema } from './look-rules.ts';
import { storySchema } from './story.ts';

/** Of a case or a board; whoever makes one may choose it, so that making it again is no second one. */
export const keptIdSchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

const titleSchema = z.string().trim().min(1).max(200);
const tagSchema = z.string().trim().min(1).max(60);
const tagsSchema = z.array(tagSchema).max(50);
/** Names of those to whom a case is shown; null for everybody who may see cases. */
export const caseMembersSchema = z.array(z.string().min(1).max(200)).min(1).max(200).nullable();
const refSchema = z.string().min(3).max(20_000);

/** What stands in a note is said of the board, of a node (its reference) or of a line between two nodes (its key). */
const notedKinds = ['board', 'node', 'line'] as const;

export const noteSchema = z.object({
  on: z.object({ kind: z.enum(notedKinds), key: z.string().max(50_000) }),
  text: z.string().trim().min(1).max(10_000),
  /** Who wrote it and when, as the server saw it; null until it is saved. */
  by: z.string().max(200).nullable(),
  at: z.string().max(40).nullable(),
  /** What a file that was opened says of who wrote it and when. */
  quoted: z
    .object({ by: z.string().max(200).nullable(), at: z.string().max(40).nullable() })
    .optional(),
});
export type Note = z.infer<typeof noteSchema>;

/** By what something came on top of what was opened. */
const layerKinds = [
  'neighbours',
  'pair',
  'path',
  'finding',
  'cluster',
  'search',
  'query',
  'flow',
] as const;
export type LayerKind = (typeof layerKinds)[number];

const setOfRefs = z.array(refSchema).max(50_000).default([]);

/**
 * All that makes a board look as it does. A field that this version does not know is kept as it came, so that
 * a newer page loses nothing by an older server.
 */
export const boardContentSchema = z.looseObject({
  version: z.literal(1),
  nodes: z.array(graphNodeSchema).max(50_000),
  relations: z.array(graphRelationSchema).max(100_000),
  hidden: setOfRefs,
  /** What was hidden at first: what a story does not tell by, or what touches one account only. */
  leaves: setOfRefs,
  /** What holds the accounts together, where the board was opened as that. */
  story: storySchema.nullable().default(null),
  /** What came on top after it was opened, and can go again by itself. */
  layers: z
    .array(
      z.object({
        key: z.string().max(20_000),
        kind: z.enum(layerKinds),
        name: z.string().max(2_000),
        nodes: setOfRefs,
        relations: z.array(z.string().max(50_000)).max(100_000),
        /** What was hidden before, and shows for it. */
        unhidden: setOfRefs,
        /** All that it is about, whether or not it brought it. */
        about: setOfRefs,
        ways: z.array(z.string().max(50_000)).max(100_000).default([]),
      }),
    )
    .max(200)
    .default([]),
  /** Types of node that are not drawn. */
  off: z.array(z.string().max(60)).max(100).default([]),
  /** First and last millisecond that is shown. */
  span: z.tuple([z.number(), z.number()]).nullable().default(null),
  /** The stretch that the timeline shows at its full width. */
  frame: z.tuple([z.number(), z.number()]).nullable().default(null),
  /** Only what had been loaded by then is drawn. */
  known_on: z.string().max(40).nullable().default(null),
  pinned: setOfRefs,
  /** Where each node lies. */
  places: z.record(refSchema, z.tuple([z.number(), z.number()])).default({}),
  /** Nodes and groups that a person put where they lie. */
  by_hand: setOfRefs,
  /** Members of an identity that are drawn each by itself. */
  apart: setOfRefs,
  rejected_shown: z.boolean().default(false),
  /** Nodes that are drawn as one, by the key of their group. */
  groups: z
    .record(refSchema, z.object({ name: z.string().max(500), members: z.array(refSchema) }))
    .default({}),
  /** Kinds of relation that are greyed or hidden. */
  kinds: z.record(z.string().max(500), z.enum(['faint', 'hidden'])).default({}),
  /** Keys of bundles whose relations are drawn side by side. */
  opened: z.array(z.string().max(50_000)).max(10_000).default([]),
  style: z
    .object({
      size: z.string().max(60),
      colour: z.string().max(60),
      type_colours: z.record(z.string().max(60), z.string().max(60)),
    })
    .nullable()
    .default(null),
  /** Where the parts stand after a layout by part: the x of each one's lane. */
  lanes: z
    .array(z.object({ part: z.string().max(40), x: z.number() }))
    .max(20)
    .default([]),
  /** What draws nodes by what they are and hold, laid over the style. */
  rules: lookRulesSchema.default([]),
  /** Ranges of values, and what lies outside one of them: faded, or not drawn. */
  filter: z
    .object({ ranges: z.array(rangeSchema).max(20), hides: z.boolean(), outside: setOfRefs })
    .nullable()
    .default(null),
  /** What the places mean after a layout by time: the x of times, and the y of each type's lane. */
  axis: z
    .object({
      stops: z.array(z.object({ time: z.number(), x: z.number() })).max(1_000),
      lanes: z.array(z.object({ type: z.string().max(60), y: z.number() })).max(100),
    })
    .nullable()
    .default(null),
  /** Relations that a limit left out. */
  omitted: z.int().min(0).default(0),
  view: z.string().max(60).default('graph'),
  /** The middle of what is seen, in the frame of all that is drawn, and how far away: 1 shows all of it. */
  camera: z
    .object({
      x: z.number().min(-1_000).max(1_000),
      y: z.number().min(-1_000).max(1_000),
      ratio: z.number().min(0.001).max(1_000),
    })
    .nullable()
    .default(null),
  notes: z.record(keptIdSchema, noteSchema).default({}),
  /** By the reference of a node. */
  tags: z.record(refSchema, tagsSchema).default({}),
  /** What analysts know from elsewhere, by an id of its own: never in the graph, and read by no detector. */
  additions: z.record(keptIdSchema, additionSchema).default({}),
  /** What is drawn on it to explain it. */
  annotations: z.record(keptIdSchema, annotationSchema).default({}),
});
export type BoardContent = z.infer<typeof boardContentSchema>;

/** A board as a file that opens again. */
export const boardFileSchema = z.object({
  format: z.literal('skein-board'),
  title: titleSchema,
  /** What it was opened with, such as `cluster C-…`. */
  subject: z.string().max(50_000),
  saved: z.string().max(40),
  content: boardContentSchema,
});
export type BoardFile = z.infer<typeof boardFileSchema>;

/** Archived ones are in no list unless asked for; nothing is ever destroyed. */
export const caseStates = ['open', 'closed', 'archived'] as const;
export type CaseState = (typeof caseStates)[number];

export const caseWritingSchema = z.object({
  title: titleSchema,
  description: z.string().trim().max(20_000).default(''),
  tags: tagsSchema.default([]),
});

export const caseSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  state: z.enum(caseStates),
  created: z.string(),
  created_by: z.string(),
  changed: z.string(),
  changed_by: z.string(),
  boards: z.int(),
  members: caseMembersSchema,
  /** Counts its changes; a change may name the one that it rests on. */
  revision: z.int(),
  /** The case that it is joined into: it is closed to new work, until that is undone. */
  joined: z
    .object({
      into: z.string(),
      title: z.string(),
      as: z.enum(['duplicate', 'continuation']),
      why: z.string(),
      by: z.string(),
      at: z.string(),
    })
    .nullable(),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

export const boardSummarySchema = z.object({
  id: z.string(),
  case: z.string(),
  title: z.string(),
  /** Counts its saves. */
  revision: z.int(),
  archived: z.boolean(),
  created: z.string(),
  created_by: z.string(),
  changed: z.string(),
  by: z.string(),
  /** The id that whoever saved it last gave to that save. */
  save: z.string().nullable(),
  nodes: z.int(),
  relations: z.int(),
  notes: z.int(),
});
export type BoardSummary = z.infer<typeof boardSummarySchema>;

export const caseSchema = caseSummarySchema.extend({
  board_list: z.array(boardSummarySchema),
  /** The accounts on its boards, highest score first; at most 500. */
  accounts: z.array(graphNodeSchema),
  accounts_in_all: z.int(),
  /** The clusters of the latest run that any of those accounts is in, highest score first. */
  clusters: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      score: scoreSchema,
      accounts: z.int(),
      /** How many of them stand on the boards. */
      here: z.int(),
    }),
  ),
});
export type Case = z.infer<typeof caseSchema>;

export const keptBoardSchema = boardSummarySchema.extend({
  case_title: z.string(),
  /** Captions and scores are those of the graph as it is now. */
  content: boardContentSchema,
  /** What the board holds and the graph no longer does. */
  gone: z.object({ nodes: z.array(z.string()), relations: z.array(z.string()) }),
});
export type KeptBoard = z.infer<typeof keptBoardSchema>;

export const savedBoardSchema = z.object({
  revision: z.int(),
  changed: z.string(),
  by: z.string(),
  /** With who wrote each and when. */
  notes: z.record(z.string(), noteSchema),
  additions: z.record(z.string(), additionSchema).default({}),
});
export type SavedBoard = z.infer<typeof savedBoardSchema>;

export const boardRevisionSchema = z.object({
  revision: z.int(),
  at: z.string(),
  by: z.string(),
  nodes: z.int(),
  relations: z.int(),
  notes: z.int(),
});
export type BoardRevision = z.infer<typeof boardRevisionSchema>;

/** The latest revisions are all kept; of earlier ones the last of each stretch of time. */
export const historyRule = { latest: 20, minutes: 10, most: 500 } as const;

export const boardsInCase = 200;
