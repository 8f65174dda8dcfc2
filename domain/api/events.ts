import { z } from 'zod';
import {
  eventsAnswerSchema,
  eventsSchema,
  idempotencyKeySchema,
  mostEventBytes,
  mostEventRows,
} from '../events.ts';
import { none, type Route } from './route.ts';

/** Data that come as they happen. */
export const eventRoutes = {
  sendEvents: {
    method: 'post',
    path: '/events',
    about: `Takes a batch of rows of the contract's files, at most ${mostEventRows.toLocaleString('en')} and ${mostEventBytes / 1_000_000} MB; as JSON, or with the type application/x-ndjson a row a line. Rows that cannot be stored are told of, the others are stored. The same key and rows again are answered alike and stored once. While too many batches wait it answers 429, and while a load or a run works on the graph 503, with Retry-After`,
    shows: null,
    may: 'lead',
    unseen: { plain: 'counts, and what the sender sent' },
    params: none,
    query: none,
    headers: z.object({ 'idempotency-key': idempotencyKeySchema }),
    body: eventsSchema,
    lines: 'rows',
    mostBytes: mostEventBytes,
    answer: eventsAnswerSchema,
  },
} as const satisfies Record<string, Route>;
