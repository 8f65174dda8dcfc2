import { z } from 'zod';
import {
  moneyFlowSchema,
  nodeValuesSchema,
  payoutsSchema,
  placeSchema,
  ratingsAmongSchema,
  viewOfAccountsSchema,
  workingWeeksSchema,
} from '../views.ts';
import { none, selectionBytes, type Route } from './route.ts';

/** What the views beside the graph ask. They only read; what they ask by is too long for an address. */
export const viewRoutes = {
  nodeValues: {
    method: 'post',
    reads: true,
    path: '/graph/nodes',
    about: 'Nodes by reference, with every filled column; those not in the graph are left out',
    shows: 'nodes',
    may: 'look',
    unseen: 'refused',
    mostBytes: selectionBytes,
    params: none,
    query: none,
    body: z.object({
      nodes: z.array(z.string()).max(50_000).meta({ description: 'type:id of each' }),
    }),
    answer: z.object({ items: z.array(nodeValuesSchema) }),
  },
  payouts: {
    method: 'post',
    reads: true,
    path: '/views/payouts',
    about: 'Which payment accounts these accounts use, and how many others use them too',
    shows: 'accounts',
    may: 'look',
    unseen: 'refused',
    params: none,
    query: none,
    body: viewOfAccountsSchema,
    answer: payoutsSchema,
  },
  ratingsAmong: {
    method: 'post',
    reads: true,
    path: '/views/ratings',
    about: 'Who of these accounts rated whom, when and how',
    shows: 'accounts',
    may: 'look',
    unseen: 'refused',
    params: none,
    query: none,
    body: viewOfAccountsSchema,
    answer: ratingsAmongSchema,
  },
  moneyFlow: {
    method: 'post',
    reads: true,
    path: '/views/flow',
    about: 'Where the money goes from the payment accounts of these accounts, step by step',
    shows: 'accounts',
    may: 'look',
    unseen: 'refused',
    params: none,
    query: none,
    body: viewOfAccountsSchema.extend({
      /** More payment accounts to start from, by id. */
      payment_accounts: z.array(z.string().min(1)).max(500).default([]),
      steps: z.int().min(1).max(8).default(4),
    }),
    answer: moneyFlowSchema,
  },
  workingWeeks: {
    method: 'post',
    reads: true,
    path: '/views/hours',
    about: 'At which hours of the week these accounts were at work, month by month, in UTC',
    shows: 'accounts',
    may: 'look',
    unseen: 'refused',
    params: none,
    query: none,
    body: viewOfAccountsSchema,
    answer: z.object({ items: z.array(workingWeeksSchema) }),
  },
  places: {
    method: 'post',
    reads: true,
    path: '/views/places',
    about: 'Where cities lie, in the order asked for',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: none,
    query: none,
    body: z.object({
      places: z
        .array(
          z.object({
            country: z.string().max(2),
            city: z.string().max(8_000).nullable().default(null),
          }),
        )
        .max(5_000),
    }),
    answer: z.object({ items: z.array(placeSchema) }),
  },
} as const satisfies Record<string, Route>;
