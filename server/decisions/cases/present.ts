import { loadQuery } from '../../../cypher/load-query.ts';
import type { GraphNode } from '../../../domain/answers.ts';
import type { BoardContent, KeptBoard } from '../../../domain/case.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { nodesByRef } from '../../graph/canvas/canvas.ts';
import { kindOfRelation } from '../../graph/canvas/relation-kinds.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** A board's content with captions and scores of today, and what of it the graph no longer holds. */
export async function asOfToday(
  database: Database,
  content: BoardContent,
): Promise<Pick<KeptBoard, 'content' | 'gone'>> {
  const [found, relations] = await Promise.all([
    nodesByRef(database, content.nodes),
    goneRelations(database, content.relations),
  ]);
  const today = new Map(found.map(({ shown }) => [formatRef(shown), shown]));
  const nodes = content.nodes.map((node) => asNow(node, today.get(formatRef(node))));
  const gone = content.nodes.map(formatRef).filter((ref) => !today.has(ref));
  return { content: { ...content, nodes }, gone: { nodes: gone, relations } };
}

/** What its author has it there as is the board's, not the graph's. */
function asNow(kept: GraphNode, now: GraphNode | undefined): GraphNode {
  if (!now) return kept;
  return kept.standing ? { ...now, standing: kept.standing } : now;
}

/** A relation's key is its type in the database and the key of its row. */
async function goneRelations(
  database: Database,
  relations: BoardContent['relations'],
): Promise<string[]> {
  const byType = groupBy(relations, ({ key }) => key.slice(0, key.indexOf('|')));
  const present = await Promise.all(
    [...byType].map(async ([relation, ofType]) => {
      // The name goes into the text of a query: only one of the schema may.
      if (!kindOfRelation(relation)) return [];
      const keys = ofType.map(({ key }) => key.slice(relation.length + 1));
      const query = loadQuery('cases/relations_present').replace('`<relation>`', `\`${relation}\``);
      const rows = await database.read<{ key: string }>(query, { keys });
      return rows.map(({ key }) => `${relation}|${key}`);
    }),
  );
  const there = new Set(present.flat());
  return relations.map(({ key }) => key).filter((key) => !there.has(key));
}
