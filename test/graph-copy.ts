import type { Driver } from 'neo4j-driver';
import { groupBy } from '../domain/group-by.ts';
import type { Connection } from '../server/platform/settings/settings.ts';
import { connectedDriver } from '../server/graph/neo4j/driver.ts';

type Properties = Record<string, unknown>;

/** A whole graph but for the mark of its schema; whole numbers are bigint, so that they come back as such. */
export interface GraphCopy {
  nodes: { id: string; labels: string[]; properties: Properties }[];
  relations: { from: string; to: string; type: string; properties: Properties }[];
}

const rowsAtOnce = 2_000;

export async function copyOfGraph(connection: Connection): Promise<GraphCopy> {
  return withDriver(connection, async (driver) => ({
    nodes: await rows<GraphCopy['nodes'][number]>(
      driver,
      'MATCH (n) WHERE NOT n:Skein RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties',
    ),
    relations: await rows<GraphCopy['relations'][number]>(
      driver,
      `MATCH (a)-[r]->(b)
       RETURN elementId(a) AS from, elementId(b) AS to, type(r) AS type, properties(r) AS properties`,
    ),
  }));
}

/** Into a database that has the schema and nothing else. */
export async function pasteGraph(connection: Connection, graph: GraphCopy): Promise<void> {
  await withDriver(connection, async (driver) => {
    const created = new Map<string, string>();
    for (const [labels, nodes] of groupBy(graph.nodes, (node) => node.labels.sort().join('`:`')))
      for (const some of parts(nodes)) {
        const ids = await rows<{ id: string }>(
          driver,
          `UNWIND $some AS properties CREATE (n:\`${labels}\`) SET n = properties RETURN elementId(n) AS id`,
          { some: some.map(({ properties }) => properties) },
        );
        some.forEach((node, at) => created.set(node.id, ids[at]!.id));
      }
    for (const [type, relations] of groupBy(graph.relations, (relation) => relation.type))
      for (const some of parts(relations))
        await rows(
          driver,
          `UNWIND $some AS row
           MATCH (a) WHERE elementId(a) = row.from MATCH (b) WHERE elementId(b) = row.to
           CREATE (a)-[r:\`${type}\`]->(b) SET r = row.properties`,
          {
            some: some.map(({ from, to, properties }) => ({
              ...{ from: created.get(from), to: created.get(to), properties },
            })),
          },
        );
  });
}

async function withDriver<T>(connection: Connection, work: (driver: Driver) => Promise<T>) {
  const driver = connectedDriver(connection, { useBigInt: true });
  try {
    return await work(driver);
  } finally {
    await driver.close();
  }
}

async function rows<T>(driver: Driver, query: string, parameters: Properties = {}): Promise<T[]> {
  const { records } = await driver.executeQuery(query, parameters);
  return records.map((record) => record.toObject() as T);
}

function parts<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / rowsAtOnce);
  return Array.from({ length: count }, (_, at) =>
    all.slice(at * rowsAtOnce, (at + 1) * rowsAtOnce),
  );
}
