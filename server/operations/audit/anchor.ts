/** Puts the end of the chain where nobody who writes here can change it: to a timestamp authority, into a file, by mail. */
import { createTransport } from 'nodemailer';
import { randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { loadQuery } from '../../../cypher/load-query.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { actor } from '../../platform/access/actor.ts';
import { NotFoundError, UnavailableError, UsageError } from '../../platform/problems.ts';
import { usualAnchors } from '../../platform/settings/anchor-settings.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { anchored as anchoredDraft } from '../../trust/custody/audit-acts.ts';
import { writeDurably } from '../../trust/custody/files.ts';
import { append } from '../../trust/custody/log.ts';
import { requestTimestamp } from '../../trust/timestamp/request.ts';
import { transportOptions } from '../delivery/email.ts';
import { reasonOf } from '../delivery/sending.ts';
import { anchorLine, signedStatement, statementBytes, type AnchorStatement } from './statement.ts';
import { logOf, witness } from './witness.ts';

const says = messages.audit.anchor;
const mailPatienceMs = 30_000;

export type Anchoring = Pick<Settings, 'home' | 'timestamps' | 'anchors' | 'delivery'>;

/** An anchor as the database keeps it. */
export interface KeptAnchor {
  id: string;
  count: number;
  hash: string;
  at: string;
  by: string;
  /** The home that made it, by its log. */
  log: string;
  /** A line as `anchorLine` writes it. */
  line: string;
  timestamp: boolean;
  file: boolean;
  mail: number;
}

/** Whether the settings name any place. */
export function canAnchor({ timestamps, anchors = usualAnchors }: Anchoring): boolean {
  return timestamps.authority !== null || anchors.file !== null || anchors.mail.length > 0;
}

/**
 * Throws UsageError where no place is set, NotFoundError while nothing is recorded, UnavailableError where none of the places
 * took it. Where some did not, `failed` says why, and what was taken counts.
 */
export async function anchor(
  database: Database,
  settings: Anchoring,
  now: Date,
): Promise<{ kept: KeptAnchor; failed: string[] }> {
  const { home, timestamps, anchors = usualAnchors } = settings;
  if (!canAnchor(settings)) throw new UsageError(says.nowhere);
  if (anchors.file?.startsWith(resolve(home) + sep))
    throw new UsageError(says.inside(anchors.file));
  const { departed } = await witness(database, home);
  if (departed) throw new UnavailableError(departed.detail);
  const [end] = await database.read<{ count: number; hash: string }>(loadQuery('audit/chain'));
  const [mark] = await database.read<{ database: string }>(loadQuery('audit/database'));
  if (!end || !mark) throw new NotFoundError(says.nothing);
  const statement = await signedStatement(home, {
    ...{ database: mark.database, count: end.count, hash: end.hash, at: now.toISOString() },
  });
  const failed: string[] = [];
  const tried = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      failed.push(reasonOf(error));
      return null;
    }
  };
  const { authority } = timestamps;
  const token =
    authority === null
      ? null
      : await tried(() => requestTimestamp(authority, statementBytes(statement)));
  const timestamp = token && Buffer.from(token).toString('base64');
  const line = anchorLine({ statement, timestamp });
  const { file } = anchors;
  const inFile = file !== null && (await tried(() => addLine(file, line))) !== null;
  const mailed = anchors.mail.length > 0 && (await tried(() => mail(settings, statement, line)));
  if (!timestamp && !inFile && !mailed) throw new UnavailableError(says.failed(failed));
  const kept: KeptAnchor = {
    ...{ id: randomUUID(), count: end.count, hash: end.hash, at: statement.at, by: actor() },
    ...{ log: (await logOf(home)) ?? '', line, timestamp: timestamp !== null },
    ...{ file: inFile, mail: mailed ? anchors.mail.length : 0 },
  };
  await database.write(loadQuery('audit/keep_anchor'), { anchor: kept });
  await append(home, anchoredDraft(kept));
  return { kept, failed };
}

async function addLine(file: string, line: string): Promise<true> {
  await mkdir(dirname(file), { recursive: true });
  await writeDurably(file, line, 'a');
  return true;
}

async function mail(
  { delivery, anchors = usualAnchors }: Anchoring,
  { count, at, hash }: AnchorStatement,
  line: string,
): Promise<true> {
  const { smtp, from } = delivery;
  if (!smtp) throw new UsageError(messages.audit.settings.noMailServer);
  const authorities = smtp.authorities && (await readFile(smtp.authorities, 'utf8'));
  const transport = createTransport(transportOptions(smtp, authorities, mailPatienceMs));
  try {
    await transport.sendMail({
      ...{ from, to: [...anchors.mail], subject: says.subject(count, at.slice(0, 10)) },
      text: says.body(count, hash, at),
      // As a file of its own: lines of a text may be broken on their way.
      attachments: [{ filename: 'anchor.ndjson', content: line, contentType: 'text/plain' }],
    });
    return true;
  } finally {
    transport.close();
  }
}
