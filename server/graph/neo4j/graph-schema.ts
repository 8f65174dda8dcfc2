/**
 * What the database itself keeps true and finds fast, derived from the domain: unique ids and keys, indexes of
 * the columns that detectors look up, and full-text indexes for the search box.
 */
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { derivedRelations } from '../../../domain/schema/derived.ts';
import { nodeType, nodeTypes, relationTypes, type NodeType } from '../../../domain/schema/graph.ts';
import { schemaVersion } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { silentProgress, type Progress } from '../../platform/progress.ts';
import { sideBySide } from '../../platform/side-by-side.ts';
import type { Database } from './database.ts';
import { giveOwnLabels } from './own-labels-migration.ts';
import { markLabel, named, ownLabel, ownNodes } from './own-nodes.ts';
import { schemaCommand } from './schema-command.ts';

/**
 * The full-text indexes. One whose definition changes gets another name, as an index of the same name would stay
 * as it is; the former name goes to `formerIndexes`.
 */
export const searchIndexes = {
  /** Of every node that an analyst may see, the words that `server/graph/search-keys/keys.ts` keeps. */
  words: 'skein_words',
  /** Long texts, as they are written. */
  texts: 'skein_texts',
  /** Of findings, the words of their titles, and their run. */
  findings: 'skein_found',
  /** Of findings, their run, and the accounts and nodes that they are about, each whole. */
  shown: 'skein_shown',
} as const;

const formerIndexes = ['skein_search', 'skein_findings'];

/** Every constraint and index; each can be run again without harm. */
function schemaStatements(): string[] {
  return [
    ...ownNodes.flatMap(({ kind, unique, indexed = [] }) => [
      uniqueNode(ownLabel(kind), unique),
      ...indexed.map((properties) => index(ownLabel(kind), ...[properties].flat())),
    ]),
    uniqueNode(markLabel, ['id']),
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

function index(label: string, ...properties: readonly string[]): string {
  const list = properties.map((property) => `n.\`${property}\``).join(', ');
  return `CREATE INDEX ${named(label, ...properties)} IF NOT EXISTS FOR (n:${label}) ON (${list})`;
}

/** Labels stay out: no search may meet the ground truth. */
function fullTextIndexes(): string[] {
  const types = nodeTypes.filter((type) => type.type !== 'label');
  const texts = types.flatMap((type) =>
    Object.entries(type.columns)
      .filter(([, column]) => column.search === 'text')
      .map(([name]) => ({ label: type.label, name })),
  );
  const { words: wordsIndex, texts: textsIndex, findings, shown } = searchIndexes;
  return [
    fullText(wordsIndex, labelsOf(types), ['_search'], 'whitespace'),
    fullText(
      textsIndex,
      labelsOf(texts),
      distinct(texts.map(({ name }) => name)),
      'standard-folding',
    ),
    fullText(findings, [ownLabel('Finding')], ['_search'], 'whitespace'),
    fullText(shown, [ownLabel('Finding')], ['run', 'accounts', 'nodes'], 'keyword'),
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

/** Statements at once: more of them hold one another up. */
const mostAtOnce = 4;

interface Mark {
  schema_version: number | null;
  /** The version that it is being brought up from; absent once it is the mark's own. */
  raised_from: number | null;
  statements: string;
}

/**
 * Makes the database ready for this program; one of an earlier version is brought up, which goes on where it was killed.
 * Throws UnavailableError when it was written by a newer program, or holds what is not ours.
 */
export async function prepareSchema(
  database: Database,
  progress: Progress = silentProgress,
): Promise<void> {
  const drops = formerIndexes.map((name) => `DROP INDEX ${name} IF EXISTS`);
  const statements = schemaStatements();
  const all = [...drops, ...statements].join('\n');
  const digest = createHash('sha256').update(all).digest('hex');
  const [mark] = await database.read<Mark>(
    'MATCH (s:Skein) RETURN s.schema_version AS schema_version, s.raised_from AS raised_from, s.statements AS statements',
  );
  // A lease alone may have made the mark.
  if (mark && mark.schema_version !== null) checkVersion(mark.schema_version);
  else await checkEmpty(database);
  const from = mark?.raised_from ?? mark?.schema_version ?? schemaVersion;
  if (from === schemaVersion && mark?.statements === digest) return;
  // From here on an older program leaves the database alone.
  if (from < schemaVersion)
    await database.write(
      'MATCH (s:Skein) SET s.schema_version = $version, s.raised_from = $from, s.statements = null',
      { version: schemaVersion, from },
    );
  // First, as a former index would be taken for the one that is to be made of the same.
  for (const drop of drops) await schemaCommand(database, drop);
  // Each reads what it is about: of a platform that was imported, minutes.
  await sideBySide(statements, Math.min(mostAtOnce, availableParallelism()), (one) =>
    schemaCommand(database, one),
  );
  for (const { to, bring } of migrations) if (to > from) await bring(database, progress);
  await database.command('CALL db.awaitIndexes(600)');
  await database.write(
    "MERGE (s:Skein {id: 'skein'}) SET s.schema_version = $version, s.statements = $digest, s.database = coalesce(s.database, randomUUID()) REMOVE s.raised_from",
    { version: schemaVersion, digest },
  );
}

/** The version that a database is about to be brought up from; null when it has this program's, or none yet. */
export async function earlierVersion(database: Database): Promise<number | null> {
  const [mark] = await database.read<{ version: number | null }>(
    'MATCH (s:Skein) RETURN s.schema_version AS version',
  );
  const version = mark?.version ?? schemaVersion;
  return version >= oldestVersion && version < schemaVersion ? version : null;
}

/** Throws UnavailableError while a backup is being put back into the database, or once that was broken off. */
export async function checkNotRestoring(database: Database): Promise<void> {
  const [mark] = await database.read<{ by: string; since: string }>(
    `MATCH (s:Skein) WHERE s.restoring IS NOT NULL
     RETURN s.restoring_by AS by, s.restoring_since AS since`,
  );
  if (mark) throw new UnavailableError(messages.backup.halfRestored(mark.by, mark.since));
}

interface Migration {
  /** The version that the database has afterwards. */
  to: number;
  /** Does no harm when it is done again, whole or from where it was killed. */
  bring: (database: Database, progress: Progress) => Promise<void>;
}

/** What earlier versions need, in order. Of 2, a finding may have its evidence elsewhere in 3: it needs nothing. */
const migrations: readonly Migration[] = [{ to: 2, bring: giveOwnLabels }];

function checkVersion(found: number): void {
  if (found > schemaVersion) {
    throw new UnavailableError(messages.database.programOlder(found, schemaVersion));
  }
  if (found < oldestVersion) {
    throw new UnavailableError(messages.database.programNewer(found, schemaVersion));
  }
}

/** The first version of all; those since can be brought up. */
const oldestVersion = 1;

async function checkEmpty(database: Database): Promise<void> {
  const [foreign] = await database.read<{ labels: string[] }>(
    'MATCH (n) WHERE NOT n:Skein RETURN labels(n) AS labels LIMIT 1',
  );
  if (foreign) throw new UnavailableError(messages.database.notOurs(foreign.labels.join(', ')));
}
