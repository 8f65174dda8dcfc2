import { loadQuery } from '../../../cypher/load-query.ts';
import type { WorkingWeeks } from '../../../domain/views.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { scopeOf, type ViewOfAccounts } from './scope.ts';

interface Row {
  account: string;
  claimed_zone: string | null;
  sessions: number;
  months: { month: string; hours: { hour: number; times: number }[] }[];
}

/** When these accounts were at work, in the order asked for; those not in the graph are left out. */
export async function workingWeeks(
  database: Database,
  view: ViewOfAccounts,
): Promise<WorkingWeeks[]> {
  const rows = await database.read<Row>(loadQuery('views/working_weeks'), scopeOf(view));
  return rows.map(({ months, ...row }) => ({
    ...row,
    months: months.map(({ month, hours }) => {
      const week = new Array<number>(168).fill(0);
      for (const { hour, times } of hours) week[hour] = times;
      return { month, week };
    }),
  }));
}
