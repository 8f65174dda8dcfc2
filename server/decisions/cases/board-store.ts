import { randomUUID } from 'node:crypto';
import { loadQuery } from '../../../cypher/load-query.ts';
import {
  boardsInCase,
  type BoardContent,
  type BoardRevision,
  type BoardSummary,
  type KeptBoard,
  type SavedBoard,
} from '../../../domain/case.ts';
import { messages } from '../../../domain/messages/index.ts';
import { accountsByStanding } from '../../../domain/standing.ts';
import type { Database, Writer } from '../../graph/neo4j/database.ts';
import { ConflictError, NotFoundError, TooLargeError } from '../../platform/problems.ts';
import { differences, holdForWork, noteEvent, stamp } from './held-case.ts';
import { admitToCase } from './members.ts';
import { outdated } from './history.ts';
import { asOfToday } from './present.ts';
import { quotedAdditions, stampedAdditions } from './stamped-additions.ts';
import { quotedNotes, stampedNotes } from './stamped-notes.ts';
import { packed, unpacked } from './stored-content.ts';

/** Where a board is: its case, and its own id. */
export interface BoardPlace {
  case: string;
  board: string;
}

interface NewBoard {
  id?: string | undefined;
  title: string;
  content: BoardContent;
}

/** Makes a board; the same id again changes nothing and answers with what is there. */
export async function createBoard(
  database: Database,
  caseId: string,
  { id = randomUUID(), title, content }: NewBoard,
): Promise<BoardSummary> {
  const { by, now } = stamp();
  const notes = stampedNotes(quotedNotes(content.notes), {}, by, now);
  const additions = stampedAdditions(quotedAdditions(content.additions), {}, by, now);
  const first = { ...content, notes, additions };
  const bytes = await packed(first);
  await database.transaction(async (tx) => {
    await holdForWork(tx, caseId);
    const [made] = await tx.run<{ case: string; revision: number; boards: number }>(
      loadQuery('cases/create_board'),
      { case: caseId, id, title, by, now },
    );
    if (made?.case !== caseId) throw new ConflictError(messages.cases.idInUse(id));
    if (made.revision > 0) return;
    if (made.boards > boardsInCase)
      throw new TooLargeError(messages.cases.tooManyBoards(boardsInCase));
    await write(tx, id, 1, first, bytes, { by, now, save: null });
  });
  return boardSummary(database, { case: caseId, board: id });
}

/** Throws NotFoundError. */
export async function boardSummary(database: Database, place: BoardPlace): Promise<BoardSummary> {
  const [row] = await database.read<{ found: BoardSummary }>(loadQuery('cases/board'), {
    ...place,
  });
  if (!row) throw new NotFoundError(messages.cases.noBoard(place.board));
  return row.found;
}

interface StoredBoard {
  found: BoardSummary;
  content: Int8Array;
  case_title: string;
}

/** Throws NotFoundError. Evidence asks for it too, by a case that its request names. */
export async function keptBoard(database: Database, place: BoardPlace): Promise<KeptBoard> {
  await admitToCase(database, place.case);
  const [row] = await database.read<StoredBoard>(loadQuery('cases/board_content'), { ...place });
  if (!row) throw new NotFoundError(messages.cases.noBoard(place.board));
  const today = await asOfToday(database, await unpacked(row.content));
  return { ...row.found, case_title: row.case_title, ...today };
}

/**
 * Saves a board over the revision that it rests on. Throws ConflictError when another has saved since; what is
 * there already is not saved again, whatever it rests on, so that a retry does no harm.
 */
export function saveBoard(
  database: Database,
  place: BoardPlace,
  content: BoardContent,
  restsOn: number,
  saveId: string | null,
): Promise<SavedBoard> {
  return save(database, place, content, { restsOn, saveId, vouched: {} });
}

interface Saving {
  /** Null for whatever is there. */
  restsOn: number | null;
  /** By which whoever saves knows it again. */
  saveId: string | null;
  /** Notes and additions whose stamps are known to be right, beside those that are there. */
  vouched: Partial<Pick<BoardContent, 'notes' | 'additions'>>;
}

