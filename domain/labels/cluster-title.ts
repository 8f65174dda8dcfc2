/** Who a cluster is and how much is at stake, in a line: the same in lists, on its page and in the queue. */
import type { TitledBy } from '../answers.ts';
import type { Cluster } from '../finding.ts';
import { messages } from '../messages/browser.ts';
import type { Written } from './stakes-label.ts';

type Titled = Pick<Cluster, 'name' | 'ranking'> & TitledBy;

/**
 * `12 accounts by one payout, Meridian Osprey, hired or rated by Larkmoor and Dawnreach: USD 77,568 since 1 Jul 2022 (OFAC: Volasys Silver Star)`; what is
 * not known is left out.
 */
export function clusterTitle(
  { name: bond, ranking, own_clients: clients, held_at: things }: Titled,
  written: Written,
): string {
  const says = messages.atStake;
  const { count, named } = clients;
  const hirers = named.map(({ caption }) => caption);
  const bound = [bond, ...things.map(({ caption }) => caption)].join(', ');
  const name = count > 0 ? `${bound}, ${says.hiredBy(hirers, count - hirers.length)}` : bound;
  if (!ranking) return name;
  const { money, listed, since } = ranking.stakes;
  const [most] = money.toSorted((one, other) => other.times - one.times);
  const [surest] = listed;
  const amount = most
    ? `: ${says.money(written.money(most.amount, most.currency), written.day(since))}`
    : '';
  const entry = surest ? ` (${says.entry(surest.list, surest.name, listed.length - 1)})` : '';
  return `${name}${amount}${entry}`;
}
