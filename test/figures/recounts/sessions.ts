/** Devices, addresses, hours: counted from logins.csv and ips.csv alone. */
import type { Finding } from '../../../domain/finding.ts';
import { given, type Recount } from '../recount.ts';
import { distinct, grouped, most, rounded, sum, type Session, type World } from '../world.ts';

const day = (time: number) => Math.floor(time / 86_400);
const byTime = (a: Session, b: Session) =>
  a.from - b.from || (a.account < b.account ? -1 : a.account > b.account ? 1 : 0);

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
const allTimes = (sessions: readonly Session[]) => sessions.flatMap(({ times }) => times);

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
    },
    times: allTimes(own),
    rows: { 'logins.device_id': own.length },
  };
};

/** An address, or the /64 that an IPv6 address lies in. */
function placeOf(ip: string, place: string): string {
  if (!place.endsWith('::/64') || !ip.includes(':')) return ip;
  const [front = '', back = ''] = ip.split('::');
  const parts = (text: string) => text.split(':').filter((part) => part !== '');
  const missing = 8 - parts(front).length - parts(back).length;
  const all = [...parts(front), ...Array<string>(Math.max(0, missing)).fill('0'), ...parts(back)];
  return `${all.slice(0, 4).join(':')}::/64`;
}

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
  const daysTogether = pairs.map((pair) => {
    const days = new Set(atOnce(pair));
    ordered.slice(1).forEach((next, at) => {
      const before = ordered[at]!;
      const pause = next.from - endOf(before);
      if (pairOf(before.account, next.account) === pair && pause >= 0 && pause <= 900)
        days.add(day(next.from));
    });
    return days.size;
  });
  return {
    figures: {
      accounts: distinct(sessions.map(({ account }) => account)),
      named: finding.accounts.length,
      unrelated: world.parties(finding.accounts),
      sessions: own.length,
      days_together: most(daysTogether),
      days_at_once: most(pairs.map((pair) => atOnce(pair).length)),
      handovers: sum(pairs.map((pair) => met.get(pair)?.handovers ?? 0)),
    },
    times: allTimes(own),
    rows: { 'logins.ip': own.length },
  };
};

/** Stretches of sessions between which no four hours are free, of a day or more. */
function chainsOf(sessions: readonly Session[]): Session[][] {
  const ordered = [...sessions].sort(byTime);
  const chains: { until: number; sessions: Session[] }[] = [];
  for (const one of ordered) {
    const until = one.ended !== null && one.ended >= one.from ? one.ended : one.from + 1_800;
    const last = chains.at(-1);
    if (last && one.from - last.until < 4 * 3_600) {
      last.until = Math.max(last.until, until);
      last.sessions.push(one);
    } else chains.push({ until, sessions: [one] });
  }
  return chains
    .filter(({ until, sessions: [first] }) => until - first!.from >= 86_400)
    .map(({ sessions: all }) => all);
}

const lastOf = (chain: readonly Session[]) =>
  Math.max(
    ...chain.map(({ from, ended }) => (ended !== null && ended >= from ? ended : from + 1_800)),
  );

/** Blocks of thirty days that are full enough to show a night, and those of them without one. */
function monthsOf(sessions: readonly Session[]) {
  if (sessions.length < 20) return { months: 0, restless: 0 };
  const hours = new Set<number>();
  for (const { from, ended } of sessions) {
    const until = Math.min(ended !== null && ended >= from ? ended : from + 1_800, from + 172_800);
    for (let hour = Math.floor(from / 3_600); hour <= Math.floor(until / 3_600); hour += 1)
      hours.add(hour);
  }
  const blocks = grouped([...hours], (hour) => String(Math.floor(hour / 24 / 30)));
  const full = [...blocks.values()].filter(
    (block) => block.length >= 80 && distinct(block.map((hour) => Math.floor(hour / 24))) >= 12,
  );
  const quietest = (block: readonly number[]) =>
    Math.min(
      ...Array.from(
        { length: 24 },
        (_, start) =>
          block.filter((hour) => ((hour % 24) - start + 24) % 24 < 6).length / block.length,
      ),
    );
  return {
    months: full.length,
    restless: full.filter((block) => quietest(block) > 0.08).length,
  };
}

const alwaysOn: Recount = (finding, world) => {
  const account = given<string>(finding, 'account');
  const sessions = world.sessions().filter((one) => one.account === account);
  const chains = chainsOf(sessions);
  const { months, restless } = monthsOf(sessions);
  const within = chains.length > 0 ? chains.flat() : sessions;
  const counted = months > 0 ? sessions : within;
  return {
    figures: {
      chains: chains.length,
      longest_hours: rounded(
        most(chains.map((chain) => (lastOf(chain) - chain[0]!.from) / 3_600)),
        1,
      ),
      sessions_in_chains: chains.flat().length,
      devices: distinct(within.flatMap(({ device }) => (device === '' ? [] : [device]))),
      addresses: distinct(within.map(({ ip }) => ip)),
      months,
      restless_months: restless,
    },
    times: allTimes(counted),
    rows: { 'logins.ip': counted.length },
    estimates: [30],
  };
};

const hiding = ['vpn', 'tor', 'hosting'];

