import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { auditRoutes } from '../../../domain/api/audit.ts';
import { auditFileTypes } from '../../../domain/audit.ts';
import { messages } from '../../../domain/messages/index.ts';
import { auditFiles } from '../../operations/audit/audit-file.ts';
import { checkAnchored } from '../../operations/audit/check-anchored.ts';
import {
  auditEntries,
  auditEntry,
  auditPeople,
  everyAuditEntry,
} from '../../operations/audit/entries.ts';
import { witness } from '../../operations/audit/witness.ts';
import { auditExported } from '../../trust/custody/audit-acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import { pageOf, readCursor } from './paging.ts';
import type { Handlers } from './served.ts';

/** Who did what. What was recorded here until now is taken into the database first, so that it is seen. */
export const auditHandlers: Pick<Handlers, keyof typeof auditRoutes> = {
  auditEntries: async ({ database, settings }, { query: { cursor, limit, ...filter } }) => {
    const { after } = readCursor(cursor, z.tuple([z.number()]));
    await witness(database, settings.home);
    const before = after?.[0] ?? null;
    const found = await auditEntries(database, settings.home, filter, before, limit + 1);
    return pageOf(found, limit, ({ number }) => ({ mark: '', after: [number] }));
  },

  auditEntry: async ({ database, settings }, { params }) => {
    await witness(database, settings.home);
    return auditEntry(database, settings.home, params.number);
  },

  auditPeople: async ({ database, settings }) => {
    await witness(database, settings.home);
    return { items: await auditPeople(database) };
  },

  auditCheck: async ({ database, settings }) => checkAnchored(database, settings),

  auditFile: async ({ database, settings }, { query: { format }, body }, response) => {
    const { home } = settings;
    await witness(database, home);
    const { ending, write } = auditFiles[format];
    await recorded(home, auditExported(format, body), async () => {
      // In this order: the ending of the name would choose a type of its own.
      response
        .status(200)
        .attachment(`${messages.audit.fileName}${ending}`)
        .type(auditFileTypes[format]);
      await pipeline(Readable.from(write(everyAuditEntry(database, home, body))), response);
    });
  },
};
