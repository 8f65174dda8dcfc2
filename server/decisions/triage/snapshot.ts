import { compareText } from '../../../domain/compare-text.ts';
import type { Cluster, BareFinding } from '../../../domain/finding.ts';
import { formatRef } from '../../../domain/schema/graph.ts';

/** A finding of a cluster, as far as it counts for what was decided. */
export interface SnapshotFinding {
  id: string;
  detector: string;
  version: number;
  family: string;
  score: number;
}

/** What a finding or a cluster was when something was decided of it. */
export type Snapshot =
  | {
      kind: 'finding';
      run: string;
      detector: string;
      version: number;
      score: number;
      accounts: string[];
      nodes: string[];
      facts: Record<string, unknown>;
    }
  | {
      kind: 'cluster';
      run: string;
      score: number;
      accounts: string[];
      findings: SnapshotFinding[];
      /** Members that were confirmed elsewhere. */
      confirmed: string[];
    };

export type FindingSnapshot = Extract<Snapshot, { kind: 'finding' }>;
export type ClusterSnapshot = Extract<Snapshot, { kind: 'cluster' }>;

export function findingSnapshot(run: string, finding: BareFinding): FindingSnapshot {
  const { detector, version, score, accounts, nodes, facts } = finding;
  return {
    ...{ kind: 'finding', run, detector, version, score, accounts, facts },
    nodes: nodes.map(formatRef),
  };
}

/** `findings`: those of the cluster. `familyOf`: of a detector. */
export function clusterSnapshot(
  run: string,
  { score, accounts }: Cluster,
  findings: readonly BareFinding[],
  familyOf: (detector: string) => string,
  confirmed: readonly string[],
): ClusterSnapshot {
  return {
    ...{ kind: 'cluster', run, score, accounts, confirmed: [...confirmed] },
    findings: findings
      .map(({ id, detector, version, score: strength }) => ({
        ...{ id, detector, version, score: strength },
        family: familyOf(detector),
      }))
      .sort((one, other) => compareText(one.id, other.id)),
  };
}