const ipHopping: Recount = (finding, world) => {
  const account = given<string>(finding, 'account');
  const sessions = world
    .sessions()
    .filter((one) => one.account === account)
    .sort(byTime);
  const place = ({ ip }: Session) => world.one('ips', 'ip', ip) ?? {};
  const country = (one: Session) => place(one)['country'] ?? '';
  const hidden = (one: Session) => hiding.includes(place(one)['kind'] ?? '');
  const placed = sessions.filter((one) => country(one) !== '');
  const leaps = placed.slice(1).flatMap((after, at) => {
    const before = placed[at]!;
    const until = before.ended !== null && before.ended > before.from ? before.ended : before.from;
    const leapt = country(before) !== country(after) && after.from - until < 3 * 3_600;
    return leapt ? [{ before, after, until }] : [];
  });
  const plain = leaps.filter(({ before, after }) => !hidden(before) && !hidden(after));
  const days = [...grouped(sessions, ({ from }) => String(day(from))).values()];
  const countriesOf = (all: readonly Session[]) =>
    distinct(all.flatMap((one) => (country(one) === '' ? [] : [country(one)])));
  const usual = given<number>(finding, 'usual_addresses');
  const busy = days.filter(
    (all) => countriesOf(all) > 2 || distinct(all.map(({ ip }) => ip)) > usual + 2,
  );
  return {
    figures: {
      sessions: sessions.length,
      addresses: distinct(sessions.map(({ ip }) => ip)),
      countries: countriesOf(sessions),
      leaps: plain.length,
      leaps_at_once: plain.filter(({ after, until }) => after.from < until).length,
      leap_countries: countriesOf(plain.flatMap(({ before, after }) => [before, after])),
      hidden_leaps: leaps.length - plain.length,
      most_countries_a_day: most(days.map(countriesOf)),
      days_of_three_countries: days.filter((all) => countriesOf(all) > 2).length,
      most_addresses_a_day: most(days.map((all) => distinct(all.map(({ ip }) => ip)))),
    },
    times: allTimes([...leaps.flatMap(({ before, after }) => [before, after]), ...busy.flat()]),
    rows: { 'logins.ip': sessions.length },
  };
};

const oddHours: Recount = (finding, world) => {
  const account = given<string>(finding, 'account');
  const sessions = world.sessions().filter((one) => one.account === account);
  const hours = Array<number>(24).fill(0);
  for (const { from, ended } of sessions) {
    const first = Math.floor(from / 3_600);
    // Over midnight it is one day later at most, as the text of the time tells no more.
    const later = ended !== null && ended > from ? ended : from;
    const last =
      (Math.floor(later / 3_600) % 24) + (day(later) > day(from) ? 24 : 0) - (first % 24);
    for (let hour = 0; hour <= Math.min(11, last); hour += 1) hours[(first + hour) % 24]! += 1;
  }
  const fit = given<{ apart: number; fitting_offsets: number[] }>(finding, 'fit');
  return {
    figures: {
      sessions: sessions.length,
      days: distinct(sessions.map(({ from }) => day(from))),
      months: distinct(sessions.map(({ month }) => month)),
      hours_of_utc_day: hours,
    },
    times: allTimes(sessions),
    rows: { 'logins.ip': sessions.length },
    estimates: [fit.apart, ...fit.fitting_offsets.map(Math.abs)],
  };
};

const ports = ['3389', '5900', '5901', '5938', '6568', '7070', '8040', '21116'];
type Sign = 'port' | 'open port' | 'tool' | 'hosting';
const signs: readonly Sign[] = ['port', 'open port', 'tool', 'hosting'];

function shows(world: World, sign: Sign, { ip, port, device }: Session): boolean {
  const place = world.one('ips', 'ip', ip);
  if (sign === 'port') return ports.includes(port);
  if (sign === 'open port')
    return (place?.['open_ports'] ?? '').split('|').some((open) => ports.includes(open));
  if (sign === 'hosting') return place?.['kind'] === 'hosting';
  return (world.one('devices', 'device_id', device)?.['remote_access'] ?? '') !== '';
}

/** How many peers show a sign, of how many; all others are peers where those of the trade are few. */
function showing(world: World, account: string, sign: Sign) {
  const users = [...new Set(world.sessions().map((one) => one.account))];
  const seen = new Set(
    world
      .sessions()
      .filter((one) => shows(world, sign, one))
      .map((one) => one.account),
  );
  const kindOf = (id: string) =>
    `${world.account(id)['platform'] ?? ''}|${world.account(id)['trade'] ?? ''}`;
  const alike = users.filter((id) => kindOf(id) === kindOf(account));
  const others = (alike.length >= 20 ? alike : users).filter((id) => id !== account);
  return { showing: others.filter((id) => seen.has(id)).length, beside: others.length };
}

const remoteDesktop: Recount = (finding, world) => {
  const account = given<string>(finding, 'account');
  const sessions = world.sessions().filter((one) => one.account === account);
  const seen = signs
    .map((sign) => ({ sign, of: sessions.filter((one) => shows(world, sign, one)) }))
    .filter(({ of }) => of.length > 0);
  const beside = seen.map(({ sign }) => showing(world, account, sign));
  const figures = seen.flatMap(({ sign, of }, at) => [
    [`signs.${at}.sign`, sign],
    [`signs.${at}.sessions`, of.length],
    [`signs.${at}.showing`, beside[at]!.showing],
  ]);
  return {
    figures: {
      ...(Object.fromEntries(figures) as object),
      sessions: sessions.length,
      beside: beside[0]!.beside,
    },
    times: allTimes(sessions),
    rows: { 'logins.ip': sessions.length },
  };
};

export const recounts: Readonly<Record<string, Recount>> = {
  'shared-device': sharedDevice,
  'shared-ip': sharedIp,
  'always-on': alwaysOn,
  'ip-hopping': ipHopping,
  'odd-hours': oddHours,
  'remote-desktop': remoteDesktop,
};
