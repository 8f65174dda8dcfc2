import { z } from 'zod';
import { graphSchema } from '../answers.ts';
import { runSchema } from '../finding.ts';
import { runDiffSchema } from '../run-diff.ts';
import { listOf, none, page, type Route } from './route.ts';

export const runRoutes = {
  runs: {
    method: 'get',
    path: '/runs',
    about: 'Detection runs, latest first',
    shows: null,
    may: 'look',
    unseen: 'masked',
    params: none,
    query: z.object(page),
    answer: listOf(runSchema),
  },
  runDiff: {
    method: 'get',
    path: '/runs/{id}/diff',
    turn: 'dear',
    about: 'What is otherwise in a run than in an earlier one: clusters, findings, scores',
    shows: 'list',
    may: 'look',
    unseen: 'refused',
    params: z.object({ id: z.string() }),
    query: z.object({
      from: z.string().optional().meta({
        description:
          'the earlier run; when left out, the latest one before of mostly the same rules, or else the one before',
      }),
    }),
    answer: runDiffSchema,
  },
  changeGraph: {
    method: 'get',
    path: '/runs/{id}/diff/{cluster}/graph',
    turn: 'dear',
    about:
      'A cluster as it is in a run and was in an earlier one, in one graph: what joined and what left is marked',
    shows: 'cluster',
    may: 'look',
    unseen: 'refused',
    params: z.object({ id: z.string(), cluster: z.string() }),
    query: z.object({
      from: z.string().optional().meta({
        description:
          'the earlier run; when left out, the latest one before of mostly the same rules, or else the one before',
      }),
    }),
    answer: graphSchema,
  },
} as const satisfies Record<string, Route>;
