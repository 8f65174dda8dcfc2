import type { Numbers } from '../../../domain/numbers.ts';
import type { BucketKind } from '../../../domain/numbers-asked.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { reconcileDecisions } from '../triage/reconcile.ts';
import { decisionsIn } from './decisions.ts';
import { confirmedIn, moneyNumbers } from './money.ts';
import { openGroups, openNumbers } from './open.ts';
import { periodOf } from './period.ts';
import { precisionRows, throughClusters } from './precision.ts';
import { timeRows } from './time.ts';

/** What is asked for: days, both included, and how time to decision is parted. */
export interface NumbersRequest {
  from?: string | undefined;
  to?: string | undefined;
  by: BucketKind;
}

/**
 * The figures of a period, and of what is open now; what was decided is held against the latest run before. `now`: ISO
 * 8601, UTC. Throws UsageError for what is no period.
 */
export async function numbersOf(
  database: Database,
  home: string,
  { by, ...asked }: NumbersRequest,
  now: string,
): Promise<Numbers> {
  const period = periodOf(asked, now);
  const run = await reconcileDecisions(database, home, now);
  const today = now.slice(0, 10);
  const open = await openGroups(database, run, today);
  const { first, verdicts } = await decisionsIn(database, period);
  const through = await throughClusters(database, verdicts, period);
  const confirmed = await confirmedIn(database, period);
  return {
    ...{ at: now, today, run, period, by },
    open: openNumbers(open, today),
    time: timeRows(first, period, by),
    precision: precisionRows(verdicts, through, open),
    money: await moneyNumbers(database, confirmed),
  };
}
