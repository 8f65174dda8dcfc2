/** What is at stake with a cluster, in words: the same in lists, in reports and on the command line. */
import type { Ranking, RankingTerm, Stakes } from '../ranking.ts';
import { outOf100 } from '../score.ts';
import { messages as short } from '../messages/browser.ts';
import { messages as whole } from '../messages/later.ts';

/** How the reader writes figures. */
export interface Written {
  /** An exact amount of money. */
  money: (amount: string, currency: string) => string;
  /** The day of a time. */
  day: (at: string) => string;
  decimal: (value: number) => string;
}

/** Of so many currencies a list says the amount. */
const mostCurrencies = 2;

/** In a few words each, what there is none of left out. */
export function stakesLabels(
  { since, listed, money, active, growing, victims }: Stakes,
  written: Written,
): string[] {
  const says = short.atStake;
  const joined = growing.created.length + growing.joined.length;
  const rest = money.length - mostCurrencies;
  const most = money.toSorted((one, other) => other.times - one.times).slice(0, mostCurrencies);
  return [
    ...(listed.length > 0 ? [says.listed(listed.length)] : []),
    ...most.map(({ amount, currency }) =>
      says.money(written.money(amount, currency), written.day(since)),
    ),
    ...(rest > 0 ? [says.moreCurrencies(rest)] : []),
    ...(active.accounts.length > 0
      ? [says.active(active.accounts.length, written.day(active.since))]
      : active.last === null
        ? []
        : [says.quiet(written.day(active.last))]),
    ...(joined > 0 ? [says.growing(joined, written.day(since))] : []),
    ...(victims.clients > 0 ? [says.victims(victims.clients)] : []),
  ];
}

/** Each step of the sum, as a sentence that says what it counts. */
export function rankingLabel(
  term: Ranking['terms'][number],
  { stakes, score }: { stakes: Stakes; score: number },
  written: Written,
): string {
  const of: Record<RankingTerm, () => string> = {
    likelihood: () =>
      whole.ranking.likelihood(outOf100(score), outOf100(1 / (1 + Math.exp(-term.value)))),
    listed: () => listedLabel(stakes, written),
    money: () => moneyLabel(stakes, written),
    active: () => activeLabel(stakes, written),
    growing: () => {
      const { created, joined, of: members } = stakes.growing;
      const since = written.day(stakes.since);
      return whole.ranking.growing(created.length, joined.length, members, since);
    },
    victims: () => {
      const { clients, hired, paid } = stakes.victims;
      return whole.ranking.victims(clients, hired, paid);
    },
  };
  return of[term.name]();
}

function listedLabel({ listed }: Stakes, written: Written): string {
  const says = whole.ranking;
  const [surest] = listed;
  if (!surest) return says.noneListed;
  const entries = listed.map(({ name, list }) => `${name} (${list})`);
  return says.listed(entries, written.decimal(surest.score));
}

function moneyLabel({ money }: Stakes, written: Written): string {
  const says = whole.ranking;
  if (money.length === 0) return says.noMoney;
  return says.money(
    money.map(({ currency, amount, transfers, times, usual, usual_of }) =>
      says.moneyPart(
        written.money(amount, currency),
        transfers,
        written.decimal(times),
        written.money(usual, currency),
        usual_of,
      ),
    ),
  );
}

function activeLabel({ active, growing }: Stakes, written: Written): string {
  const says = whole.ranking;
  const { last, what, account, accounts } = active;
  if (last === null || what === null || account === null) return says.neverActive;
  const since = written.day(active.since);
  const did = says.did[what](account, written.day(last));
  return accounts.length > 0
    ? says.active(accounts.length, growing.of, since, did)
    : says.quiet(since, did);
}
