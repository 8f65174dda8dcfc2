import { loadQuery } from '../../../cypher/load-query.ts';
import type { Graph } from '../../../domain/answers.ts';
import { formatRef, nodeType, type NodeRef } from '../../../domain/schema/graph.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { refOf, storedNode, storedRelation, type RawRelation } from '../../graph/neo4j/records.ts';
import { sourcesAmong } from '../../graph/neo4j/sources.ts';
import { foundNodes, graphRelation, type NodeRow } from '../../graph/canvas/canvas.ts';
import { existingNode } from './node-detail.ts';
import { relationKinds } from '../../graph/canvas/relation-kinds.ts';

interface PathRow {
  nodes: NodeRow[];
  relations: RawRelation[];
}

/** A shortest path, its nodes in order; an empty graph where none is short enough. Throws NotFoundError. */
export async function shortestPath(database: Database, from: NodeRef, to: NodeRef): Promise<Graph> {
  const [start] = await Promise.all([existingNode(database, from), existingNode(database, to)]);
  if (formatRef(from) === formatRef(to)) return { nodes: [start.shown], relations: [], omitted: 0 };
  const names = {
    from: nodeType(from.type).label,
    to: nodeType(to.type).label,
    relation: relationKinds.map(({ relation }) => relation),
  };
  const [row] = await database.read<PathRow>(loadQuery('explore/path', names), {
    from: from.id,
    to: to.id,
  });
  if (!row) return { nodes: [], relations: [], omitted: 0 };
  const steps = row.relations.map(storedRelation);
  const [found, sourceOf] = await Promise.all([
    foundNodes(database, row.nodes),
    sourcesAmong(
      database,
      steps.flatMap(({ sources }) => sources),
    ),
  ]);
  const ends = new Map(
    row.nodes.map(({ node }) => {
      const stored = storedNode(node);
      return [stored.elementId, refOf(stored)];
    }),
  );
  return {
    nodes: found.map(({ shown }) => shown),
    relations: steps.map((stored) => graphRelation(stored, ends, sourceOf)),
    omitted: 0,
  };
}
