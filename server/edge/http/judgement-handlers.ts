import { parseRef } from '../../../domain/schema/graph.ts';
import { nodeTypeNames } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import { judgementsAmong, listJudgements } from '../../decisions/judge/judgement-store.ts';
import { recordJudgement, withdrawJudgement } from '../../decisions/judge/record.ts';
import { UsageError } from '../../platform/problems.ts';
import { pageOf, readCursor } from './paging.ts';
import type { Handlers } from './served.ts';

export const judgementHandlers = {
  judgements: async ({ database }, { query: { cursor, limit, subject, relation } }) => {
    const { mark } = readCursor(cursor);
    const node = subject === undefined ? undefined : parseRef(subject);
    if (node === null)
      throw new UsageError(messages.http.badRequest, [
        { where: 'query.subject', problem: messages.http.badRef(nodeTypeNames) },
      ]);
    const filter = { node, relation };
    const found = await listJudgements(database, filter, limit + 1, mark || null);
    return pageOf(found, limit, (last) => ({ mark: last.id, after: null }));
  },

  recordJudgement: ({ database, settings }, { body }) =>
    recordJudgement(database, settings.home, body),

  withdrawJudgement: ({ database, settings }, { params, body }) =>
    withdrawJudgement(database, settings.home, params.id, body.why),

  judgementsAmong: async ({ database }, { body }) => ({
    items: await judgementsAmong(database, body.nodes),
  }),
} satisfies Partial<Handlers>;
