import type { Database } from '../../server/graph/neo4j/database.ts';

/** What differs between two loads of the same data: when they ran, and the loads themselves. */
const clocks = new Set(['_loaded', '_said']);

/** Every node and relation of the graph as sorted text, without the times of loading and where labels are kept. */
export async function dumpGraph(database: Database): Promise<string[]> {
  const nodes = await database.read<{ labels: string[]; properties: Properties }>(
    'MATCH (n) WHERE NOT n:SkeinLoad AND NOT n:Skein AND NOT n:SkeinLabelStore RETURN labels(n) AS labels, properties(n) AS properties',
  );
  const relations = await database.read<{
    type: string;
    from: unknown[];
    to: unknown[];
    properties: Properties;
  }>(
    `MATCH (a)-[r]->(b)
     RETURN type(r) AS type, [labels(a)[0], a.id] AS from, [labels(b)[0], b.id] AS to,
            properties(r) AS properties`,
  );
  return [
    ...nodes.map(({ labels, properties }) => JSON.stringify([labels, timeless(properties)])),
    ...relations.map(({ type, from, to, properties }) =>
      JSON.stringify([type, from, to, timeless(properties)]),
    ),
  ].sort();
}

type Properties = Record<string, unknown>;

function timeless(properties: Properties): unknown[] {
  return Object.entries(properties)
    .filter(([name]) => !clocks.has(name))
    .map(([name, value]) => [
      name,
      name === '_history' ? (value as string[]).map(withoutTimes) : value,
    ])
    .sort(([a], [b]) => String(a).localeCompare(String(b)));
}

function withoutTimes(statement: string): unknown {
  const { values, sources } = JSON.parse(statement) as { values: unknown; sources: unknown };
  return { values, sources };
}
