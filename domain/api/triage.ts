import { z } from 'zod';
import {
  dismissalReasons,
  historyEntrySchema,
  me,
  mostAtOnce,
  mostUndone,
  nobody,
  saidSchema,
  triageChangeSchema,
  triageItemSchema,
  triageKinds,
  triageStates,
} from '../disposition.ts';
import { queuedItemSchema } from '../queued-item.ts';
import { countedKinds, outcomes, type CountedKind } from '../numbers.ts';
import { periodQuery } from './numbers.ts';
import { countedListOf, none, page, type Route } from './route.ts';

const one = z.object({
  id: z.string().meta({ description: 'of a finding, a cluster or a disposition' }),
});

/** Items to be changed, each with the revision that whoever changes it has seen. */
const wantedItems = z.array(z.object({ id: z.string(), rests_on: z.int().min(0) })).min(1);

/** What of the decisions of a period a figure of `/numbers` counts; `triageCounted` says which goes with which. */
const countedQuery = {
  counted: z.enum(countedKinds).optional().meta({
    description:
      'what a figure of /numbers counts, latest decision first: `first` decisions; findings by their `own`; clusters through which findings of that detector are decided; whose `money` is counted',
  }),
  ...periodQuery,
  version: z.coerce.number().int().min(1).optional(),
  outcome: z.enum(outcomes).optional(),
  reason: z.enum(dismissalReasons).optional(),
  reopened: z.enum(['true']).optional(),
};

/** The parameters that go with each `counted`; without it only the filters of the queue do. */
export const triageCounted = {
  first: ['from', 'to', 'kind'],
  own: ['from', 'to', 'detector', 'version', 'outcome', 'reason', 'reopened'],
  cluster: ['from', 'to', 'detector', 'version', 'outcome'],
  money: ['from', 'to', 'kind'],
} as const satisfies Record<CountedKind, readonly string[]>;

/** What was decided, as a filter of what was found. */
export const stateFilter = z
  .enum([...triageStates, 'open'])
  .meta({ description: '`open`: new or in review' });

/** `doubt`: what is least settled first, so that an answer teaches most. */
export const triageOrders = ['score', 'doubt', 'due', 'changed'] as const;

/** The queue of findings and clusters, and what people decide of them. */
export const triageRoutes = {
  triage: {
    method: 'get',
    path: '/triage',
    about:
      'Findings and clusters of the latest run, and answers of watched patterns, and what was decided of them',
    shows: 'list',
    may: 'look',
    unseen: 'refused',
    params: none,
    query: z.object({
      ...page,
      state: stateFilter.optional(),
      kind: z.enum(triageKinds).optional(),
      assignee: z
        .string()
        .min(1)
        .optional()
        .meta({ description: `${me} is whoever asks, ${nobody} nobody` }),
      due: z.iso.date().optional().meta({ description: 'due on that day or before' }),
      news: z.enum(['true']).optional().meta({ description: 'only what new evidence is about' }),
      text: z.string().trim().min(1).max(200).optional(),
      proposed: z
        .enum(['true'])
        .optional()
        .meta({ description: 'only what waits for a second person to confirm it' }),
      opened_from: z.iso
        .date()
        .optional()
        .meta({ description: 'open, or open again, since that day or later' }),
      opened_to: z.iso.date().optional().meta({ description: 'or earlier' }),
      detector: z.string().min(1).max(200).optional(),
      cluster: z
        .string()
        .min(1)
        .max(200)
        .optional()
        .meta({ description: 'only the findings of that cluster' }),
      pattern: z
        .string()
        .min(1)
        .max(200)
        .optional()
        .meta({ description: 'only the answers of that watched pattern' }),
      findings: z.enum(['each', 'rolled']).default('each').meta({
        description:
          '`rolled`: without the findings of clusters that are in the list themselves; what a cluster holds, it says',
      }),
      ...countedQuery,
      sort: z.enum(triageOrders).default('score'),
    }),
    answer: countedListOf(queuedItemSchema),
  },
  triageItem: {
    method: 'get',
    path: '/triage/{id}',
    about: 'One finding or cluster of the queue, with the history of what was decided',
    shows: 'item',
    may: 'look',
    unseen: 'refused',
    params: one,
    query: none,
    answer: queuedItemSchema.extend({ history: z.array(historyEntrySchema) }),
  },
  changeTriage: {
    method: 'post',
    path: '/triage',
    about:
      'Changes items, all or none; answers 409 when one was changed since the revision it names, or may not become that',
    shows: null,
    may: 'work',
    unseen: 'refused',
    params: none,
    query: none,
    body: z.object({ items: wantedItems.max(mostAtOnce), change: triageChangeSchema }),
    answer: z.object({ items: z.array(triageItemSchema) }),
  },
  undoTriage: {
    method: 'post',
    path: '/triage-undo',
    about:
      'Takes back the last change of items, all or none, as they were before it; answers 409 unless it was the last one and by whoever asks',
    shows: null,
    may: 'work',
    unseen: 'refused',
    params: none,
    query: none,
    body: z.object({ items: wantedItems.max(mostUndone) }),
    answer: z.object({ items: z.array(triageItemSchema) }),
  },
  commentTriage: {
    method: 'post',
    path: '/triage/{id}/comments',
    about: 'Adds a comment to the history of an item',
    shows: null,
    may: 'work',
    unseen: 'refused',
    params: one,
    query: none,
    body: z.object({ text: saidSchema }),
    answer: historyEntrySchema,
  },
} as const satisfies Record<string, Route>;
