import { nodeType } from '../../../domain/schema/graph.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import { anything, created, ChangeLog, type ChangedTypes } from '../../ingest/load/change-log.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { ReadSet } from './read-set.ts';

/** What loads have written, by type and property. */
export type GraphChanges = { [K in keyof ChangedTypes]: ReadonlyMap<string, ReadonlySet<string>> };

/**
 * How a change meets what a query reads: not at all; only in what evidence cites of nodes, which rows say it and when;
 * or in what the query itself may ask.
 */
export type Effect = 'none' | 'cited' | 'read';

/** Loads whose rows are all there. */
export async function endedLoads(database: Database): Promise<string[]> {
  const rows = await database.read<{ id: string }>(
    'MATCH (l:SkeinLoad) WHERE l.ended IS NOT NULL RETURN l.id AS id ORDER BY id',
  );
  return rows.map(({ id }) => id);
}

interface LoadRow {
  touched: string | null;
  files: FileName[] | null;
}

/** What all loads but those have written; of one that has not ended, all that it may write. Null: nobody knows. */
export async function changesSince(
  database: Database,
  known: readonly string[],
): Promise<GraphChanges | null> {
  const loads = await database.read<LoadRow>(
    `MATCH (l:SkeinLoad) WHERE NOT l.id IN $known
     RETURN l.touched AS touched, l.files AS files`,
    { known },
  );
  const all = new ChangeLog();
  for (const { touched, files } of loads) {
    if (touched !== null) add(all, JSON.parse(touched) as ChangedTypes);
    else if (files !== null) for (const file of files) all.file(file);
    else return null;
  }
  const { nodes, relations } = all.types();
  return { nodes: asSets(nodes), relations: asSets(relations) };
}

function add(all: ChangeLog, { nodes, relations }: ChangedTypes): void {
  for (const [label, properties] of Object.entries(nodes)) all.node(label, properties);
  for (const [type, properties] of Object.entries(relations)) all.relation(type, properties);
}

function asSets(types: Readonly<Record<string, string[]>>) {
  return new Map(Object.entries(types).map(([type, names]) => [type, new Set(names)]));
}

/** Cited of a relation, though no query need name it. */
const citedOfRelations = ['_sources', '_at', 'ended_at', 'last_used_at'];
const listed = nodeType('watchlist_entry').label;

/** Cited of a node; see `evidence-anew.ts`. */
const citedOfNodes = ['_sources', '_at', '_stub'];

/** What the changes may mean to queries that read so. */
export function effectOf({ nodes, relations }: GraphChanges, reads: ReadSet): Effect {
  if (nodes.size + relations.size === 0) return 'none';
  if (reads.everything) return 'read';
  const words = reads.words && new Set(reads.words);
  const isRead = (properties: ReadonlySet<string>, also: readonly string[] = []) =>
    properties.has(anything) ||
    words === null ||
    [...properties].some((name) => words.has(nameOf(name)) || also.includes(name));

  for (const relation of reads.relations) {
    const properties = relations.get(relation);
    if (properties && (properties.has(created) || isRead(properties, citedOfRelations)))
      return 'read';
  }
  if (reads.labels.some((label) => nodes.get(label)?.has(created))) return 'read';
  let effect: Effect = 'none';
  for (const label of reads.met) {
    const properties = nodes.get(label);
    if (!properties) continue;
    const own = without(properties, created);
    if (own.size > 0 && isRead(own)) return 'read';
    if (!citedOfNodes.some((name) => own.has(name))) continue;
    // Two lists may use one id, by which a finding names an entry.
    if (label === listed) return 'read';
    effect = 'cited';
  }
  return effect;
}

/** Of a column that the contract does not name, `extra.<name>`, the first part is in any query that reads one. */
function nameOf(property: string): string {
  return property.split('.')[0]!;
}

function without(properties: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return new Set([...properties].filter((property) => property !== name));
}
