/** The entries of all homes, as an auditor asks for them. */
import { z } from 'zod';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { auditFilter, AuditEntry } from '../../../domain/audit.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Entry } from '../../../verifier/custody-entry.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { NotFoundError } from '../../platform/problems.ts';
import { homeValues, type HomeValues } from './home-values.ts';
import type { AuditRecord } from './records.ts';
import { logOf } from './witness.ts';

export type AuditFilter = { [N in keyof typeof auditFilter]: z.output<(typeof auditFilter)[N]> };

/** So many are read at once for a file. */
const readAtOnce = 1_000;

/** Those with a number below `before`, the latest first. */
export async function auditEntries(
  database: Database,
  home: string,
  filter: Partial<AuditFilter>,
  before: number | null,
  limit: number,
): Promise<AuditEntry[]> {
  const [own, values] = await Promise.all([logOf(home), homeValues(home)]);
  const { act, by, since, until, thing, log, text } = filter;
  const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const rows = await database.read<{ entry: AuditRecord }>(loadQuery('audit/entries'), {
    before: before ?? Number.MAX_SAFE_INTEGER,
    ...{ act: act ?? null, by: by ?? null, log: log ?? null },
    ...{ since: since ?? null, until: until ?? null },
    home: own ?? '',
    thing: thing === undefined ? null : values.entriesAbout(thing),
    words: words.map((word) => ({ text: word, own: values.entriesWith(word) })),
    limit,
  });
  return rows.map(({ entry }) => shownEntry(entry, own, values));
}

/** All of them, the latest first, as of when it began. */
export async function* everyAuditEntry(
  database: Database,
  home: string,
  filter: Partial<AuditFilter>,
): AsyncGenerator<AuditEntry> {
  let before: number | null = null;
  for (;;) {
    const found: AuditEntry[] = await auditEntries(database, home, filter, before, readAtOnce);
    yield* found;
    if (found.length < readAtOnce) return;
    before = found.at(-1)!.number;
  }
}

/** Throws NotFoundError. */
export async function auditEntry(
  database: Database,
  home: string,
  number: number,
): Promise<AuditEntry> {
  const [found] = await database.read<{ entry: AuditRecord }>(loadQuery('audit/entry'), { number });
  if (!found) throw new NotFoundError(messages.audit.noEntry(number));
  return shownEntry(found.entry, await logOf(home), await homeValues(home));
}

export async function auditPeople(database: Database): Promise<{ name: string }[]> {
  return database.read<{ name: string }>(loadQuery('audit/people'));
}

function shownEntry(record: AuditRecord, own: string | null, values: HomeValues): AuditEntry {
  const { number, log, entry, hash, link } = record;
  const content = JSON.parse(record.content) as Entry;
  const { at, by, act } = content;
  const isOwn = log === own;
  return {
    ...{ number, log, own: isOwn, entry, at, by, act },
    ...values.shown(content, isOwn),
    ...{ hash, link },
  };
}
