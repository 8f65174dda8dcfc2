import { nodeType } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';

/**
 * The statements that write the graph. Labels and relation types come from the schema, all else is
 * parameters. Each takes a list and seeks its rows by a unique index: one seek a node, one a relation.
 */

/** The property by which a node of the type is unique: see ARCHITECTURE.md on watchlist entries. */
export function uniqueProperty(type: NodeTypeName): 'id' | '_key' {
  return type === 'watchlist_entry' ? '_key' : 'id';
}

const label = (type: NodeTypeName) => nodeType(type).label;
const seek = (name: string, type: NodeTypeName, value: string) =>
  `(${name}:${label(type)} {${uniqueProperty(type)}: ${value}})`;

export function readNodes(type: NodeTypeName): string {
  return `UNWIND $keys AS key
    MATCH ${seek('n', type, 'key')}
    RETURN key, properties(n) AS properties`;
}

export function createNodes(type: NodeTypeName): string {
  return `UNWIND $rows AS row
    CREATE (n:${label(type)})
    SET n = row.set`;
}

export function updateNodes(type: NodeTypeName): string {
  return `UNWIND $rows AS row
    MATCH ${seek('n', type, 'row.key')}
    SET n += row.set`;
}

/** The first row that names a node is the stub's source. Returns Neo4j's own numbers of the nodes, and whether this load made them. */
export function createStubs(type: NodeTypeName): string {
  return `UNWIND $rows AS row
    MERGE ${seek('n', type, 'row.key')}
    ON CREATE SET n.id = row.id, n._stub = true, n._sources = [row.source], n._loaded = $loaded, n += row.keys
    RETURN row.key AS key, id(n) AS number, coalesce(n._stub AND n._loaded = $loaded, false) AS made`;
}

export function watchlistEntries(): string {
  return `UNWIND $ids AS id
    MATCH (w:${label('watchlist_entry')} {id: id})
    RETURN id, collect({key: w._key, list: w.list}) AS entries`;
}

export function readRelations(relation: string): string {
  return `UNWIND $keys AS key
    MATCH (a)-[r:${relation} {key: key}]->(b)
    RETURN key, properties(r) AS properties,
           a.id AS fromId, labels(a) AS fromLabels, b.id AS toId, labels(b) AS toLabels`;
}

/** `row.set` is all of the relation's properties. */
export function createRelations(relation: string, from: NodeTypeName, to: NodeTypeName): string {
  return `UNWIND $rows AS row
    MATCH ${seek('a', from, 'row.from')}
    MATCH ${seek('b', to, 'row.to')}
    CREATE (a)-[r:${relation}]->(b)
    SET r = row.set
    RETURN count(r) AS count`;
}

export function updateRelations(relation: string): string {
  return `UNWIND $rows AS row
    MATCH ()-[r:${relation} {key: row.key}]->()
    SET r += row.set`;
}

export function deleteRelations(relation: string): string {
  return `UNWIND $keys AS key
    MATCH ()-[r:${relation} {key: key}]->()
    DELETE r`;
}
