/**
 * What the database itself keeps true and finds fast, derived from the domain: unique ids and keys, indexes of
 * the columns that detectors look up, and full-text indexes for the search box.
 */
import { createHash } from 'node:crypto';
import { derivedRelations } from '../../domain/derived.ts';
import { nodeType, nodeTypes, relationTypes, type NodeType } from '../../domain/graph.ts';
import { schemaVersion } from '../../domain/schema.ts';
import { words } from '../../domain/words/index.ts';
import { UnavailableError } from '../problems.ts';
import type { Database } from './database.ts';

/**
 * The full-text indexes. One whose definition changes gets another name, as an index of the same name would stay
 * as it is; the former name goes to `formerIndexes`.
 */
export const searchIndexes = {
  /** Of every node that an analyst may see, the words that `server/search/keys.ts` keeps. */
  words: 'skein_words',
  /** Long texts, as they are written. */
  texts: 'skein_texts',
  /** Of findings, the words of their titles, and their run. */
  findings: 'skein_findings',
} as const;

const formerIndexes = ['skein_search'];

/** The program's own nodes: what is unique in each. */
const ownNodes: readonly {
  label: string;
  unique: readonly string[];
  indexed?: readonly string[];
}[] = [
  { label: 'Skein', unique: ['id'] },
  { label: 'SourceFile', unique: ['ref'], indexed: ['sha256'] },
  { label: 'SavedMapping', unique: ['id'] },
  { label: 'LabelStore', unique: ['id'] },
  { label: 'Load', unique: ['id'], indexed: ['started', 'alive_until'] },
  { label: 'EventBatch', unique: ['key'] },
  { label: 'DerivationState', unique: ['id'] },
  { label: 'InferredEdition', unique: ['id'] },
  { label: 'Run', unique: ['id'], indexed: ['started'] },
  { label: 'Finding', unique: ['run', 'id'], indexed: ['run', 'id'] },
  { label: 'Cluster', unique: ['run', 'id'], indexed: ['run'] },
  { label: 'ClusterThing', unique: ['run', 'thing'], indexed: ['run'] },
  // Withdrawn ones have no `in_force`: of one thing there is one judgement in force.
  { label: 'Judgement', unique: ['id'], indexed: ['subject'] },
  { label: 'Judgement', unique: ['in_force'] },
  { label: 'SavedQuery', unique: ['id'] },
  { label: 'Feed', unique: ['id'] },
  { label: 'Screening', unique: ['id'], indexed: ['feed'] },
  // A cluster's has no `subject` while no cluster of the latest run continues it.
  { label: 'Disposition', unique: ['id'], indexed: ['decided_at'] },
  { label: 'Disposition', unique: ['subject'] },
  { label: 'WeightException', unique: ['id'] },
  { label: 'DispositionEntry', unique: ['id'], indexed: ['disposition', 'became_at'] },
  { label: 'ParameterRevision', unique: ['detector', 'revision'], indexed: ['detector'] },
  { label: 'Trial', unique: ['id'] },
  { label: 'Detection', unique: ['id'] },
  { label: 'AccountScore', unique: ['run', 'account_id'], indexed: ['run'] },
  { label: 'Case', unique: ['id'], indexed: ['changed'] },
  { label: 'CaseBoard', unique: ['id'], indexed: ['case'] },
  { label: 'Schedule', unique: ['id'] },
  { label: 'ScheduleRevision', unique: ['schedule', 'revision'] },
  { label: 'Job', unique: ['id'], indexed: ['schedule', 'state', 'made'] },
  // Of a moment, or of a request, one job is made.
  { label: 'Job', unique: ['schedule', 'key'] },
  { label: 'JobLine', unique: ['job', 'number'], indexed: ['job'] },
  { label: 'BoardRevision', unique: ['board', 'revision'], indexed: ['board'] },
  { label: 'Delivery', unique: ['id'], indexed: ['next_at', 'run'] },
  { label: 'Delivery', unique: ['report', 'recipient_key'] },
  { label: 'DeliveryContent', unique: ['content', 'part'], indexed: ['content'] },
];

/** Every constraint and index; each can be run again without harm. */
function schemaStatements(): string[] {
  return [
    ...ownNodes.flatMap(({ label, unique, indexed = [] }) => [
      uniqueNode(label, unique),
      ...indexed.map((property) => index(label, property)),
    ]),
    // Ground truth lies outside the graph.
    ...nodeTypes.filter(({ type }) => type !== 'label').flatMap(nodeStatements),
    ...[...relationTypes, ...derivedRelations].map((type) => uniqueRelation(type.relation)),
    index(nodeType('ip').label, '_order'),
    ...fullTextIndexes(),
  ];
}

