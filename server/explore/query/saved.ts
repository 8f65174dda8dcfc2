import { randomUUID } from 'node:crypto';
import { compareText } from '../../../domain/compare-text.ts';
import type { QueryDraft, QueryParameter, SavedQuery } from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ConflictError, InvalidDataError, NotFoundError } from '../../platform/problems.ts';
import { folded, wordsOf } from '../../graph/search-keys/folding.ts';
import { examine } from './guard.ts';
import { library, shippedPrefix } from './library.ts';

const text = messages.queries;

interface Row extends Omit<SavedQuery, 'shipped' | 'parameters'> {
  parameters: string;
}

const columns =
  'q.id AS id, q.title AS title, q.about AS about, q.text AS text, q.parameters AS parameters, q.tags AS tags, q.by AS by, q.created AS created, q.changed AS changed';

/** Those that hold all the words, own and shipped ones, by title; all of them when nothing is asked. */
export async function savedQueries(database: Database, q: string): Promise<SavedQuery[]> {
  const rows = await database.read<Row>(`MATCH (q:SkeinSavedQuery) RETURN ${columns}`);
  const asked = wordsOf(folded(q));
  return [...rows.map(ofRow), ...(await library())]
    .filter((query) => holds(query, asked))
    .sort((one, other) => compareText(one.title, other.title));
}

/** Throws NotFoundError. */
export async function savedQuery(database: Database, id: string): Promise<SavedQuery> {
  const shipped = (await library()).find((query) => query.id === id);
  if (shipped) return shipped;
  const [row] = await database.read<Row>(`MATCH (q:SkeinSavedQuery {id: $id}) RETURN ${columns}`, {
    id,
  });
  if (!row) throw new NotFoundError(text.noQuery(id));
  return ofRow(row);
}

/** Saves what would run. Throws InvalidDataError for what would not. */
export async function saveQuery(database: Database, draft: QueryDraft): Promise<SavedQuery> {
  await checkDraft(database, draft);
  const now = new Date().toISOString();
  const row = { id: randomUUID(), ...stored(draft), by: actor(), created: now, changed: now };
  await database.write('CREATE (q:SkeinSavedQuery) SET q = $row', { row });
  return ofRow(row);
}

/** Throws ConflictError when it was changed since `seen`, or comes with Skein. */
export async function changeQuery(
  database: Database,
  id: string,
  draft: QueryDraft,
  seen: string,
): Promise<SavedQuery> {
  const before = await ownQuery(database, id);
  await checkDraft(database, draft);
  const changed = new Date().toISOString();
  const row = { ...stored(draft), by: actor(), changed };
  const [after] = await database.write<Row>(
    `MATCH (q:SkeinSavedQuery {id: $id, changed: $seen}) SET q += $row RETURN ${columns}`,
    { id, seen, row },
  );
  if (after) return ofRow(after);
  throw new ConflictError(text.changedMeanwhile(before.by ?? '', before.changed ?? ''));
}

export async function deleteQuery(database: Database, id: string): Promise<void> {
  await ownQuery(database, id);
  await database.write('MATCH (q:SkeinSavedQuery {id: $id}) DELETE q', { id });
}

async function ownQuery(database: Database, id: string): Promise<SavedQuery> {
  const query = await savedQuery(database, id);
  if (query.id.startsWith(shippedPrefix)) throw new ConflictError(text.isShipped);
  return query;
}

async function checkDraft(database: Database, draft: QueryDraft): Promise<void> {
  const names = draft.parameters.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new InvalidDataError(text.twice(twice));
  const { check } = await examine(database, draft.text, {});
  if (check.allowed) return;
  throw new InvalidDataError(
    text.notRun(check.problems[0]?.says ?? ''),
    check.problems.map(({ says }) => ({ where: 'body.text', problem: says })),
  );
}

function stored({ title, about, text: query, parameters, tags }: QueryDraft) {
  return { title, about, text: query, parameters: JSON.stringify(parameters), tags };
}

function ofRow(row: Row): SavedQuery {
  return {
    ...row,
    shipped: false,
    parameters: JSON.parse(row.parameters) as QueryParameter[],
  };
}

function holds(query: SavedQuery, asked: readonly string[]): boolean {
  const said = wordsOf(folded([query.title, query.about, query.text, ...query.tags].join(' ')));
  return asked.every((word) => said.some((one) => one.startsWith(word)));
}
