import { z } from 'zod';
import type { caseRoutes } from '../../../domain/api/cases.ts';
import {
  boardRevision,
  boardRevisions,
  boardSummary,
  changeBoard,
  createBoard,
  keptBoard,
  restoreBoard,
  saveBoard,
} from '../../decisions/cases/board-store.ts';
import { changeCase, createCase, listCases, wholeCase } from '../../decisions/cases/case-store.ts';
import { changeMembers } from '../../decisions/cases/change-members.ts';
import { given } from './given.ts';
import { pageOf, readCursor } from './paging.ts';
import type { Handlers } from './served.ts';

/** Cases, their boards, and what those were before. */
export const caseHandlers: Pick<Handlers, keyof typeof caseRoutes> = {
  cases: async ({ database }, { query: { cursor, limit, state } }) => {
    const { after } = readCursor(cursor, z.tuple([z.string(), z.string()]));
    const found = await listCases(database, { state, after, limit: limit + 1 });
    return pageOf(found, limit, ({ changed, id }) => ({ mark: '', after: [changed, id] }));
  },

  createCase: ({ database }, { body }) => createCase(database, body),

  case: ({ database }, { params }) => wholeCase(database, params.case),

  changeCase: ({ database }, { params, body }) => changeCase(database, params.case, given(body)),

  changeCaseMembers: ({ database }, { params, body }) => changeMembers(database, params.case, body),

  archiveCase: ({ database }, { params }) =>
    changeCase(database, params.case, { state: 'archived' }),

  createBoard: ({ database }, { params, body }) => createBoard(database, params.case, body),

  board: ({ database }, { params }) => keptBoard(database, params),

  saveBoard: ({ database }, { params, body }) =>
    saveBoard(database, params, body.content, body.rests_on, body.save ?? null),

  changeBoard: ({ database }, { params, body }) => changeBoard(database, params, given(body)),

  boardState: ({ database }, { params }) => boardSummary(database, params),

  boardRevisions: async ({ database }, { params }) => ({
    items: await boardRevisions(database, params),
    next: null,
  }),

  boardRevision: ({ database }, { params: { revision, ...place } }) =>
    boardRevision(database, place, revision),

  restoreBoard: ({ database }, { params, body }) => restoreBoard(database, params, body.revision),
};
