import { randomUUID } from 'node:crypto';
import { compareText } from '../../../domain/compare-text.ts';
import type { Pattern } from '../../../domain/pattern/pattern.ts';
import type { QueryDraft, QueryParameter, SavedQuery } from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ConflictError, InvalidDataError, NotFoundError } from '../../platform/problems.ts';
import { folded, wordsOf } from '../../graph/search-keys/folding.ts';
import { compiledPattern } from './compiled-pattern.ts';
import { examine } from './guard.ts';
import { library, shippedPrefix } from './library.ts';

const text = messages.queries;

interface Row extends Omit<SavedQuery, 'shipped' | 'parameters' | 'pattern'> {
  parameters: string;
  pattern: string | null;
}

const columns =
  'q.id AS id, q.title AS title, q.about AS about, q.text AS text, q.parameters AS parameters, q.tags AS tags, q.by AS by, q.created AS created, q.changed AS changed, q.pattern AS pattern, coalesce(q.owner, q.by) AS owner, toInteger(coalesce(q.version, 1)) AS version';

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
export async function saveQuery(database: Database, asked: QueryDraft): Promise<SavedQuery> {
  const draft = withPattern(asked);
  await checkDraft(database, draft);
  const now = new Date().toISOString();
  const own = { by: actor(), owner: actor(), created: now, changed: now, version: 1 };
  const row = { id: randomUUID(), ...stored(draft), ...own };
  await database.write('CREATE (q:SkeinSavedQuery) SET q = $row', { row });
  return ofRow(row);
}

/** Throws ConflictError when it was changed since `seen`, or comes with Skein. */
export async function changeQuery(
  database: Database,
  id: string,
  asked: QueryDraft,
  seen: string,
): Promise<SavedQuery> {
  const before = await ownQuery(database, id);
  const draft = withPattern(asked);
  await checkDraft(database, draft);
  const changed = new Date().toISOString();
  const { owner, version } = before;
  const row = { ...stored(draft), by: actor(), changed, owner, version: version + 1 };
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

function stored({ title, about, text: query, parameters, tags, pattern = null }: QueryDraft) {
  const ofPattern = pattern && JSON.stringify(pattern);
  const asJson = { parameters: JSON.stringify(parameters), pattern: ofPattern };
  return { title, about, text: query, tags, ...asJson };
}

/** A pattern decides over the text; what the form says of its values stays. */
function withPattern(draft: QueryDraft): QueryDraft {
  if (!draft.pattern) return draft;
  const compiled = compiledPattern(draft.pattern, 'body.pattern');
  const parameters = compiled.parameters.map((own) => {
    const said = draft.parameters.find(({ name }) => name === own.name);
    return said ? { ...own, label: said.label } : own;
  });
  return { ...draft, text: compiled.text, parameters };
}

function ofRow(row: Row): SavedQuery {
  return {
    ...row,
    shipped: false,
    parameters: JSON.parse(row.parameters) as QueryParameter[],
    pattern: row.pattern === null ? null : (JSON.parse(row.pattern) as Pattern),
  };
}

function holds(query: SavedQuery, asked: readonly string[]): boolean {
  const said = wordsOf(folded([query.title, query.about, query.text, ...query.tags].join(' ')));
  return asked.every((word) => said.some((one) => one.startsWith(word)));
}
