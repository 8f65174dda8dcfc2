import { loadQuery } from '../../../cypher/load-query.ts';
import type { Overview } from '../../../domain/answers.ts';
import { nodeTypeOfLabel } from '../../../domain/schema/graph.ts';
import { latestRun } from '../../detection/runs/read-runs.ts';
import { ChangeLog } from '../../ingest/load/change-log.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { overLabels } from '../../graph/canvas/shown-types.ts';
import { programVersion } from '../../platform/version.ts';
import { relationKinds } from '../../graph/canvas/relation-kinds.ts';

interface CountRow {
  name: string;
  count: number;
}

/** What is loaded, by type, and the latest run; types that nothing was loaded of are left out. */
export async function overview(database: Database): Promise<Omit<Overview, 'detection'>> {
  const [nodes, relations, { run, since }, [mark]] = await Promise.all([
    database.read<CountRow>(overLabels('counts')),
    database.read<CountRow>(overRelations()),
    runAndSince(database),
    database.read<{ database: string | null }>(loadQuery('explore/database_id')),
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
    database: mark?.database ?? '',
    loads_since: since,
  };
}

async function runAndSince(database: Database) {
  const run = await latestRun(database);
  return { run, since: run === null ? 0 : await loadsSince(database, run.started) };
}

async function loadsSince(database: Database, since: string): Promise<number> {
  const [found] = await database.read<{ loads: number }>(loadQuery('explore/loads_since'), {
    since,
    nothing: nothingTouched,
  });
  return found!.loads;
}

/** What a load that changed nothing has touched. */
const nothingTouched = JSON.stringify(new ChangeLog().types());

function overRelations(): string {
  return relationKinds
    .map(({ relation }) => loadQuery('explore/relation_counts', { relation }))
    .join('\nUNION ALL\n');
}
