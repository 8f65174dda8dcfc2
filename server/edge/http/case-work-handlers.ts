import { z } from 'zod';
import type { caseWorkRoutes } from '../../../domain/api/case-work.ts';
import { caseCounts, caseHistory } from '../../decisions/cases/case-history.ts';
import {
  caseComments,
  commentCase,
  mentionsOfMe,
  readMentions,
  withdrawComment,
} from '../../decisions/cases/comment-store.ts';
import { casesAlike, joinCase, joinedCases, partCase } from '../../decisions/cases/joining.ts';
import { people } from '../../decisions/cases/people.ts';
import {
  caseTasks,
  changeTask,
  createTask,
  openTasks,
  tasksByPerson,
  type PlacedTask,
} from '../../decisions/cases/task-store.ts';
import { given } from './given.ts';
import { pageOf, readCursor } from './paging.ts';
import type { Handlers } from './served.ts';

/** What a list is ordered by, and an id. */
const placed = z.tuple([z.string(), z.string()]);

const dated = ({ at, id }: { at: string; id: string }) => ({ mark: '', after: [at, id] });

function pageOfTasks(found: readonly PlacedTask[], limit: number) {
  const page = pageOf(found, limit, ({ place, found: { id } }) => ({
    mark: '',
    after: [place, id],
  }));
  return { items: page.items.map((one) => one.found), next: page.next };
}

/** Comments, tasks and history of cases, and cases that join. */
export const caseWorkHandlers: Pick<Handlers, keyof typeof caseWorkRoutes> = {
  caseComments: async ({ database }, { params, query: { cursor, limit } }) => {
    const { after } = readCursor(cursor, placed);
    const { found, total } = await caseComments(database, params.case, after, limit + 1);
    return { ...pageOf(found, limit, dated), total };
  },

  commentCase: ({ database }, { params, body }) => commentCase(database, params.case, body),

  withdrawComment: ({ database }, { params, body }) =>
    withdrawComment(database, params.case, params.comment, body.why),

  caseTasks: async ({ database }, { params, query: { cursor, limit, state } }) => {
    const { after } = readCursor(cursor, placed);
    const page = { after, limit: limit + 1 };
    const { found, total } = await caseTasks(database, params.case, state, page);
    return { ...pageOfTasks(found, limit), total };
  },

  createTask: ({ database }, { params, body }) => createTask(database, params.case, body),

  changeTask: ({ database }, { params, body: { rests_on, ...change } }) =>
    changeTask(database, params, { ...given(change), rests_on }),

  caseCounts: ({ database, settings }, { params }) =>
    caseCounts(database, settings.home, params.case),

  caseHistory: async ({ database, settings }, { params, query: { cursor, limit, kind } }) => {
    const { after } = readCursor(cursor, placed);
    const { found, ...counted } = await caseHistory(
      { database, home: settings.home },
      params.case,
      { kind, after, limit: limit + 1 },
    );
    return { ...pageOf(found, limit, dated), ...counted };
  },

  casesAlike: async ({ database }, { params }) => ({
    items: await casesAlike(database, params.case),
  }),

  joinedCases: async ({ database }, { params }) => ({
    items: await joinedCases(database, params.case),
  }),

  joinCase: ({ database }, { params, body }) => joinCase(database, params.case, body),

  partCase: ({ database }, { params, body }) => partCase(database, params.case, body),

  tasks: async ({ database }, { query: { cursor, limit, whom } }) => {
    const { after } = readCursor(cursor, placed);
    const { found, total } = await openTasks(database, whom, { after, limit: limit + 1 });
    return { ...pageOfTasks(found, limit), total };
  },

  tasksByPerson: async ({ database }) => ({ items: await tasksByPerson(database) }),

  mentions: async ({ database }, { query: { cursor, limit } }) => {
    const { after } = readCursor(cursor, placed);
    const { found, ...counted } = await mentionsOfMe(database, after, limit + 1);
    return { ...pageOf(found, limit, ({ comment }) => dated(comment)), ...counted };
  },

  readMentions: ({ database }, { body }) => readMentions(database, body.comments),

  people: async ({ database }) => ({ items: await people(database) }),
};
