import type { trialRoutes } from '../../../domain/api/trials.ts';
import { actor } from '../../platform/access/actor.ts';
import {
  parameterHistory,
  activateParameters,
  type By,
} from '../../decisions/trial/activate-parameters.ts';
import { activateWeights } from '../../decisions/trial/activate-weights.ts';
import { activeRevisions } from '../../detection/parameters/revision-store.ts';
import { rankingInfo } from '../../detection/parameters/tunable.ts';
import { weightRevisions } from '../../detection/weights/weights-in-force.ts';
import { listTrials, trialById } from '../../decisions/trial/trial-store.ts';
import { pageOf, readCursor } from './paging.ts';
import type { Handlers, Served } from './served.ts';

function acting({ settings }: Served): By {
  return { home: settings.home, by: actor(), now: new Date().toISOString() };
}

/** Parameters of detectors in force, and trials of others. */
export const trialHandlers: Pick<Handlers, keyof typeof trialRoutes> = {
  ranking: () => Promise.resolve(rankingInfo()),

  parametersInForce: async ({ database }) => ({
    items: [...(await activeRevisions(database)).values()],
    next: null,
  }),

  parameterHistory: async ({ database }, { params }) => ({
    items: await parameterHistory(database, params.detector),
    next: null,
  }),

  putInForce: (served, { params, body }) =>
    activateParameters(served.database, acting(served), params.detector, body),

  weightHistory: async ({ database }) => ({ items: await weightRevisions(database), next: null }),

  putWeights: (served, { body }) => activateWeights(served.database, acting(served), body),

  trials: async ({ database }, { query: { cursor, limit } }) => {
    const { mark } = readCursor(cursor);
    const found = await listTrials(database, limit + 1, mark || null);
    return pageOf(found, limit, (last) => ({ mark: last.id, after: null }));
  },

  beginTrial: (served, { body }) => served.trials.begin(served.database, acting(served), body),

  trial: ({ database, trials }, { params, query: { wait } }) =>
    wait ? trials.awaited(database, params.trial) : trialById(database, params.trial),
};
