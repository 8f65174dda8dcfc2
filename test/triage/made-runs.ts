import type { BareFinding, Cluster } from '../../domain/finding.ts';
import { clusterId } from '../../server/detection/cluster/cluster.ts';
import { storeRun, type DetectionResult } from '../../server/detection/runs/store-run.ts';
import type { Database } from '../../server/graph/neo4j/database.ts';

/** A finding as a detector would make it; what is not given does not matter to what is decided. */
export function madeFinding(
  id: string,
  detector: string,
  accounts: readonly string[],
  score: number,
  version = 1,
): BareFinding {
  return {
    ...{ id, detector, version, score, title: `${detector} of ${accounts.join(', ')}` },
    accounts: [...accounts],
    nodes: accounts.map((account) => ({ type: 'account', id: account })),
    ...{ facts: { days: 3 }, indicators: [], possible_role: 'operator' },
    ...{ first_seen: null, last_seen: null },
  };
}

/** A cluster of accounts with those of the findings that are about them alone. */
export function madeCluster(
  accounts: readonly string[],
  score: number,
  findings: readonly BareFinding[],
): Cluster {
  const own = findings.filter((finding) => finding.accounts.every((one) => accounts.includes(one)));
  return {
    ...{ id: clusterId(accounts), name: `${accounts.length} accounts`, score },
    accounts: [...accounts],
    findings: own.map(({ id }) => id).sort(),
    detectors: [...new Set(own.map(({ detector }) => detector))].sort(),
    ...{ summary: '', held_by: [], splits_without: null, first_seen: null, last_seen: null },
  };
}

/** The `number`th run of a day, with what it found. */
export function madeRun(
  number: number,
  findings: readonly BareFinding[],
  clusters: readonly Cluster[],
): DetectionResult {
  const started = `2026-03-01T${String(number).padStart(2, '0')}:00:00.000Z`;
  return {
    run: {
      ...{ run: `R-${number}`, as_of: null, started, ended: started, by: 'tester' },
      ...{ detectors: [], loads: [], counts: {} },
    },
    findings: [...findings],
    clusters: [...clusters],
    accounts: [],
  };
}

/** Stores it; its findings have no evidence. */
export function storeMade(database: Database, run: DetectionResult): Promise<void> {
  return storeRun(database, run, { evidence: { of: () => ({ text: '[]', count: 0 }) } });
}
