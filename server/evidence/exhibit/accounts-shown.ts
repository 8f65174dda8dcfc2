/** The accounts of an exhibit, with so much of each as a list of them says. */
import { accountsByStanding } from '../../../domain/standing.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';

export type ShownAccount = Pick<WholeNode, 'type' | 'id' | 'caption' | 'score' | 'standing'>;

export interface AccountsShown {
  /** Those that it is about. */
  members: readonly ShownAccount[];
  /** Those shown for context alone. */
  context: readonly ShownAccount[];
}

export function accountsShown(nodes: Iterable<WholeNode>): AccountsShown {
  return accountsByStanding(bare(nodes));
}

function* bare(nodes: Iterable<WholeNode>): Generator<ShownAccount> {
  for (const { type, id, caption, score, standing } of nodes)
    if (type === 'account') yield { type, id, caption, score, standing };
}
