import { z } from 'zod';
import { judgementSchema, judgingSchema, whySchema } from '../judgement.ts';
import { listOf, none, page, selectionBytes, type Route } from './route.ts';

export const judgementRoutes = {
  judgements: {
    method: 'get',
    path: '/judgements',
    about: 'What analysts have judged, latest first, the withdrawn too',
    shows: 'list',
    may: 'look',
    unseen: 'refused',
    params: none,
    query: z.object({
      ...page,
      subject: z.string().optional().meta({ description: 'type:id of a node that is judged' }),
      relation: z.string().optional().meta({ description: 'key of an inferred relation' }),
    }),
    answer: listOf(judgementSchema),
  },
  recordJudgement: {
    method: 'post',
    path: '/judgements',
    about: 'Records a judgement; detection uses it from the next run on',
    shows: null,
    may: 'work',
    unseen: 'refused',
    params: none,
    query: none,
    body: judgingSchema,
    answer: judgementSchema,
  },
  withdrawJudgement: {
    method: 'post',
    path: '/judgements/{id}/withdrawal',
    about: 'Withdraws a judgement, which stays in the history; of an identity, this splits it',
    shows: null,
    may: 'work',
    unseen: 'refused',
    params: z.object({ id: z.string() }),
    query: none,
    body: z.object({ why: whySchema }),
    answer: judgementSchema,
  },
  judgementsAmong: {
    method: 'post',
    path: '/judgements/among',
    about: 'The judgements in force about what is on a canvas',
    shows: 'list',
    may: 'look',
    unseen: 'refused',
    mostBytes: selectionBytes,
    params: none,
    query: none,
    body: z.object({
      nodes: z.array(z.string()).max(50_000).meta({ description: 'type:id of each' }),
    }),
    answer: z.object({ items: z.array(judgementSchema) }),
  },
} as const satisfies Record<string, Route>;
