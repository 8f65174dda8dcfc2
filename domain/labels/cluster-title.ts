/** Who a cluster is and how much is at stake, in a line: the same in lists, on its page and in the queue. */
import type { Cluster } from '../finding.ts';
import { messages } from '../messages/browser.ts';
import type { Written } from './stakes-label.ts';

/** `12 accounts by one payout: USD 77,568 since 1 Jul 2022 (OFAC: Volasys Silver Star)`; what is not known is left out. */
export function clusterTitle(
  { name, ranking }: Pick<Cluster, 'name' | 'ranking'>,
  written: Written,
): string {
  if (!ranking) return name;
  const { money, listed, since } = ranking.stakes;
  const [most] = money.toSorted((one, other) => other.times - one.times);
  const [surest] = listed;
  const says = messages.atStake;
  const amount = most
    ? `: ${says.money(written.money(most.amount, most.currency), written.day(since))}`
    : '';
  const entry = surest ? ` (${says.entry(surest.list, surest.name, listed.length - 1)})` : '';
  return `${name}${amount}${entry}`;
}
