import { randomUUID } from 'node:crypto';
import type { queryRoutes } from '../../../domain/api/queries.ts';
import { parametersSchema, type RanQuery } from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/index.ts';
import { recorded } from '../../graph/neo4j/recording.ts';
import { NotFoundError } from '../../platform/problems.ts';
import { foundGraph } from '../../explore/query/found-graph.ts';
import { examine } from '../../explore/query/guard.ts';
import { endRun, runQuery } from '../../explore/query/run.ts';
import {
  changeQuery,
  deleteQuery,
  savedQueries,
  savedQuery,
  saveQuery,
} from '../../explore/query/saved.ts';
import { refuseWatched } from '../../decisions/watched/watch.ts';
import { ReadyJson } from './ready-json.ts';
import type { Handlers } from './served.ts';
import { whenGone } from './when-gone.ts';

export const queryHandlers: Pick<Handlers, keyof typeof queryRoutes> = {
  checkQuery: async ({ database }, { body }) =>
    (await examine(database, body.text, body.parameters)).check,

  runQuery: async ({ database }, { params, body }, response) =>
    new ReadyJson((await runQuery(database, params.id, body, whenGone(response))).json),

  endQuery: async ({ database }, { params }) => {
    if (!(await endRun(database, params.id)))
      throw new NotFoundError(messages.queries.noRun(params.id));
    return { ended: true };
  },

  queryGraph: async ({ database }, { body }, response) => {
    const { found } = await runQuery(database, randomUUID(), body, whenGone(response));
    return foundGraph(database, found);
  },

  savedQueries: async ({ database }, { query }) => ({
    items: await savedQueries(database, query.q),
    next: null,
  }),

  savedQuery: ({ database }, { params }) => savedQuery(database, params.id),

  saveQuery: ({ database }, { body }) => saveQuery(database, body),

  changeQuery: ({ database }, { params, body: { changed, ...draft } }) =>
    changeQuery(database, params.id, draft, changed),

  deleteQuery: async ({ database }, { params }) => {
    await refuseWatched(database, params.id);
    await deleteQuery(database, params.id);
    return { deleted: true };
  },

  asked: async ({ ask }, { query }, response) => ({
    items: await ranQueries(() => ask(query.of, whenGone(response))),
  }),

  askedByBody: async ({ ask }, { body }, response) => ({
    items: await ranQueries(() => ask(body.of, whenGone(response), body.body)),
  }),
};

/** Every read that answering makes; one that is made several times is told once. */
async function ranQueries(answering: () => Promise<unknown>): Promise<RanQuery[]> {
  const reads = await recorded(answering);
  const told = reads.map(({ query, params, rows }) => ({
    text: query,
    parameters: parametersSchema.parse(params),
    rows,
  }));
  const same = ({ text, parameters }: RanQuery) => JSON.stringify([text, parameters]);
  return [...new Map(told.map((one) => [same(one), one])).values()];
}
