import { z } from 'zod';
import { rankingInfoSchema } from '../answers.ts';
import { weighingSchema, weightRevisionSchema } from '../calibration.ts';
import { parameterRevisionSchema, puttingInForceSchema } from '../parameters.ts';
import { trialSchema, trialSummarySchema, tryingSchema } from '../trial.ts';
import { listOf, none, page, type Route } from './route.ts';

const ofDetector = z.object({
  detector: z
    .string()
    .meta({ description: 'id of a detector, or `ranking` for the order of clusters' }),
});

/** Of a body: a query each in the place of many detectors' own. */
const trialBytes = 4_000_000;

/** Parameters of detectors and of the order of clusters, and weights of scores: what is in force, and what others would change. */
export const trialRoutes = {
  ranking: {
    method: 'get',
    path: '/ranking',
    about:
      'By what clusters are ordered: the weights of likelihood and of what is at stake, as declared; they are changed as those of a detector are, under the id `ranking`',
    shows: null,
    may: 'look',
    unseen: { plain: 'as shipped' },
    params: none,
    query: none,
    answer: rankingInfoSchema,
  },
  parametersInForce: {
    method: 'get',
    path: '/parameters',
    about:
      'What is in force of each detector whose parameters were ever changed; of the others what is declared is',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: none,
    query: none,
    answer: listOf(parameterRevisionSchema),
  },
  parameterHistory: {
    method: 'get',
    path: '/detectors/{detector}/parameters',
    about: 'Every change of a detector’s parameters, the one in force first',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: ofDetector,
    query: none,
    answer: listOf(parameterRevisionSchema),
  },
  putInForce: {
    method: 'put',
    path: '/detectors/{detector}/parameters',
    about:
      'Puts values in force from the next run on; answers 409 when another has changed them since the revision that this rests on',
    shows: null,
    may: 'lead',
    unseen: 'refused',
    params: ofDetector,
    query: none,
    body: puttingInForceSchema,
    answer: parameterRevisionSchema,
  },
  weightHistory: {
    method: 'get',
    path: '/weights',
    about: 'Every change of the weights that scores are made of, the one in force first',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: none,
    query: none,
    answer: listOf(weightRevisionSchema),
  },
  putWeights: {
    method: 'put',
    path: '/weights',
    about:
      'Puts the weights that somebody else’s trial estimated in force from the next run on, or brings back earlier ones; answers 409 for one’s own trial, and when another has changed them since the revision that this rests on',
    shows: null,
    may: 'lead',
    unseen: 'refused',
    params: none,
    query: none,
    body: weighingSchema,
    answer: weightRevisionSchema,
  },
  trials: {
    method: 'get',
    path: '/trials',
    about: 'Trials, latest first, without their results',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: none,
    query: z.object(page),
    answer: listOf(trialSummarySchema),
  },
  beginTrial: {
    method: 'post',
    path: '/trials',
    about:
      'Runs detectors with other parameters beside the latest run, which stays as it is; answers at once, while it runs',
    shows: null,
    may: 'work',
    unseen: 'refused',
    mostBytes: trialBytes,
    quota: 'queries',
    params: none,
    query: none,
    body: tryingSchema,
    answer: trialSchema,
  },
  trial: {
    method: 'get',
    path: '/trials/{trial}',
    turn: 'own',
    about:
      'A trial, and once it is done what would change: found, lost, and what was decided of it',
    shows: 'list',
    may: 'look',
    unseen: 'refused',
    params: z.object({ trial: z.string() }),
    query: z.object({
      wait: z
        .enum(['true'])
        .optional()
        .meta({ description: 'answers once it has ended, or after 20 seconds' }),
    }),
    answer: trialSchema,
  },
} as const satisfies Record<string, Route>;
