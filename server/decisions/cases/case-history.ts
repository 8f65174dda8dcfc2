import { loadQuery } from '../../../cypher/load-query.ts';
import type { BoardContent, Note } from '../../../domain/case.ts';
import {
  caseEntryKinds,
  type CaseAct,
  type CaseCounts,
  type CaseEntry,
  type CaseEntryKind,
  type Comment,
} from '../../../domain/case-work.ts';
import { compareText } from '../../../domain/compare-text.ts';
import type { HistoryEntry } from '../../../domain/disposition.ts';
import type { Judgement } from '../../../domain/judgement.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { boardExports } from '../../trust/custody/board-exports.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { RawNode } from '../../graph/neo4j/records.ts';
import { judgementsAbout } from '../judge/judgement-store.ts';
import { readEntry } from '../triage/disposition.ts';
import { familyOf } from './family.ts';
import type { StoredEvent } from './held-case.ts';
import { unpacked } from './stored-content.ts';
import { countTasks } from './task-store.ts';

/** A line before it is told which case it is of. */
type Line = Omit<CaseEntry, 'case_title'>;

/** A line before it is told what was done, by whom and when. */
type Unsaid = Omit<Line, 'id' | 'act' | 'by' | 'at' | 'text'>;

/** What most lines have nothing of. */
const plain = { title: null, text: null, before: null, after: null, nodes: [], times: 1 };

interface BoardRow {
  board: { id: string; case: string; title: string; created: string; created_by: string };
  /** JSON. */
  noted: string | null;
  content: Int8Array | null;
  accounts: string[];
}

/** All that was done in a case and in those joined into it, latest first. Throws NotFoundError. */
async function wholeHistory(
  database: Database,
  home: string,
  id: string,
): Promise<{ cases: string[]; entries: CaseEntry[] }> {
  const cases = await familyOf(database, id);
  const [rows, boards, exported] = await Promise.all([
    database.read<MadeRow>(loadQuery('cases/histories'), { cases }),
    database.read<BoardRow>(loadQuery('cases/boards_of'), { cases }),
    boardExports(home),
  ]);
  const accounts = [...new Set(boards.flatMap((row) => row.accounts))];
  const lines = await Promise.all([
    events(database, cases),
    boardLines(database, boards),
    noteLines(boards),
    commentLines(database, cases),
    queueLines(database, id, accounts),
    judgementLines(database, id, accounts),
  ]);
  const titles = new Map(rows.map((row) => [row.id, row.title]));
  const entries = [...rows.map(madeLine), ...exportLines(boards, exported), ...lines.flat()]
    .map((line) => ({ ...line, case_title: titles.get(line.case) ?? line.case }))
    .sort((one, other) => -inOrder(placeOf(one), placeOf(other)));
  return { cases, entries };
}

/** When something was done, and the id of the entry: latest first is down this order. */
type Place = readonly [string, string];

const placeOf = ({ at, id }: Pick<CaseEntry, 'at' | 'id'>): Place => [at, id];

function inOrder(one: Place, other: Place): number {
  return compareText(one[0], other[0]) || compareText(one[1], other[1]);
}

/** A page of it, of one kind or of all, with how many entries there are of each kind. */
export async function caseHistory(
  { database, home }: { database: Database; home: string },
  id: string,
  { kind, after, limit }: { kind: CaseEntryKind | undefined; after: Place | null; limit: number },
): Promise<{
  found: CaseEntry[];
  total: number;
  counts: Record<CaseEntryKind, number>;
}> {
  const { entries } = await wholeHistory(database, home, id);
  const wanted = kind === undefined ? entries : entries.filter((entry) => entry.kind === kind);
  const left = after ? wanted.filter((entry) => inOrder(placeOf(entry), after) < 0) : wanted;
  return { found: left.slice(0, limit), total: wanted.length, counts: countKinds(entries) };
}

function countKinds(entries: readonly CaseEntry[]): Record<CaseEntryKind, number> {
  const of = (kind: CaseEntryKind) => entries.filter((entry) => entry.kind === kind).length;
  return Object.fromEntries(caseEntryKinds.map((kind) => [kind, of(kind)])) as Record<
    CaseEntryKind,
    number
  >;
}

export async function caseCounts(
  database: Database,
  home: string,
  id: string,
): Promise<CaseCounts> {
  const { cases, entries } = await wholeHistory(database, home, id);
  const { open, overdue, done } = await countTasks(database, cases);
  const { note, export: exports, decision } = countKinds(entries);
  return {
    notes: note,
    comments: entries.filter(({ act }) => act === 'comment').length,
    tasks: open + done,
    ...{ open_tasks: open, overdue_tasks: overdue, exports },
    ...{ decisions: decision, history: entries.length },
  };
}

interface MadeRow {
  id: string;
  title: string;
  at: string;
  by: string;
}

function madeLine({ id, title, at, by }: MadeRow): Line {
  const of = { kind: 'case', id, at: null } as const;
  return { ...plain, id: `made-${id}`, at, by, case: id, kind: 'case', act: 'make', of, title };
}

/** What an event was done to. */
const eventOf: Readonly<Partial<Record<CaseAct, 'case' | 'board' | 'task'>>> = {
  change_board: 'board',
  make_task: 'task',
  change_task: 'task',
  do_task: 'task',
  reopen_task: 'task',
};
const joins: ReadonlySet<CaseAct> = new Set(['join', 'part', 'take', 'release']);

