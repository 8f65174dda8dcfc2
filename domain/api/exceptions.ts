import { z } from 'zod';
import { saidSchema } from '../disposition.ts';
import { exceptingSchema, exceptionSchema } from '../exception.ts';
import { listOf, none, page, type Route } from './route.ts';

export const exceptionRoutes = {
  exceptions: {
    method: 'get',
    path: '/exceptions',
    about: 'What was made an exception, latest first, the expired and revoked too',
    shows: 'list',
    may: 'look',
    unseen: 'refused',
    params: none,
    query: z.object(page),
    answer: listOf(exceptionSchema),
  },
  makeException: {
    method: 'post',
    path: '/exceptions',
    about: 'Makes an exception, by which findings weigh less from the next run on, until a day',
    shows: null,
    may: 'lead',
    unseen: 'refused',
    params: none,
    query: none,
    body: exceptingSchema,
    answer: exceptionSchema,
  },
  revokeException: {
    method: 'post',
    path: '/exceptions/{id}/revocation',
    about: 'Revokes an exception, which stays in the list and weighs no more from the next run on',
    shows: null,
    may: 'lead',
    unseen: 'refused',
    params: z.object({ id: z.string() }),
    query: none,
    body: z.object({ why: saidSchema }),
    answer: exceptionSchema,
  },
} as const satisfies Record<string, Route>;
