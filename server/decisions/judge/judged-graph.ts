import type { Graph } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { judgementsAmong } from './judgement-store.ts';

/** A graph whose inferred relations carry what analysts have decided of them. */
export async function judgedGraph(database: Database, graph: Graph): Promise<Graph> {
  const judgements = await judgementsAmong(database, graph.nodes.map(formatRef));
  const ofRelation = new Map(
    judgements.flatMap((judgement) =>
      judgement.relation ? [[judgement.relation.key, judgement] as const] : [],
    ),
  );
  if (ofRelation.size === 0) return graph;
  const relations = graph.relations.map((relation) => {
    const judgement = ofRelation.get(relation.key);
    return judgement ? { ...relation, judgement } : relation;
  });
  return { ...graph, relations };
}
