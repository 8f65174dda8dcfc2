import { compareText } from '../../../domain/compare-text.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import type { Scope } from '../../../domain/evidence-scope.ts';

/** What may be asked for; one of them is. */
export interface ScopeRequest {
  cluster?: string | undefined;
  finding?: string | undefined;
  account?: string | undefined;
  /** Around the account. */
  hops: number;
  board?: { case: string; id: string } | undefined;
  nodes?: readonly NodeRef[] | undefined;
}

/** Null unless exactly one thing is asked for. */
export function scopeOf({
  cluster,
  finding,
  account,
  hops,
  board,
  nodes,
}: ScopeRequest): Scope | null {
  const scopes: Scope[] = [];
  if (cluster !== undefined) scopes.push({ kind: 'cluster', id: cluster });
  if (finding !== undefined) scopes.push({ kind: 'finding', id: finding });
  if (account !== undefined) scopes.push({ kind: 'account', id: account, hops });
  if (board !== undefined) scopes.push({ kind: 'board', ...board });
  if (nodes !== undefined) scopes.push({ kind: 'selection', nodes: distinct(nodes) });
  const [scope, ...others] = scopes;
  return scope && others.length === 0 ? scope : null;
}

/** In order, so that the order of picking makes no other bundle. */
function distinct(nodes: readonly NodeRef[]): NodeRef[] {
  const byRef = new Map(nodes.map(({ type, id }) => [formatRef({ type, id }), { type, id }]));
  return [...byRef].sort(([one], [other]) => compareText(one, other)).map(([, ref]) => ref);
}
