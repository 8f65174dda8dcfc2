import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Overview } from '../../domain/api.ts';
import { nodeTypeOfLabel } from '../../domain/graph.ts';
import { latestRun } from '../detect/run-store.ts';
import type { Database } from '../neo4j/database.ts';
import { exploreQuery, overLabels } from './query.ts';
import { relationKinds } from './relation-kinds.ts';

const packageFile = new URL('../../package.json', import.meta.url);

export const programVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(packageFile, 'utf8'))).version;

interface CountRow {
  name: string;
  count: number;
}

/** What is loaded, by type, and the latest run; types that nothing was loaded of are left out. */
export async function overview(database: Database): Promise<Overview> {
  const [nodes, relations, run] = await Promise.all([
    database.read<CountRow>(overLabels('counts')),
    database.read<CountRow>(overRelations()),
    latestRun(database),
  ]);
  const filled = nodes.filter(({ count }) => count > 0);
  return {
    version: programVersion,
    nodes: Object.fromEntries(
      filled.map(({ name, count }) => [nodeTypeOfLabel(name)?.type ?? name, count]),
    ),
    relations: relations.reduce((sum, { count }) => sum + count, 0),
    run,
    findings: run?.counts['findings'] ?? 0,
    clusters: run?.counts['clusters'] ?? 0,
  };
}

function overRelations(): string {
  return relationKinds
    .map(({ relation }) => exploreQuery('relation_counts', { relation }))
    .join('\nUNION ALL\n');
}
