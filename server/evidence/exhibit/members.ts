/** Whom an export is about, scope by scope; every other account that it shows is there for context. */
import type { GraphNode } from '../../../domain/answers.ts';
import type { Scope } from '../../../domain/evidence-scope.ts';
import { selected } from '../../platform/sequence.ts';
import type { Subject } from './subject.ts';

/**
 * Ids of accounts. Of a cluster its members; of a finding the accounts that it is about; of an account that one alone,
 * whatever lies around it; of a selection the accounts that were picked. Of a board those that its author has there as
 * members, or, where nobody said of any, those that are in a cluster of the latest run.
 */
export function membersOf(
  scope: Scope,
  { cluster, findings, board }: Pick<Subject, 'cluster' | 'findings' | 'board'>,
  nodes: Iterable<Clustered>,
): Set<string> {
  switch (scope.kind) {
    case 'cluster':
      return new Set(cluster?.accounts);
    case 'finding':
      return new Set(findings.flatMap(({ accounts }) => accounts));
    case 'account':
      return new Set([scope.id]);
    case 'selection':
      return new Set(scope.nodes.flatMap(({ type, id }) => (type === 'account' ? [id] : [])));
    case 'board':
      return new Set(board?.members ?? inClusters(nodes));
  }
}

type Clustered = Pick<GraphNode, 'type' | 'id' | 'cluster_id'>;

function inClusters(nodes: Iterable<Clustered>): string[] {
  const isIn = ({ type, cluster_id: cluster }: Clustered) => type === 'account' && cluster !== null;
  return selected(nodes, isIn).map(({ id }) => id);
}
