import { loadQuery } from '../../../cypher/load-query.ts';
import type { Graph } from '../../../domain/answers.ts';
import { nodeTypeOfLabel, relationTypeOf, type NodeRef } from '../../../domain/schema/graph.ts';
import { derivedRelationOf } from '../../../domain/schema/derived.ts';
import { graphRelation, nodesByRef } from '../../graph/canvas/canvas.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { Found } from '../../graph/neo4j/personal-messages.ts';
import {
  refOf,
  storedNode,
  storedRelation,
  type RawNode,
  type RawRelation,
} from '../../graph/neo4j/records.ts';
import { sourcesAmong } from '../../graph/neo4j/sources.ts';

/** As many as the canvas draws; the rest is counted in `omitted`. */
const mostRelations = 5_000;

interface Row {
  a: RawNode;
  r: RawRelation;
  b: RawNode;
}

/** The nodes and relations of a result as a graph, with the ends of the relations and all that joins the nodes. */
export async function foundGraph(database: Database, { nodes, relations }: Found): Promise<Graph> {
  const ids = nodes.map(({ elementId }) => elementId);
  const [named, among] = await Promise.all([
    database.read<Row>(loadQuery('explore/relations_by_id'), { ids: relations }),
    database.read<Row>(loadQuery('explore/relations_among'), { ids, most: mostRelations + 1 }),
  ]);
  const rows = [...named, ...among].filter(isOfTheData);
  const distinct = new Map(rows.map((row) => [row.r.elementId, row]));
  const kept = [...distinct.values()].slice(0, mostRelations);
  const ends = endsOf(kept);
  const refs = nodes.map(({ ref }) => ref);
  const stored = kept.map(({ r }) => storedRelation(r));
  const [found, sourceOf] = await Promise.all([
    nodesByRef(database, [...refs, ...ends.values()]),
    sourcesAmong(
      database,
      stored.flatMap(({ sources }) => sources),
    ),
  ]);
  return {
    nodes: found.map(({ shown }) => shown),
    relations: stored.map((relation) => graphRelation(relation, ends, sourceOf)),
    omitted: distinct.size - kept.length,
  };
}

/** A database of somebody else's may hold more than ours. */
function isOfTheData({ a, r, b }: Row): boolean {
  const known = relationTypeOf(r.type) ?? derivedRelationOf(r.type);
  return known !== undefined && [a, b].every(({ labels }) => labels.some(nodeTypeOfLabel));
}

function endsOf(rows: readonly Row[]): Map<string, NodeRef> {
  return new Map(
    rows.flatMap(({ a, b }) =>
      [a, b].map((node): [string, NodeRef] => [node.elementId, refOf(storedNode(node))]),
    ),
  );
}
