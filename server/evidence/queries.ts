import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const cypher = fileURLToPath(new URL('../../cypher/', import.meta.url));

/** The queries that a bundle's subgraph is read with, as they stand in `cypher/`. */
const subgraphQueries = {
  nodes: 'explore/nodes',
  relations_between: 'explore/relations_between',
  relations_among: 'explore/relations_among',
  standing: 'explore/standing',
  findings_among: 'evidence/findings_among',
  transfers: 'evidence/transfers',
  surroundings: 'evidence/surroundings',
  surroundings_count: 'evidence/surroundings_count',
} as const;

export function evidenceQuery(name: keyof typeof subgraphQueries): Promise<string> {
  return readFile(`${cypher}${subgraphQueries[name]}.cypher`, 'utf8');
}

/** Their texts by name, for the bundle. */
export async function subgraphQueryTexts(): Promise<Record<string, string>> {
  const names = Object.keys(subgraphQueries) as (keyof typeof subgraphQueries)[];
  const texts = await Promise.all(names.map(async (name) => [name, await evidenceQuery(name)]));
  return Object.fromEntries(texts) as Record<string, string>;
}