async function events(database: Database, cases: readonly string[]): Promise<Line[]> {
  const rows = await database.read<{ event: StoredEvent }>(loadQuery('cases/events'), { cases });
  return rows.map(({ event: { id, at, by, case: of, act, of: what, title, text, ...turn } }) => {
    const kind = eventOf[act] ?? 'case';
    const read = (json: string | undefined) =>
      json === undefined ? null : (JSON.parse(json) as CaseEntry['before']);
    return {
      ...{ ...plain, id, at, by, case: of, act, title, text: text ?? null },
      kind: joins.has(act) ? 'join' : kind,
      of: { kind, id: what, at: null },
      before: read(turn.before),
      after: read(turn.after),
    };
  });
}

interface Saves {
  board: string;
  by: string;
  day: string;
  times: number;
  at: string;
}

async function boardLines(database: Database, rows: readonly BoardRow[]): Promise<Line[]> {
  const ids = rows.map(({ board }) => board.id);
  const saves = await database.read<Saves>(loadQuery('cases/saves'), { boards: ids });
  const boards = new Map(rows.map(({ board }) => [board.id, board]));
  const made = rows.map(({ board }): Line => {
    const { id, created: at, created_by: by } = board;
    return { ...plain, ...ofBoard(board), id: `made-${id}`, at, by, act: 'make_board' };
  });
  const saved = saves.map(({ board, by, day, times, at }): Line => {
    const id = `saved-${board}-${day}-${by}`;
    return { ...plain, ...ofBoard(boards.get(board)!), id, at, by, act: 'save_board', times };
  });
  return [...made, ...saved];
}

function ofBoard({ id, case: of, title }: BoardRow['board']) {
  return { kind: 'board', case: of, of: { kind: 'board', id, at: null }, title } as const;
}

async function noteLines(rows: readonly BoardRow[]): Promise<Line[]> {
  const read = rows.map(async ({ board, noted, content }) => {
    const notes = noted
      ? (JSON.parse(noted) as BoardContent['notes'])
      : content
        ? (await unpacked(content)).notes
        : {};
    return Object.entries(notes).map(([id, note]) => noteLine(board, id, note));
  });
  return (await Promise.all(read)).flat();
}

function noteLine(board: BoardRow['board'], id: string, { on, text, by, at }: Note): Line {
  return {
    ...{ ...plain, id: `note-${board.id}-${id}`, text, title: board.title, case: board.case },
    ...{ kind: 'note', act: 'note', by: by ?? board.created_by, at: at ?? board.created },
    of: { kind: 'board', id: board.id, at: on.kind === 'node' ? on.key : null },
  };
}

async function commentLines(database: Database, cases: readonly string[]): Promise<Line[]> {
  const asked = { cases, after: null, limit: Number.MAX_SAFE_INTEGER };
  const rows = await database.read<{ found: Comment }>(loadQuery('cases/comments'), asked);
  return rows.flatMap(({ found: { id, case: of, text, by, at, withdrawn } }) => {
    const own: Unsaid = {
      ...{ ...plain, kind: 'comment', case: of },
      of: { kind: 'comment', id, at: null },
    };
    const written: Line = { ...own, id: `written-${id}`, act: 'comment', by, at, text };
    if (!withdrawn) return [written];
    const over = { by: withdrawn.by, at: withdrawn.at, text: withdrawn.why };
    return [written, { ...own, ...over, id: `struck-${id}`, act: 'withdraw_comment' }];
  });
}

type Exports = Awaited<ReturnType<typeof boardExports>>;

function exportLines(rows: readonly BoardRow[], exported: Exports): Line[] {
  const boards = new Map(rows.map(({ board }) => [board.id, board]));
  return exported.flatMap(({ entry, at, by, board: id, digest, masks }) => {
    const board = boards.get(id);
    if (!board) return [];
    const line: Line = {
      ...{ ...plain, ...ofBoard(board), id: `export-${entry}`, at, by },
      ...{ kind: 'export', act: 'export' },
      after: { digest, masks: masks.length === 0 ? null : masks.join(', '), entry: String(entry) },
    };
    return [line];
  });
}

interface DecidedRow {
  entry: RawNode;
  item: string;
  title: string;
  kind: string;
}

async function queueLines(
  database: Database,
  id: string,
  accounts: readonly string[],
): Promise<Line[]> {
  if (accounts.length === 0) return [];
  const rows = await database.read<DecidedRow>(loadQuery('cases/decided'), { accounts });
  return rows.map(({ entry, item, title, kind }) => {
    const { at, by, why, before, after, ...rest } = readEntry(entry);
    return {
      ...{ ...plain, id: rest.id, at, by, case: id, kind: 'decision', act: 'decide' },
      of: { kind: 'item', id: item, at: null },
      ...{ title, text: why, before },
      after: { ...after, of: kind, entry: rest.kind satisfies HistoryEntry['kind'] },
    };
  });
}

async function judgementLines(
  database: Database,
  id: string,
  accounts: readonly string[],
): Promise<Line[]> {
  if (accounts.length === 0) return [];
  const refs = accounts.map((account) => formatRef({ type: 'account', id: account }));
  const judged = await judgementsAbout(database, refs);
  return judged.flatMap((judgement) => linesOfJudgement(judgement, id));
}

function linesOfJudgement(judgement: Judgement, id: string): Line[] {
  const { kind, verdict, subjects, why, by, at, withdrawn } = judgement;
  const own: Unsaid = {
    ...{ ...plain, case: id, kind: 'decision', nodes: subjects, after: { kind, verdict } },
    of: { kind: 'nodes', id: judgement.id, at: null },
  };
  const judged: Line = { ...own, id: judgement.id, act: 'judge', by, at, text: why };
  if (!withdrawn) return [judged];
  const over = { by: withdrawn.by, at: withdrawn.at, text: withdrawn.why };
  return [judged, { ...own, ...over, id: `withdrawn-${judgement.id}`, act: 'withdraw_judgement' }];
}
