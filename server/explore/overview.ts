import type { Overview } from '../../domain/answers.ts';
import { nodeTypeOfLabel } from '../../domain/graph.ts';
import { latestRun } from '../detect/run-store.ts';
import type { Database } from '../neo4j/database.ts';
import { exploreQuery, overLabels } from './query.ts';
import { programVersion } from '../version.ts';
import { relationKinds } from './relation-kinds.ts';

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
