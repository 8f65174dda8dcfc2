import { nodeType } from '../../../domain/schema/graph.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import {
  anything,
  created,
  ChangeLog,
  type ChangedTypes,
  type TouchedThings,
} from '../../ingest/load/change-log.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { ReadSet } from './read-set.ts';

/** What loads have written, by type and property. */
export type GraphChanges = {
  [K in keyof ChangedTypes]: ReadonlyMap<string, ReadonlySet<string>>;
} & {
  /** Which things these were; null where nobody knows, or they are too many. */
  things: TouchedThings | null;
};

/**
 * How a change meets what a query reads: not at all; only in what evidence cites of nodes, which rows say it and when;
 * or in what the query itself may ask.
 */
export type Effect = 'none' | 'cited' | 'read';

/** Loads whose rows are all there, and removals, which change the graph as loads do. */
export async function endedLoads(database: Database): Promise<string[]> {
  const rows = await database.read<{ id: string }>(
    'MATCH (l:SkeinLoad|SkeinRemoval) WHERE l.ended IS NOT NULL RETURN l.id AS id ORDER BY id',
  );
  return rows.map(({ id }) => id);
}

interface LoadRow {
  touched: string | null;
  things: string | null;
  files: FileName[] | null;
}

/** What all loads but those have written; of one that has not ended, all that it may write. Null: nobody knows. */
export async function changesSince(
  database: Database,
  known: readonly string[],
): Promise<GraphChanges | null> {
  const loads = await database.read<LoadRow>(
    `MATCH (l:SkeinLoad|SkeinRemoval) WHERE NOT l.id IN $known
     RETURN l.touched AS touched, l.things AS things, l.files AS files`,
    { known },
  );
  const all = new ChangeLog();
  for (const { touched, things, files } of loads) {
    if (touched !== null)
      add(
        all,
        JSON.parse(touched) as ChangedTypes,
        things === null ? null : (JSON.parse(things) as TouchedThings),
      );
    else if (files !== null) for (const file of files) all.file(file);
    else return null;
  }
  const { nodes, relations } = all.types();
  return { nodes: asSets(nodes), relations: asSets(relations), things: all.things() };
}

function add(
  all: ChangeLog,
  { nodes, relations }: ChangedTypes,
  things: TouchedThings | null,
): void {
  for (const [label, properties] of Object.entries(nodes))
    all.node(label, properties, things && (things.nodes[label] ?? []));
  for (const [type, properties] of Object.entries(relations))
    all.relation(type, properties, things && (things.relations[type] ?? []));
}

function asSets(types: Readonly<Record<string, string[]>>) {
  return new Map(Object.entries(types).map(([type, names]) => [type, new Set(names)]));
}

/** Cited of a relation, though no query need name it. */
const citedOfRelations = ['_sources', '_at', 'ended_at', 'last_used_at'];
const listed = nodeType('watchlist_entry').label;

/** Cited of a node; see `refresh-evidence.ts`. */
const citedOfNodes = ['_sources', '_at', '_stub'];

/** What the changes may mean to queries that read so. */
export function effectOf({ nodes, relations }: GraphChanges, reads: ReadSet): Effect {
  if (nodes.size + relations.size === 0) return 'none';
  if (reads.everything) return 'read';
  if (relationsRead({ relations }, reads).length > 0) return 'read';
  if (labelsRead({ nodes }, reads).length > 0) return 'read';
  const cited = reads.met.some((label) => citedOfNodes.some((name) => nodes.get(label)?.has(name)));
  return cited ? 'cited' : 'none';
}

/** The relation types of which what has changed may be read. */
export function relationsRead(
  { relations }: Pick<GraphChanges, 'relations'>,
  reads: ReadSet,
): string[] {
  const isRead = readBy(reads);
  return reads.relations.filter((relation) => {
    const properties = relations.get(relation);
    return properties && (properties.has(created) || isRead(properties, citedOfRelations));
  });
}

/** The labels of nodes of which what has changed may be read, or that there are more of them. */
export function labelsRead(changes: Pick<GraphChanges, 'nodes'>, reads: ReadSet): string[] {
  const come = reads.labels.filter((label) => changes.nodes.get(label)?.has(created));
  return [...new Set([...come, ...labelsChanged(changes, reads)])];
}

/** The labels of nodes that were there of which what has changed may be read. */
export function labelsChanged({ nodes }: Pick<GraphChanges, 'nodes'>, reads: ReadSet): string[] {
  const isRead = readBy(reads);
  return reads.met.filter((label) => {
    const own = without(nodes.get(label) ?? new Set(), created);
    // Two lists may use one id, by which a finding names an entry.
    return own.size > 0 && (isRead(own) || label === listed);
  });
}

function readBy({ words: named }: ReadSet) {
  const words = named && new Set(named);
  return (properties: ReadonlySet<string>, also: readonly string[] = []) =>
    properties.has(anything) ||
    words === null ||
    [...properties].some((name) => words.has(nameOf(name)) || also.includes(name));
}

/** Of a column that the contract does not name, `extra.<name>`, the first part is in any query that reads one. */
function nameOf(property: string): string {
  return property.split('.')[0]!;
}

function without(properties: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return new Set([...properties].filter((property) => property !== name));
}
