/** Queries that a person writes or saves, and the program's own behind an answer. */
import { z } from 'zod';
import { graphSchema } from '../answers.ts';
import {
  askedQuerySchema,
  mostRows,
  mostSeconds,
  queryCheckSchema,
  queryDraftSchema,
  queryResultSchema,
  ranQuerySchema,
  savedQuerySchema,
  usualRows,
  usualSeconds,
} from '../query.ts';
import { listOf, none, selectionBytes, type Route } from './route.ts';

const id = z.object({ id: z.string() });
const runId = z.object({ id: z.string().regex(/^[\w-]{8,64}$/) });

const askedAddress = z
  .string()
  .regex(/^\/(?!\/)/)
  .max(4_000)
  .meta({ description: 'path and query below /api/v1, such as /nodes/account:a17/expand' });
const ranQueries = z.object({ items: z.array(ranQuerySchema) });

/** Of a body: far more than a query and its values take. */
const mostBytes = 2_000_000;

const limits = {
  rows: z.int().min(1).max(mostRows).default(usualRows),
  seconds: z.int().min(1).max(mostSeconds).default(usualSeconds),
};

export const queryRoutes = {
  checkQuery: {
    method: 'post',
    path: '/query/check',
    turn: 'own',
    about: 'Whether a query would run, and what is wrong with it; it is explained and not run',
    shows: null,
    may: 'work',
    unseen: 'refused',
    quota: { none: 'it is explained and not run, at each pause in typing' },
    params: none,
    query: none,
    body: askedQuerySchema,
    mostBytes,
    answer: queryCheckSchema,
  },
  runQuery: {
    method: 'post',
    path: '/query/runs/{id}',
    turn: 'asked',
    about: 'Runs a query that only reads; whoever asks names the run, by which it can be ended',
    shows: 'query',
    may: 'work',
    unseen: 'refused',
    quota: 'queries',
    params: runId,
    query: none,
    body: askedQuerySchema.extend(limits),
    mostBytes,
    answer: queryResultSchema,
  },
  endQuery: {
    method: 'delete',
    path: '/query/runs/{id}',
    turn: 'own',
    about: 'Ends a query that runs, at whichever server of the database',
    shows: null,
    may: 'work',
    unseen: 'refused',
    params: runId,
    query: none,
    answer: z.object({ ended: z.literal(true) }),
  },
  queryGraph: {
    method: 'post',
    path: '/query/graph',
    about: 'The nodes and relations in the result of a query, and the relations among them',
    shows: 'query',
    may: 'work',
    unseen: 'refused',
    turn: 'asked',
    quota: 'queries',
    params: none,
    query: none,
    body: askedQuerySchema.extend(limits),
    mostBytes,
    answer: graphSchema,
  },
  savedQueries: {
    method: 'get',
    path: '/queries',
    about: 'Saved queries that hold all the words of `q`, by title',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: none,
    query: z.object({ q: z.string().max(200).default('') }),
    answer: listOf(savedQuerySchema),
  },
  savedQuery: {
    method: 'get',
    path: '/queries/{id}',
    about: 'A saved query',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: id,
    query: none,
    answer: savedQuerySchema,
  },
  saveQuery: {
    method: 'post',
    path: '/queries',
    about: 'Saves a new query, if it would run',
    shows: null,
    may: 'work',
    unseen: 'refused',
    quota: { none: 'it is explained and kept, and not run' },
    params: none,
    query: none,
    body: queryDraftSchema,
    mostBytes,
    answer: savedQuerySchema,
  },
  changeQuery: {
    method: 'put',
    path: '/queries/{id}',
    about: 'Changes a saved query that nobody has changed since `changed`',
    shows: null,
    may: 'work',
    unseen: 'refused',
    quota: { none: 'it is explained and kept, and not run' },
    params: id,
    query: none,
    body: queryDraftSchema.extend({ changed: z.string() }),
    mostBytes,
    answer: savedQuerySchema,
  },
  deleteQuery: {
    method: 'delete',
    path: '/queries/{id}',
    about: 'Deletes a saved query',
    shows: null,
    may: 'work',
    unseen: 'refused',
    params: id,
    query: none,
    answer: z.object({ deleted: z.literal(true) }),
  },
  asked: {
    method: 'get',
    path: '/asked',
    // It waits for the turn of what it asks, and takes none while it does.
    turn: 'own',
    about: 'The queries that answer another address of this API, word for word, by asking it again',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: none,
    query: z.object({ of: askedAddress }),
    answer: ranQueries,
  },
  askedByBody: {
    method: 'post',
    path: '/asked',
    turn: 'own',
    about: 'As GET, of an address that is asked by a body and changes nothing',
    shows: null,
    may: 'look',
    unseen: 'refused',
    mostBytes: selectionBytes,
    params: none,
    query: none,
    body: z.object({ of: askedAddress, body: z.record(z.string(), z.unknown()) }),
    answer: ranQueries,
  },
} as const satisfies Record<string, Route>;
