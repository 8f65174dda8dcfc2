import { loadQuery } from '../../../cypher/load-query.ts';
import type { Period, PrecisionRow } from '../../../domain/numbers.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { DecidedFinding, FoundBy } from '../triage/disposition.ts';
import type { Verdict } from './decisions.ts';
import type { OpenGroup } from './open.ts';
import { momentsOf } from './period.ts';
import { wilson } from './wilson.ts';

/** A finding that has no decision of its own, with that of its cluster. */
export interface ThroughCluster {
  finding: DecidedFinding;
  verdict: Verdict;
}

/** Each finding once, by the last decision of a cluster that it was in then. */
export async function throughClusters(
  database: Database,
  verdicts: readonly Verdict[],
  period: Period,
): Promise<ThroughCluster[]> {
  const last = new Map<string, ThroughCluster>();
  for (const verdict of verdicts)
    if (verdict.kind === 'cluster')
      for (const finding of verdict.about) last.set(finding.id, { finding, verdict });
  const decided = await database.read<{ id: string }>(loadQuery('numbers/decided_before'), {
    ids: [...last.keys()],
    end: momentsOf(period).end,
  });
  for (const { id } of decided) last.delete(id);
  return [...last.values()];
}

/** A row for each version of a detector of which anything was decided, or is open; by its name. */
export function precisionRows(
  verdicts: readonly Verdict[],
  through: readonly ThroughCluster[],
  open: readonly OpenGroup[],
): PrecisionRow[] {
  const rows = new Map<string, PrecisionRow>();
  const rowOf = ({ detector, version }: FoundBy) => {
    const key = JSON.stringify([detector, version]);
    const row = rows.get(key) ?? emptyRow(detector, version);
    rows.set(key, row);
    return row;
  };
  for (const { kind, about, outcome, reason, reopened } of verdicts) {
    if (kind !== 'finding' || !about[0]) continue;
    const { own } = rowOf(about[0]);
    own[outcome] += 1;
    if (reopened) own.reopened += 1;
    if (reason) own.reasons[reason] = (own.reasons[reason] ?? 0) + 1;
  }
  for (const { finding, verdict } of through) rowOf(finding).cluster[verdict.outcome] += 1;
  for (const { detector, version, items } of open)
    if (detector !== null) rowOf({ detector, version: version ?? 1 }).undecided += items;
  return [...rows.values()]
    .map(withShare)
    .sort((one, other) =>
      one.detector === other.detector
        ? one.version - other.version
        : one.detector < other.detector
          ? -1
          : 1,
    );
}

function emptyRow(detector: string, version: number): PrecisionRow {
  return {
    ...{ detector, version, precision: null, low: null, high: null, undecided: 0 },
    own: { confirmed: 0, dismissed: 0, other: 0, reasons: {}, reopened: 0 },
    cluster: { confirmed: 0, dismissed: 0, other: 0 },
  };
}

/** Of what was decided of itself: what a cluster is confirmed for need not be what one of its findings says. */
function withShare(row: PrecisionRow): PrecisionRow {
  const { confirmed, dismissed } = row.own;
  return { ...row, ...wilson(confirmed, confirmed + dismissed) };
}
