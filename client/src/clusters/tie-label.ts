import type { ClusterTie } from '../../../domain/cluster-overview.ts';
import { messages } from '../../../domain/messages/later.ts';
import { money } from '../theme/amounts.ts';

const text = messages.clusterOverview;

/** What joins two clusters, a line each: things that both use, the rarest first, and money from one to the other. */
export function tieLabels(
  { things, shared, money: flows }: ClusterTie,
  nameOf: (cluster: string) => string,
): string[] {
  const left = shared - things.length;
  return [
    ...things.map(({ node, users, uses }) =>
      text.thing(messages.schema.nodes[node.type].one, node.caption, uses, users),
    ),
    ...(left > 0 ? [text.moreThings(left)] : []),
    ...flows.map(({ from, to, amount, currency, count }) =>
      text.flow(nameOf(from), nameOf(to), money(amount, currency), count),
    ),
  ];
}

/** How often: rows by which both use what they share, and transfers. */
export function tieCount({ uses, money: flows }: ClusterTie): number {
  return flows.reduce((sum, { count }) => sum + count, uses);
}
