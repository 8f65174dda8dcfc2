import { loadQuery } from '../../../cypher/load-query.ts';

/** The queries that a bundle's subgraph is read with. */
const subgraphQueries = {
  nodes: 'explore/nodes',
  relations_between: 'explore/relations_between',
  relations_among: 'explore/relations_among',
  standing: 'explore/standing',
  findings_among: 'evidence/findings_among',
  transfers: 'evidence/transfers',
  surroundings: 'evidence/surroundings',
  surroundings_count: 'evidence/surroundings_count',
};

/** Their texts by name, for the bundle. */
export function subgraphQueryTexts(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(subgraphQueries).map(([name, query]) => [name, loadQuery(query)]),
  );
}
