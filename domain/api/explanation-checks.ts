import { z } from 'zod';
import { checkingSchema, explanationCheckSchema, explanationSchema } from '../explanation-check.ts';
import { saidSchema } from '../disposition.ts';
import { none, type Route } from './route.ts';

const item = z.object({
  id: z.string().meta({ description: 'of a finding, a cluster or a disposition' }),
});

/** The honest explanations of what is in the queue, and whether they were checked. */
export const explanationCheckRoutes = {
  explanations: {
    method: 'get',
    path: '/triage/{id}/explanations',
    about: 'The honest explanations of a finding or a cluster, each with how it was checked',
    shows: 'item',
    may: 'look',
    unseen: 'refused',
    params: item,
    query: none,
    answer: z.object({
      items: z.array(explanationSchema),
      checked: z.int().meta({ description: 'how many of them were checked' }),
    }),
  },
  checkExplanation: {
    method: 'post',
    path: '/triage/{id}/explanations',
    about: 'Records that an honest explanation was checked, how, and with which result',
    shows: null,
    may: 'work',
    unseen: 'refused',
    params: item,
    query: none,
    body: checkingSchema,
    answer: explanationCheckSchema,
  },
  withdrawExplanationCheck: {
    method: 'post',
    path: '/explanation-checks/{id}/withdrawal',
    about: 'Withdraws a check, which stays in the history; the one before it holds again',
    shows: null,
    may: 'work',
    unseen: 'refused',
    params: z.object({ id: z.string() }),
    query: none,
    body: z.object({ why: saidSchema }),
    answer: explanationCheckSchema,
  },
} as const satisfies Record<string, Route>;
