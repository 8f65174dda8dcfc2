import { loadQuery } from '../../../cypher/load-query.ts';
import { compareText } from '../../../domain/compare-text.ts';
import { ownLabels } from '../../graph/neo4j/own-nodes.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { ImportFile, ImportFiles, PropertyColumn, ValueKind } from './import-files.ts';

/** A node of the program's own, and of what kind its properties are. */
interface OwnNode {
  label: string;
  properties: Record<string, unknown>;
  columns: PropertyColumn[];
}

/** What a database holds that has nothing but a few nodes of the program's own. */
export type OwnGraph = readonly OwnNode[];

/** More of them are somebody's work, and no empty database. */
const mostOwn = 1_000;

/** As Neo4j calls the kinds of values, and as its import does. */
const kinds: Readonly<Record<string, ValueKind>> = {
  'STRING NOT NULL': 'string',
  'FLOAT NOT NULL': 'double',
  'INTEGER NOT NULL': 'long',
  'BOOLEAN NOT NULL': 'boolean',
  'LIST<STRING NOT NULL> NOT NULL': 'string[]',
};

/**
 * Null where the database holds data or what an import could not bring back as it was, or where a run detects.
 */
export async function ownGraph(database: Database): Promise<OwnGraph | null> {
  const tied = await database.read(loadQuery('load/any_relation'));
  if (tied.length > 0) return null;
  const found = await database.read<{
    labels: string[];
    properties: Record<string, unknown>;
    kinds: [string, string][];
  }>(loadQuery('load/own_nodes'), { most: mostOwn + 1 });
  const nodes = found.map(({ labels, properties, kinds: own }) => ownNode(labels, properties, own));
  const known = nodes.filter((node) => node !== null);
  return known.length === found.length && found.length <= mostOwn ? known : null;
}

function ownNode(
  labels: readonly string[],
  properties: Record<string, unknown>,
  own: readonly [string, string][],
): OwnNode | null {
  const [label, ...more] = labels;
  if (label === undefined || more.length > 0 || !ownLabels.includes(label)) return null;
  if ('lease_holder' in properties) return null;
  const columns = own.map(([name, kind]) => ({ name, kind: kinds[kind] }));
  const known = columns.filter((column): column is PropertyColumn => column.kind !== undefined);
  return known.length === columns.length ? { label, properties, columns: known } : null;
}

/** `unmarked`: properties of the mark that do not hold of what is imported. */
export function writeOwn(files: ImportFiles, nodes: OwnGraph, unmarked: readonly string[]): void {
  const open = new Map<string, ImportFile>();
  nodes.forEach(({ label, properties, columns }, at) => {
    const kept = columns
      .filter(({ name }) => !unmarked.includes(name))
      .sort((one, other) => compareText(one.name, other.name));
    const shape = JSON.stringify([label, kept]);
    const file = open.get(shape) ?? files.nodes(label, 'own', kept);
    open.set(shape, file);
    file.write([String(at)], properties);
  });
}
