import { z } from 'zod';
import {
  boardContentSchema,
  boardRevisionSchema,
  boardSummarySchema,
  caseSchema,
  caseStates,
  caseSummarySchema,
  caseWritingSchema,
  keptBoardSchema,
  keptIdSchema,
  savedBoardSchema,
} from '../case.ts';
import { listOf, none, page, type Route } from './route.ts';

const ofCase = z.object({ case: z.string() });
const ofBoard = z.object({ case: z.string(), board: z.string() });
const written = caseWritingSchema.shape;
const title = written.title;
const chosenId = keptIdSchema
  .optional()
  .meta({ description: 'Chosen by the caller, so that a retry makes no second one' });

/** Cases, their boards, and what the boards were before. */
export const caseRoutes = {
  cases: {
    method: 'get',
    path: '/cases',
    about: 'Cases, those changed last first',
    shows: null,
    may: 'look',
    params: none,
    query: z.object({ ...page, state: z.enum(caseStates).optional() }),
    answer: listOf(caseSummarySchema),
  },
  createCase: {
    method: 'post',
    path: '/cases',
    about: 'Makes a case',
    shows: null,
    may: 'work',
    params: none,
    query: none,
    body: caseWritingSchema.extend({ id: chosenId }),
    answer: caseSummarySchema,
  },
  case: {
    method: 'get',
    path: '/cases/{case}',
    about: 'A case with its boards and the accounts on them',
    shows: null,
    may: 'look',
    params: ofCase,
    query: none,
    answer: caseSchema,
  },
  changeCase: {
    method: 'patch',
    path: '/cases/{case}',
    about: 'Changes what is given: title, description, tags or state',
    shows: null,
    may: 'work',
    params: ofCase,
    query: none,
    body: z.object({
      title: title.optional(),
      description: written.description.unwrap().optional(),
      tags: written.tags.unwrap().optional(),
      state: z.enum(caseStates).optional(),
      rests_on: z.int().min(1).optional().meta({
        description: 'The revision of the case that this rests on; 409 when it has another',
      }),
    }),
    answer: caseSummarySchema,
  },
  archiveCase: {
    method: 'delete',
    path: '/cases/{case}',
    about: 'Archives a case: no list shows it unless asked, and its state can be set back',
    shows: null,
    may: 'work',
    params: ofCase,
    query: none,
    answer: caseSummarySchema,
  },
  createBoard: {
    method: 'post',
    path: '/cases/{case}/boards',
    about: 'Keeps what is on a canvas as a board of a case',
    shows: null,
    may: 'work',
    params: ofCase,
    query: none,
    body: z.object({ id: chosenId, title, content: boardContentSchema }),
    answer: boardSummarySchema,
  },
  board: {
    method: 'get',
    path: '/cases/{case}/boards/{board}',
    about:
      'A board as it was left, with captions and scores of today, and what is gone from the graph',
    shows: 'board',
    may: 'look',
    params: ofBoard,
    query: none,
    answer: keptBoardSchema,
  },
  saveBoard: {
    method: 'put',
    path: '/cases/{case}/boards/{board}',
    about:
      'Saves a board; answers 409 when another has saved since the revision that this rests on',
    shows: null,
    may: 'work',
    params: ofBoard,
    query: none,
    body: z.object({
      rests_on: z.int().min(1),
      save: keptIdSchema.optional().meta({
        description: 'An id for this save, by which to know it again when its answer was lost',
      }),
      content: boardContentSchema,
    }),
    answer: savedBoardSchema,
  },
  changeBoard: {
    method: 'patch',
    path: '/cases/{case}/boards/{board}',
    about: 'Renames a board, archives it or brings it back',
    shows: null,
    may: 'work',
    params: ofBoard,
    query: none,
    body: z.object({ title: title.optional(), archived: z.boolean().optional() }),
    answer: boardSummarySchema,
  },
  boardState: {
    method: 'get',
    path: '/cases/{case}/boards/{board}/state',
    about: 'Which revision a board is at, asked often to learn of changes by others',
    shows: null,
    may: 'look',
    params: ofBoard,
    query: none,
    answer: boardSummarySchema,
  },
  boardRevisions: {
    method: 'get',
    path: '/cases/{case}/boards/{board}/revisions',
    about:
      'What a board was before, latest first: the last 20 saves, and of earlier ones the last of each ten minutes',
    shows: null,
    may: 'look',
    params: ofBoard,
    query: none,
    answer: listOf(boardRevisionSchema),
  },
  boardRevision: {
    method: 'get',
    path: '/cases/{case}/boards/{board}/revisions/{revision}',
    about: 'A board as it was at a revision',
    shows: 'board',
    may: 'look',
    params: ofBoard.extend({ revision: z.coerce.number().int().min(1) }),
    query: none,
    answer: boardRevisionSchema.extend({ content: boardContentSchema }),
  },
  restoreBoard: {
    method: 'post',
    path: '/cases/{case}/boards/{board}/restore',
    about: 'Makes an earlier revision the newest; what it replaces stays in the history',
    shows: null,
    may: 'work',
    params: ofBoard,
    query: none,
    body: z.object({ revision: z.int().min(1) }),
    answer: savedBoardSchema,
  },
} as const satisfies Record<string, Route>;