async function save(
  database: Database,
  place: BoardPlace,
  content: BoardContent,
  { restsOn, saveId, vouched }: Saving,
): Promise<SavedBoard> {
  const { by, now } = stamp();
  const saved = await database.transaction(async (tx): Promise<SavedBoard | null> => {
    await holdForWork(tx, place.case);
    const held = await tx.run(loadQuery('cases/hold_board'), { ...place });
    if (held.length === 0) throw new NotFoundError(messages.cases.noBoard(place.board));
    const [stored] = await tx.run<StoredBoard>(loadQuery('cases/board_content'), { ...place });
    const { revision, changed } = stored!.found;
    const before = await unpacked(stored!.content);
    const notes = stampedNotes(content.notes, { ...before.notes, ...vouched.notes }, by, now);
    const there = { ...before.additions, ...vouched.additions };
    const additions = stampedAdditions(content.additions, there, by, now);
    const next = { ...content, notes, additions };
    if (JSON.stringify(next) === JSON.stringify(before))
      return { revision, changed, by: stored!.found.by, notes, additions };
    if (restsOn !== null && restsOn !== revision) return null;
    await write(tx, place.board, revision + 1, next, await packed(next), { by, now, save: saveId });
    await thin(tx, place.board);
    return { revision: revision + 1, changed: now, by, notes, additions };
  });
  if (!saved) throw new ConflictError(messages.cases.savedMeanwhile);
  return saved;
}

async function write(
  tx: Writer,
  board: string,
  revision: number,
  content: BoardContent,
  bytes: Int8Array,
  stamped: { by: string; now: string; save: string | null },
): Promise<void> {
  await tx.run(loadQuery('cases/save_board'), {
    board,
    revision,
    content: bytes,
    ...stamped,
    nodes: content.nodes.length,
    relations: content.relations.length,
    notes: Object.keys(content.notes).length,
    noted: JSON.stringify(content.notes),
    // Whoever is shown for context alone is no subject of the case.
    accounts: accountsByStanding(content.nodes).members.map(({ id }) => id),
  });
}

async function thin(tx: Writer, board: string): Promise<void> {
  const rows = await tx.run<{ found: BoardRevision }>(loadQuery('cases/revisions'), { board });
  const revisions = outdated(rows.map(({ found }) => found));
  if (revisions.length > 0) await tx.run(loadQuery('cases/drop_revisions'), { board, revisions });
}

export async function changeBoard(
  database: Database,
  place: BoardPlace,
  change: { title?: string | undefined; archived?: boolean | undefined },
): Promise<BoardSummary> {
  const stamped = stamp();
  await database.transaction(async (tx) => {
    await holdForWork(tx, place.case);
    const [row] = await tx.run<{ was: Named; is: Named }>(loadQuery('cases/change_board'), {
      ...{ title: null, archived: null, ...change, ...place, ...stamped },
    });
    const differs = row && differences(row.was, row.is);
    if (!differs) return;
    const event = { case: place.case, act: 'change_board', of: place.board } as const;
    await noteEvent(tx, stamped, { ...event, title: row.is.title, ...differs });
  });
  return boardSummary(database, place);
}

type Named = Pick<BoardSummary, 'title' | 'archived'>;

/** Latest first. */
export async function boardRevisions(
  database: Database,
  place: BoardPlace,
): Promise<BoardRevision[]> {
  await boardSummary(database, place);
  const rows = await database.read<{ found: BoardRevision }>(loadQuery('cases/revisions'), {
    board: place.board,
  });
  return rows.map(({ found }) => found);
}

export async function boardRevision(
  database: Database,
  place: BoardPlace,
  revision: number,
): Promise<BoardRevision & { content: BoardContent }> {
  await boardSummary(database, place);
  const [row] = await database.read<{ found: BoardRevision; content: Int8Array }>(
    loadQuery('cases/revision'),
    { board: place.board, revision },
  );
  if (!row) throw new NotFoundError(messages.cases.noRevision(revision));
  return { ...row.found, content: await unpacked(row.content) };
}

/** Makes an earlier revision the newest. */
export async function restoreBoard(
  database: Database,
  place: BoardPlace,
  revision: number,
): Promise<SavedBoard> {
  const { content } = await boardRevision(database, place, revision);
  return save(database, place, content, { restsOn: null, saveId: null, vouched: content });
}
