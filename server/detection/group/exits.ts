import { compareText } from '../../../domain/compare-text.ts';
import type { Explained } from '../../../domain/honest-explanation.ts';
import { logTail } from './chance.ts';
import type { Bond, GroupEvidence } from './evidence.ts';
import { explainedShares, surpriseWeight, type Weighed, type Weighing } from './term.ts';

/** Exits of which networks of VPNs, of Tor and of rented servers accounts use, of those that two or more do. */
export interface Exits {
  of: ReadonlyMap<string, readonly string[]>;
  users: ReadonlyMap<string, number>;
}

/** What members of a group have chosen alike. */
interface ExitSurprise {
  /** How improbable it is by chance, in natural units, after the search among exits is paid for; 0 when it is not. */
  nats: number;
  /** How many members use any of the exits that count. */
  accounts: number;
  /** The exits that count, the most telling first: how many members use each, and how many accounts on the platform. */
  shared: { network: string; members: number; users: number }[];
}

/** As much of it an honest explanation would show as well: one subscription, one company’s servers, one town’s. Whom one
 * is paid through, or works for, has no part in it. */
const exitsExplained: Explained = {
  second_account: 0.9,
  household: 0.7,
  business: 0.7,
  studio: 0.7,
  place: 0.5,
  course: 0.2,
};

/** In any order of `uses`; each pair once. */
export function exitsFrom(uses: readonly { account: string; exit: string }[]): Exits {
  const users = new Map<string, number>();
  for (const { exit } of uses) users.set(exit, (users.get(exit) ?? 0) + 1);
  for (const [exit, count] of users) if (count < 2) users.delete(exit);
  const of = new Map<string, string[]>();
  for (const { account, exit } of uses) {
    if (!users.has(exit)) continue;
    const own = of.get(account);
    if (own) own.push(exit);
    else of.set(account, [exit]);
  }
  return { of, users };
}

/**
 * Exit by exit, how improbably many use it of those members that use any, against the share of all who use any. Who uses
 * none says nothing.
 */
function exitSurprise(members: ReadonlySet<string>, { of, users }: Exits): ExitSurprise {
  const counts = new Map<string, number>();
  let using = 0;
  for (const account of members) {
    const own = of.get(account);
    if (!own) continue;
    using += 1;
    for (const exit of own) counts.set(exit, (counts.get(exit) ?? 0) + 1);
  }
  const telling: { network: string; members: number; users: number; nats: number }[] = [];
  for (const [network, count] of counts) {
    if (count < 2) continue;
    const all = users.get(network)!;
    const nats = -logTail(count, using, all / of.size) - Math.log(users.size);
    if (nats > 0) telling.push({ network, members: count, users: all, nats });
  }
  telling.sort((one, other) => other.nats - one.nats || compareText(one.network, other.network));
  const chosen = new Set(telling.map(({ network }) => network));
  const accounts = [...members].filter((account) =>
    of.get(account)?.some((exit) => chosen.has(exit)),
  ).length;
  return {
    nats: telling.reduce((sum, { nats }) => sum + nats, 0),
    accounts,
    shared: telling.map(({ network, members: count, users: all }) => {
      return { network, members: count, users: all };
    }),
  };
}

/**
 * That they chose the same exits of VPNs and servers, oftener than those who use any choose them. The same logins may bind
 * some of them already, and count once.
 */
export function exitsTerm(
  members: ReadonlySet<string>,
  links: readonly Bond[],
  { exits }: GroupEvidence,
  weighing: Weighing,
): Weighed {
  const { nats, accounts, shared } = exitSurprise(members, exits);
  const name = 'shown:exits';
  const whole = surpriseWeight(name, { nats, accounts, size: members.size }, weighing);
  const full = Math.max(0, whole - boundByExits(members, links));
  const taken = new Map(
    explainedShares(exitsExplained).map(([explanation, share]) => [explanation, share * full]),
  );
  return { name, full, taken, accounts, findings: [], exits: shared.slice(0, mostExits) };
}

/** As many exits are named. */
const mostExits = 5;

/** What bonds of the same exits weigh, as a mean over all members. */
function boundByExits(members: ReadonlySet<string>, links: readonly Bond[]): number {
  const heaviest = new Map<string, number>();
  for (const { a, b, parts } of links)
    for (const { detector, weight } of parts)
      if (detector === 'same-exits')
        for (const account of [a, b])
          heaviest.set(account, Math.max(weight, heaviest.get(account) ?? 0));
  return [...heaviest.values()].reduce((sum, weight) => sum + weight, 0) / members.size;
}