function nodeStatements(type: NodeType): string[] {
  const unique =
    type.type === 'watchlist_entry'
      ? [uniqueNode(type.label, ['_key']), index(type.label, 'id')]
      : [uniqueNode(type.label, ['id'])];
  const indexed = Object.entries(type.columns).filter(([, column]) => column.indexed);
  return [...unique, ...indexed.map(([name]) => index(type.label, name))];
}

function uniqueNode(label: string, properties: readonly string[]): string {
  const list = properties.map((property) => `n.\`${property}\``).join(', ');
  return `CREATE CONSTRAINT ${named(label, ...properties, 'unique')} IF NOT EXISTS FOR (n:${label}) REQUIRE (${list}) IS UNIQUE`;
}

function uniqueRelation(relation: string): string {
  return `CREATE CONSTRAINT ${named(relation, 'key_unique')} IF NOT EXISTS FOR ()-[r:${relation}]-() REQUIRE r.key IS UNIQUE`;
}

function index(label: string, property: string): string {
  return `CREATE INDEX ${named(label, property)} IF NOT EXISTS FOR (n:${label}) ON (n.\`${property}\`)`;
}

/** Labels stay out: no search may meet the ground truth. */
function fullTextIndexes(): string[] {
  const types = nodeTypes.filter((type) => type.type !== 'label');
  const texts = types.flatMap((type) =>
    Object.entries(type.columns)
      .filter(([, column]) => column.search === 'text')
      .map(([name]) => ({ label: type.label, name })),
  );
  const { words: wordsIndex, texts: textsIndex, findings } = searchIndexes;
  return [
    ...formerIndexes.map((name) => `DROP INDEX ${name} IF EXISTS`),
    fullText(wordsIndex, labelsOf(types), ['_search'], 'whitespace'),
    fullText(
      textsIndex,
      labelsOf(texts),
      distinct(texts.map(({ name }) => name)),
      'standard-folding',
    ),
    fullText(findings, ['Finding'], ['_search'], 'whitespace'),
  ];
}

const distinct = (names: readonly string[]) => [...new Set(names)];
const labelsOf = (of: readonly { label: string }[]) => distinct(of.map(({ label }) => label));

function fullText(
  name: string,
  labels: readonly string[],
  properties: readonly string[],
  analyzer: string,
): string {
  const list = properties.map((property) => `n.\`${property}\``).join(', ');
  return `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${labels.join('|')}) ON EACH [${list}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: '${analyzer}'}}`;
}

function named(...parts: string[]): string {
  return parts.join('_').replaceAll('__', '_').toLowerCase();
}

interface Mark {
  schema_version: number;
  statements: string;
}

/**
 * Makes the database ready for this program. Throws UnavailableError when it was written by an older or newer
 * one, or holds what is not ours.
 */
export async function prepareSchema(database: Database): Promise<void> {
  const statements = schemaStatements();
  const digest = createHash('sha256').update(statements.join('\n')).digest('hex');
  const [mark] = await database.read<Mark>(
    'MATCH (s:Skein) RETURN s.schema_version AS schema_version, s.statements AS statements',
  );
  if (mark) checkVersion(mark.schema_version);
  else await checkEmpty(database);
  if (mark?.statements === digest) return;
  for (const statement of statements) await database.command(statement);
  await database.command('CALL db.awaitIndexes(600)');
  await database.write(
    "MERGE (s:Skein {id: 'skein'}) SET s.schema_version = $version, s.statements = $digest, s.database = coalesce(s.database, randomUUID())",
    { version: schemaVersion, digest },
  );
}

function checkVersion(found: number): void {
  if (found > schemaVersion) {
    throw new UnavailableError(words.database.programOlder(found, schemaVersion));
  }
  if (found < schemaVersion) {
    throw new UnavailableError(words.database.programNewer(found, schemaVersion));
  }
}

async function checkEmpty(database: Database): Promise<void> {
  const [foreign] = await database.read<{ labels: string[] }>(
    'MATCH (n) RETURN labels(n) AS labels LIMIT 1',
  );
  if (foreign) throw new UnavailableError(words.database.notOurs(foreign.labels.join(', ')));
}
