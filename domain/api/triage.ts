import { z } from 'zod';
import {
  historyEntrySchema,
  me,
  mostAtOnce,
  saidSchema,
  triageChangeSchema,
  triageItemSchema,
  triageKinds,
  triageStates,
} from '../disposition.ts';
import { listOf, none, page, type Route } from './route.ts';

const one = z.object({
  id: z.string().meta({ description: 'of a finding, a cluster or a disposition' }),
});

export const triageOrders = ['score', 'due', 'changed'] as const;

/** The queue of findings and clusters, and what people decide of them. */
export const triageRoutes = {
  triage: {
    method: 'get',
    path: '/triage',
    about: 'Findings and clusters of the latest run and what was decided of them',
    params: none,
    query: z.object({
      ...page,
      state: z
        .enum([...triageStates, 'open'])
        .optional()
        .meta({ description: '`open`: new or in review' }),
      kind: z.enum(triageKinds).optional(),
      assignee: z
        .string()
        .min(1)
        .optional()
        .meta({ description: `${me} is whoever asks` }),
      due: z.iso.date().optional().meta({ description: 'due on that day or before' }),
      news: z.enum(['true']).optional().meta({ description: 'only what new evidence is about' }),
      text: z.string().trim().min(1).max(200).optional(),
      sort: z.enum(triageOrders).default('score'),
    }),
    answer: listOf(triageItemSchema),
  },
  triageItem: {
    method: 'get',
    path: '/triage/{id}',
    about: 'One finding or cluster of the queue, with the history of what was decided',
    params: one,
    query: none,
    answer: triageItemSchema.extend({ history: z.array(historyEntrySchema) }),
  },
  changeTriage: {
    method: 'post',
    path: '/triage',
    about:
      'Changes items, all or none; answers 409 when one was changed since the revision it names, or may not become that',
    params: none,
    query: none,
    body: z.object({
      items: z
        .array(z.object({ id: z.string(), rests_on: z.int().min(0) }))
        .min(1)
        .max(mostAtOnce),
      change: triageChangeSchema,
    }),
    answer: z.object({ items: z.array(triageItemSchema) }),
  },
  commentTriage: {
    method: 'post',
    path: '/triage/{id}/comments',
    about: 'Adds a comment to the history of an item',
    params: one,
    query: none,
    body: z.object({ text: saidSchema }),
    answer: historyEntrySchema,
  },
} as const satisfies Record<string, Route>;
