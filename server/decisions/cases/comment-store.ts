import { randomUUID } from 'node:crypto';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Comment, MentionOfMe } from '../../../domain/case-work.ts';
import { mentionsIn } from '../../../domain/mentions.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ConflictError, NotFoundError } from '../../platform/problems.ts';
import { familyOf } from './family.ts';
import { holdForWork, stamp } from './held-case.ts';
import { membersOf, reader } from './members.ts';
import { people } from './people.ts';

const text = messages.caseProblems;

/** Where a page of a list begins: when the last one before was written, and its id. */
type After = readonly [string, string] | null;

/** Latest first, and how many there are in all. */
export async function caseComments(
  database: Database,
  caseId: string,
  after: After,
  limit: number,
): Promise<{ found: Comment[]; total: number }> {
  const cases = await familyOf(database, caseId);
  const [rows, counted] = await Promise.all([
    database.read<{ found: Comment }>(loadQuery('cases/comments'), { cases, after, limit }),
    database.read<{ total: number }>(loadQuery('cases/comment_count'), { cases }),
  ]);
  return { found: rows.map(({ found }) => found), total: counted[0]!.total };
}

/** Throws NotFoundError. */
async function commentById(database: Database, caseId: string, id: string): Promise<Comment> {
  const [row] = await database.read<{ found: Comment }>(loadQuery('cases/comment'), {
    case: caseId,
    id,
  });
  if (!row) throw new NotFoundError(text.noComment(id));
  return row.found;
}

/** Writes a comment, and finds whom it names; the same id again changes nothing. */
export async function commentCase(
  database: Database,
  caseId: string,
  { id = randomUUID(), text: written }: { id?: string | undefined; text: string },
): Promise<Comment> {
  const members = await membersOf({ run: (query, params) => database.read(query, params) }, caseId);
  const names = members ?? (await people(database)).map(({ name }) => name);
  const mentions = [...new Set(mentionsIn(written, names).map(({ name }) => name))];
  const { by, now } = stamp();
  await database.transaction(async (tx) => {
    await holdForWork(tx, caseId);
    const [made] = await tx.run<{ case: string; made: boolean }>(
      loadQuery('cases/create_comment'),
      { case: caseId, id, text: written, mentions, by, now },
    );
    if (made?.case !== caseId) throw new ConflictError(text.idInUse(id));
    if (made.made) await tx.run(loadQuery('cases/touch_case'), { case: caseId, by, now });
  });
  return commentById(database, caseId, id);
}

/** Strikes it. Throws NotFoundError, ConflictError when it was struck before. */
export async function withdrawComment(
  database: Database,
  caseId: string,
  id: string,
  why: string,
): Promise<Comment> {
  const known = await commentById(database, caseId, id);
  const { by, now } = stamp();
  await database.transaction(async (tx) => {
    await holdForWork(tx, caseId);
    const asked = { case: caseId, id, why, by, now };
    const struck = await tx.run(loadQuery('cases/withdraw_comment'), asked);
    if (struck.length === 0)
      throw new ConflictError(
        text.withdrawnBefore(known.withdrawn?.by ?? null, known.withdrawn?.at ?? null),
      );
    await tx.run(loadQuery('cases/touch_case'), { case: caseId, by, now });
  });
  return commentById(database, caseId, id);
}

/** Of whoever asks, latest first. */
export async function mentionsOfMe(
  database: Database,
  after: After,
  limit: number,
): Promise<{ found: MentionOfMe[]; total: number; unread: number }> {
  const who = actor();
  const [found, counted] = await Promise.all([
    database.read<MentionOfMe>(loadQuery('cases/mentions'), {
      ...{ who, after, limit, reader: reader() },
    }),
    countMentions(database),
  ]);
  return { found, ...counted };
}

async function countMentions(database: Database): Promise<{ total: number; unread: number }> {
  const [row] = await database.read<{ total: number; unread: number }>(
    loadQuery('cases/mention_count'),
    { who: actor(), reader: reader() },
  );
  return row!;
}

/** Marks them as opened by whoever asks; says how many are left. */
export async function readMentions(
  database: Database,
  comments: readonly string[],
): Promise<{ unread: number }> {
  const now = new Date().toISOString();
  await database.write(loadQuery('cases/read_mentions'), { comments, who: actor(), now });
  const { unread } = await countMentions(database);
  return { unread };
}
