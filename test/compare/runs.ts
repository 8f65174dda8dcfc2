import type { Cluster, Run } from '../../domain/finding.ts';
import type { WholeRun } from '../../server/decisions/compare/compare-runs.ts';
import { clusterId } from '../../server/detection/cluster/cluster.ts';
import type { StoredFinding } from '../../server/detection/runs/finding-list.ts';

/** A finding of `shared-payout` about two accounts, but for what is said otherwise. */
export function found(id: string, more: Partial<StoredFinding> = {}): StoredFinding {
  return {
    id,
    detector: 'shared-payout',
    version: 1,
    score: 0.8,
    title: `Title of ${id}`,
    accounts: ['a1', 'a2'],
    nodes: [],
    facts: { accounts: 2 },
    indicators: ['P5'],
    possible_role: 'operator',
    first_seen: null,
    last_seen: null,
    cluster_id: null,
    evidence_count: 1,
    ...more,
  };
}

export function cluster(accounts: string[], findings: string[], score = 0.8): Cluster {
  return {
    id: clusterId(accounts),
    score,
    accounts,
    findings,
    detectors: ['shared-payout'],
    name: `${accounts.length} accounts`,
    summary: '',
    held_by: findings,
    splits_without: null,
    first_seen: null,
    last_seen: null,
  };
}

export function wholeRun(
  name: string,
  { findings = [], clusters = [], accounts = [], payouts = null, things = null }: Partial<WholeRun>,
  detectors: Run['detectors'] = [ran('shared-payout')],
): WholeRun {
  const run: Run = {
    run: name,
    as_of: null,
    started: '2026-01-01T00:00:00.000Z',
    ended: '2026-01-01T00:01:00.000Z',
    by: 'test',
    detectors,
    loads: [],
    counts: {},
  };
  return { run, findings, clusters, accounts, payouts, things };
}

export function ran(id: string, version = 1): Run['detectors'][number] {
  return { id, version, parameters: {}, findings: 0, seconds: 0 };
}
