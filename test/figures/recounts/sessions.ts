/** Who shares a device or an address, and when: counted from logins.csv and ips.csv alone. */
import type { Finding } from '../../../domain/finding.ts';
import { placeOf } from '../places.ts';
import { given, type Recount } from '../recount.ts';
import {
  allTimes,
  byTime,
  day,
  distinct,
  grouped,
  most,
  rounded,
  sum,
  type Session,
} from '../world.ts';

interface Meeting {
  passes: number;
  handovers: number;
  atOnce: number;
  days: Set<number>;
}

const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** For each pair of accounts, how their sessions follow each other in time. */
function meetings(sessions: readonly Session[], endOf: (one: Session) => number) {
  const found = new Map<string, Meeting>();
  const meeting = (a: string, b: string) => {
    const pair = pairOf(a, b);
    if (!found.has(pair)) found.set(pair, { passes: 0, handovers: 0, atOnce: 0, days: new Set() });
    return found.get(pair)!;
  };
  const ordered = [...sessions].sort((a, b) => byTime(a, b) || endOf(a) - endOf(b));
  ordered.slice(1).forEach((next, at) => {
    const before = ordered[at]!;
    if (before.account === next.account) return;
    const one = meeting(before.account, next.account);
    const pause = next.from - endOf(before);
    one.passes += 1;
    if (pause >= 0 && pause <= 15 * 60) one.handovers += 1;
    if (pause < 0) one.atOnce += 1;
  });
  for (const [, there] of grouped(sessions, ({ from }) => String(day(from)))) {
    const present = [...new Set(there.map(({ account }) => account))];
    present.forEach((a, at) =>
      present.slice(at + 1).forEach((b) => meeting(a, b).days.add(day(there[0]!.from))),
    );
  }
  return found;
}

const returnsOf = ({ passes }: Meeting) => Math.max(0, passes - 1);

/** What is said of each of the closest pairs, counted of that pair. */
function ofClosest(finding: Finding, count: (pair: string) => Readonly<Record<string, number>>) {
  const closest = given<readonly { a: string; b: string }[]>(finding, 'closest');
  const figures = closest.flatMap(({ a, b }, at) =>
    Object.entries(count(pairOf(a, b))).map(
      ([name, value]) => [`closest.${at}.${name}`, value] as const,
    ),
  );
  return Object.fromEntries(figures);
}

/** Of all pairs of those named. */
function pairsAmong({ accounts }: Finding): string[] {
  return accounts.flatMap((a, at) => accounts.slice(at + 1).map((b) => pairOf(a, b)));
}

const sharedDevice: Recount = (finding, world) => {
  const device = given<string>(finding, 'device');
  const sessions = world.sessions().filter((one) => one.device === device);
  const met = meetings(sessions, ({ from, ended }) =>
    ended !== null && ended > from ? ended : from,
  );
  const kept = pairsAmong(finding).flatMap((pair) => met.get(pair) ?? []);
  const own = sessions.filter(({ account }) => finding.accounts.includes(account));
  return {
    figures: {
      accounts: distinct(sessions.map(({ account }) => account)),
      named: finding.accounts.length,
      unrelated: world.parties(finding.accounts),
      sessions: own.length,
      passes: sum(kept.map(({ passes }) => passes)),
      returns: sum(kept.map(returnsOf)),
      days_both: most(kept.map(({ days }) => days.size)),
      at_once: sum(kept.map(({ atOnce }) => atOnce)),
      ...ofClosest(finding, (pair) => {
        const one = met.get(pair)!;
        return {
          passes: one.passes,
          returns: returnsOf(one),
          days_both: one.days.size,
          handovers: one.handovers,
          at_once: one.atOnce,
        };
      }),
    },
    times: allTimes(own),
    rows: { 'logins.device_id': own.length },
  };
};

/** Seconds by day at which both of a pair are there. */
function together(sessions: readonly Session[], pair: string, endOf: (one: Session) => number) {
  const [a, b] = pair.split(' ');
  const days = new Map<number, number>();
  for (const one of sessions.filter(({ account }) => account === a))
    for (const other of sessions.filter(({ account }) => account === b)) {
      const begun = Math.max(one.from, other.from);
      const done = Math.min(endOf(one), endOf(other));
      for (let at = day(begun); at <= day(done); at += 1) {
        const inside = Math.min(done, (at + 1) * 86_400) - Math.max(begun, at * 86_400);
        if (inside > 0) days.set(at, (days.get(at) ?? 0) + inside);
      }
    }
  return days;
}

const sharedIp: Recount = (finding, world) => {
  const place = given<string>(finding, 'ip');
  const sessions = world.sessions().filter(({ ip }) => placeOf(ip, place) === place);
  const endOf = ({ from, ended }: Session) =>
    Math.min(ended !== null && ended >= from ? ended : from + 1_800, from + 172_800);
  const met = meetings(sessions, endOf);
  const ordered = [...sessions].sort((x, y) => byTime(x, y) || endOf(x) - endOf(y));
  const own = sessions.filter(({ account }) => finding.accounts.includes(account));
  const pairs = pairsAmong(finding);
  const atOnce = (pair: string) =>
    [...together(sessions, pair, endOf)].filter(([, here]) => here >= 300).map(([at]) => at);
  const daysTogether = (pair: string) => {
    const days = new Set(atOnce(pair));
    ordered.slice(1).forEach((next, at) => {
      const before = ordered[at]!;
      const pause = next.from - endOf(before);
      if (pairOf(before.account, next.account) === pair && pause >= 0 && pause <= 900)
        days.add(day(next.from));
    });
    return days.size;
  };
  return {
    figures: {
      accounts: distinct(sessions.map(({ account }) => account)),
      named: finding.accounts.length,
      unrelated: world.parties(finding.accounts),
      sessions: own.length,
      days_together: most(pairs.map(daysTogether)),
      days_at_once: most(pairs.map((pair) => atOnce(pair).length)),
      handovers: sum(pairs.map((pair) => met.get(pair)?.handovers ?? 0)),
      ...ofClosest(finding, (pair) => {
        const there = together(sessions, pair, endOf);
        return {
          days_both: new Set([...there.keys(), ...(met.get(pair)?.days ?? [])]).size,
          days_together: daysTogether(pair),
          days_at_once: atOnce(pair).length,
          hours: rounded(sum([...there.values()]) / 3_600, 1),
          handovers: met.get(pair)?.handovers ?? 0,
        };
      }),
    },
    times: allTimes(own),
    rows: { 'logins.ip': own.length },
  };
};

export const recounts: Readonly<Record<string, Recount>> = {
  'shared-device': sharedDevice,
  'shared-ip': sharedIp,
};
