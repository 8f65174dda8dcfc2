/** What is open in the queue. */
import { loadQuery } from '../../../cypher/load-query.ts';
import type { FoundKind } from '../../../domain/disposition.ts';
import type { Run } from '../../../domain/finding.ts';
import type { Database } from '../../graph/neo4j/database.ts';

type Open = 'new' | 'reopened' | 'overdue' | 'proposed';

/**
 * `new`: nobody has decided of it. `reopened`: new evidence has ended what was decided. `overdue`: by the day on which the run
 * ended. `proposed`: to be confirmed by a second person.
 */
export type OpenCounts = Record<Open, Record<FoundKind, number>>;

export async function readOpenCounts(database: Database, { run, ended }: Run): Promise<OpenCounts> {
  const rows = await database.read<Record<Open, number> & { kind: FoundKind }>(
    loadQuery('triage/open_counts'),
    { run, today: ended.slice(0, 10) },
  );
  const of = (what: Open) => ({ finding: count('finding', what), cluster: count('cluster', what) });
  return {
    ...{ new: of('new'), reopened: of('reopened') },
    ...{ overdue: of('overdue'), proposed: of('proposed') },
  };

  function count(kind: FoundKind, what: Open): number {
    return rows.find((row) => row.kind === kind)?.[what] ?? 0;
  }
}
