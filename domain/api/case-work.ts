import { z } from 'zod';
import { caseSummarySchema, keptIdSchema } from '../case.ts';
import {
  alikeSchema,
  caseCountsSchema,
  caseEntryKinds,
  caseEntrySchema,
  commentSchema,
  commentTextSchema,
  joinedCaseSchema,
  joiningSchema,
  mentionSchema,
  personSchema,
  taskSchema,
  taskStates,
  taskWritingSchema,
  waitingSchema,
  whyStruckSchema,
} from '../case-work.ts';
import { me, nobody } from '../disposition.ts';
import { countedListOf, none, page, type Route } from './route.ts';

const ofCase = z.object({ case: z.string() });
const ofTask = ofCase.extend({ task: z.string() });
const task = taskWritingSchema.shape;
const chosenId = keptIdSchema
  .optional()
  .meta({ description: 'Chosen by the caller, so that a retry makes no second one' });

/** Comments, tasks and history of a case, cases that join, and what of it is for whoever asks. */
export const caseWorkRoutes = {
  caseComments: {
    method: 'get',
    path: '/cases/{case}/comments',
    about: 'Comments on a case and on those joined into it, latest first; withdrawn ones too',
    shows: null,
    may: 'look',
    params: ofCase,
    query: z.object(page),
    answer: countedListOf(commentSchema),
  },
  commentCase: {
    method: 'post',
    path: '/cases/{case}/comments',
    about: 'Comments on a case; who is named in it as `@name` finds it among their mentions',
    shows: null,
    may: 'work',
    params: ofCase,
    query: none,
    body: z.object({ id: chosenId, text: commentTextSchema }),
    answer: commentSchema,
  },
  withdrawComment: {
    method: 'post',
    path: '/cases/{case}/comments/{comment}/withdraw',
    about: 'Strikes a comment, which stays with its text, with who, when and why',
    shows: null,
    may: 'work',
    params: ofCase.extend({ comment: z.string() }),
    query: none,
    body: z.object({ why: whyStruckSchema }),
    answer: commentSchema,
  },
  caseTasks: {
    method: 'get',
    path: '/cases/{case}/tasks',
    about:
      'Tasks of a case and of those joined into it: the open ones by their day, or those done, latest first',
    shows: null,
    may: 'look',
    params: ofCase,
    query: z.object({ ...page, state: z.enum(taskStates).default('open') }),
    answer: countedListOf(taskSchema),
  },
  createTask: {
    method: 'post',
    path: '/cases/{case}/tasks',
    about: 'Says what is to be done in a case, by whom, until when',
    shows: null,
    may: 'work',
    params: ofCase,
    query: none,
    body: taskWritingSchema.extend({ id: chosenId }),
    answer: taskSchema,
  },
  changeTask: {
    method: 'patch',
    path: '/cases/{case}/tasks/{task}',
    about:
      'Changes what is given of a task, says that it is done or opens it again; 409 when another has changed it since',
    shows: null,
    may: 'work',
    params: ofTask,
    query: none,
    body: z.object({
      rests_on: z.int().min(1),
      what: task.what.optional(),
      whom: task.whom.unwrap().optional(),
      due: task.due.unwrap().optional(),
      done: z.boolean().optional(),
    }),
    answer: taskSchema,
  },
  caseCounts: {
    method: 'get',
    path: '/cases/{case}/counts',
    about: 'How much there is of each on a case and on those joined into it',
    shows: null,
    may: 'look',
    params: ofCase,
    query: none,
    answer: caseCountsSchema,
  },
  caseHistory: {
    method: 'get',
    path: '/cases/{case}/history',
    about:
      'All that was done in a case and in those joined into it, latest first: boards, notes, comments, tasks, evidence exported, and decisions about accounts on its boards',
    shows: null,
    may: 'look',
    params: ofCase,
    query: z.object({ ...page, kind: z.enum(caseEntryKinds).optional() }),
    answer: countedListOf(caseEntrySchema).extend({
      counts: z
        .record(z.enum(caseEntryKinds), z.int())
        .meta({ description: 'of all entries, by kind' }),
    }),
  },
  casesAlike: {
    method: 'get',
    path: '/cases/{case}/alike',
    about:
      'Cases that may be about the same, at most 20: those whose boards hold accounts that are on this case’s too, or are in a cluster with them',
    shows: null,
    may: 'look',
    params: ofCase,
    query: none,
    answer: z.object({ items: z.array(alikeSchema) }),
  },
  joinedCases: {
    method: 'get',
    path: '/cases/{case}/joined',
    about: 'Cases that are joined into this one, with their boards',
    shows: null,
    may: 'look',
    params: ofCase,
    query: none,
    answer: z.object({ items: z.array(joinedCaseSchema) }),
  },
  joinCase: {
    method: 'post',
    path: '/cases/{case}/join',
    about:
      'Joins a case into another, as its duplicate or as what goes on there: all stays where it is, and is closed to new work',
    shows: null,
    may: 'work',
    params: ofCase,
    query: none,
    body: joiningSchema,
    answer: caseSummarySchema,
  },
  partCase: {
    method: 'post',
    path: '/cases/{case}/part',
    about: 'Undoes the joining of a case',
    shows: null,
    may: 'work',
    params: ofCase,
    query: none,
    body: joiningSchema.pick({ why: true, rests_on: true }),
    answer: caseSummarySchema,
  },
  tasks: {
    method: 'get',
    path: '/tasks',
    about: 'Open tasks of all cases that are not archived, by their day; of one person, or of all',
    shows: null,
    may: 'look',
    params: none,
    query: z.object({
      ...page,
      whom: z
        .string()
        .max(200)
        .optional()
        .meta({ description: `${me} is whoever asks, ${nobody} stands for nobody` }),
    }),
    answer: countedListOf(taskSchema),
  },
  tasksByPerson: {
    method: 'get',
    path: '/tasks/people',
    about: 'For whom open tasks wait, and how many are overdue; those with the most first',
    shows: null,
    may: 'look',
    params: none,
    query: none,
    answer: z.object({ items: z.array(waitingSchema) }),
  },
  mentions: {
    method: 'get',
    path: '/mentions',
    about: 'Comments that name whoever asks, latest first',
    shows: null,
    may: 'look',
    params: none,
    query: z.object(page),
    answer: countedListOf(mentionSchema).extend({
      unread: z.int().meta({ description: 'not opened yet, those withdrawn aside' }),
    }),
  },
  readMentions: {
    method: 'post',
    path: '/mentions/read',
    about: 'Marks comments that name whoever asks as read',
    shows: null,
    may: 'look',
    params: none,
    query: none,
    body: z.object({ comments: z.array(z.string().max(64)).min(1).max(500) }),
    answer: z.object({ unread: z.int() }),
  },
  people: {
    method: 'get',
    path: '/people',
    about: 'Who has acted in this Skein: whom a comment can name',
    shows: null,
    may: 'look',
    params: none,
    query: none,
    answer: z.object({ items: z.array(personSchema) }),
  },
} as const satisfies Record<string, Route>;
