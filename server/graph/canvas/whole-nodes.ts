import { z } from 'zod';
import type { GraphNode } from '../../../domain/answers.ts';
import type { Source } from '../../../domain/finding.ts';
import type { NodeRef } from '../../../domain/schema/graph.ts';
import type { Database } from '../neo4j/database.ts';
import { sourcesAmong } from '../neo4j/sources.ts';
import { nodesByRef } from './canvas.ts';

/** A node with all that is known of it, what it said before, and the rows that say so. */
export interface WholeNode extends Omit<GraphNode, 'known'> {
  values: Record<string, unknown>;
  extra: Record<string, string>;
  /** Earlier values, oldest first. When they were replaced is a fact of loading, not of the data. */
  earlier: { values: Record<string, unknown>; sources: Source[] }[];
  sources: Source[];
}

/** Nodes by reference, in the order asked for; those that are not in the graph are left out. */
export async function* wholeNodes(
  database: Database,
  refs: readonly NodeRef[],
): AsyncGenerator<WholeNode> {
  // What the database sends of a node is several times larger than what is kept of it.
  for (let from = 0; from < refs.length; from += readAtOnce) {
    const found = (await nodesByRef(database, refs.slice(from, from + readAtOnce))).map((node) => ({
      ...node,
      history: node.stored.history.map((said) => statementSchema.parse(JSON.parse(said))),
    }));
    const cited = found.flatMap(({ stored, history }) => [
      ...stored.sources,
      ...history.flatMap(({ sources }) => sources),
    ]);
    const sourceOf = await sourcesAmong(database, cited);
    for (const { stored, shown, history } of found)
      yield {
        ...withoutLoading(shown),
        values: stored.values,
        extra: stored.extra,
        earlier: history.map(({ values, sources }) => ({
          values,
          sources: sources.map(sourceOf),
        })),
        sources: stored.sources.map(sourceOf),
      };
  }
}

const readAtOnce = 5_000;

/** When a row was loaded differs from database to database: it stays out of what is compared byte by byte. */
export function withoutLoading<T extends { known?: string | undefined }>(
  item: T,
): Omit<T, 'known'> {
  const kept = { ...item };
  delete kept.known;
  return kept;
}

const statementSchema = z.object({
  values: z.record(z.string(), z.unknown()),
  sources: z.array(z.string()),
});
