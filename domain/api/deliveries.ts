/** What was and is to be sent: deliveries of reports. */
import { z } from 'zod';
import { allowListSchema } from '../allowed.ts';
import { deliverySchema, deliveryStates, recipientSchema } from '../input/delivery.ts';
import { listOf, none, page, type Route } from './route.ts';

const id = z.object({ id: z.string() });

export const deliveryRoutes = {
  deliveries: {
    method: 'get',
    path: '/deliveries',
    about:
      'Deliveries of reports, newest first: those that came, those that wait, and those given up',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: none,
    query: z.object({
      ...page,
      state: z.enum(deliveryStates).optional(),
      run: z.string().max(200).optional(),
    }),
    answer: listOf(deliverySchema),
  },
  delivery: {
    method: 'get',
    path: '/deliveries/{id}',
    about: 'One delivery with every attempt',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: id,
    query: none,
    answer: deliverySchema,
  },
  retryDelivery: {
    method: 'post',
    path: '/deliveries/{id}/retry',
    about: 'Has a delivery that failed or was given up tried again at once; who asked is kept',
    shows: null,
    may: 'lead',
    unseen: 'refused',
    params: id,
    query: none,
    answer: deliverySchema,
  },
  allowed: {
    method: 'get',
    path: '/allowed',
    about: 'Where the operator lets reports go, and lets inboxes and feeds be',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: none,
    query: none,
    answer: allowListSchema,
  },
  tryRecipient: {
    method: 'post',
    path: '/delivery-trials',
    turn: 'own',
    about:
      'Sends a few words to a recipient that the operator allows, to see whether it can be reached; nothing is kept',
    shows: null,
    may: 'lead',
    unseen: 'refused',
    params: none,
    query: none,
    body: z.object({ recipient: recipientSchema }),
    answer: z.object({
      /** Null when they came. */
      error: z.string().nullable(),
    }),
  },
} as const satisfies Record<string, Route>;
