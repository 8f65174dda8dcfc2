import { z } from 'zod';
import {
  auditCheckSchema,
  auditEntrySchema,
  auditFileTypes,
  auditFilter,
  auditFormats,
} from '../audit.ts';
import { listOf, none, page, type Route } from './route.ts';

/** Who did what: the custody logs of all homes of the database, as one. To look through them is itself recorded. */
export const auditRoutes = {
  auditEntries: {
    method: 'get',
    path: '/audit/entries',
    about:
      'What was done, the latest first: sign-ins, what was seen, asked, exported, decided, changed, by person',
    shows: 'audit',
    may: 'audit',
    unseen: 'masked',
    params: none,
    query: z.object({ ...page, ...auditFilter }),
    answer: listOf(auditEntrySchema),
  },
  auditEntry: {
    method: 'get',
    path: '/audit/entries/{number}',
    about: 'One entry, by its number in the chain of all homes',
    shows: 'audit',
    may: 'audit',
    unseen: 'masked',
    params: z.object({ number: z.coerce.number().int().min(1) }),
    query: none,
    answer: auditEntrySchema,
  },
  auditPeople: {
    method: 'get',
    path: '/audit/people',
    about: 'Who acted, by name: to choose from',
    shows: null,
    may: 'audit',
    unseen: { plain: 'the names of those who work here' },
    params: none,
    query: none,
    answer: z.object({ items: z.array(z.object({ name: z.string() })) }),
  },
  auditCheck: {
    method: 'get',
    path: '/audit/check',
    turn: 'dear',
    about:
      'Whether the chain holds: every entry and every link, in the database and in this home, and all that it was anchored by; reads all of it',
    shows: null,
    may: 'audit',
    unseen: { plain: 'hashes, times and counts' },
    params: none,
    query: none,
    answer: auditCheckSchema,
  },
  auditFile: {
    method: 'post',
    path: '/audit/file',
    turn: 'dear',
    about: 'The entries that are asked for as a file; which is recorded before the first byte',
    shows: null,
    may: 'audit',
    unseen: 'refused',
    quota: 'exports',
    params: none,
    query: z.object({ format: z.enum(auditFormats) }),
    body: z.object(auditFilter),
    answer: null,
    mediaType: Object.values(auditFileTypes),
  },
} as const satisfies Record<string, Route>;
