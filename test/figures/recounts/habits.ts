/** How one account works, and from where: counted from logins.csv and ips.csv alone. */
import type { Finding } from '../../../domain/finding.ts';
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
  type World,
} from '../world.ts';

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

/** Seconds of a chain at which some session was on. */
function atWork(chain: readonly Session[]): number {
  let [until, seconds] = [0, 0];
  for (const { from, ended } of [...chain].sort(byTime)) {
    const end = ended !== null && ended >= from ? ended : from + 1_800;
    seconds += Math.max(0, end - Math.max(from, until));
    until = Math.max(until, end);
  }
  return seconds;
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
  const days = chains.map((chain) => ({
    on: (lastOf(chain) - chain[0]!.from) / 86_400,
    atWork: atWork(chain) / 86_400,
  }));
  const within = chains.length > 0 ? chains.flat() : sessions;
  const counted = months > 0 ? sessions : within;
  return {
    figures: {
      chains: chains.length,
      longest_hours: rounded(
        most(chains.map((chain) => (lastOf(chain) - chain[0]!.from) / 3_600)),
        1,
      ),
      days_on: rounded(sum(days.map(({ on }) => on)), 1),
      days_at_work: rounded(sum(days.map(({ atWork: worked }) => worked)), 1),
      strain: rounded(sum(days.map(({ on, atWork: worked }) => on * worked)), 1),
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

/** What one account in a hundred shows more addresses than in a day. */
function usualAddresses(world: World): number {
  const mostOf = [...grouped(world.sessions(), ({ account }) => account).values()]
    .map((own) => [...grouped(own, ({ from }) => String(day(from))).values()])
    .map((days) => most(days.map((all) => distinct(all.map(({ ip }) => ip)))))
    .sort((a, b) => a - b);
  return mostOf[Math.ceil(0.99 * mostOf.length) - 1] ?? 1;
}

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
  const usual = usualAddresses(world);
  const shown = (all: readonly Session[]) => all.filter((one) => !hidden(one));
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
      hidden_countries: countriesOf(sessions.filter(hidden)),
      hidden_share: rounded(sessions.filter(hidden).length / sessions.length, 2),
      most_shown_a_day: most(days.map((all) => countriesOf(shown(all)))),
      usual_addresses: usual,
      most_countries_a_day: most(days.map(countriesOf)),
      days_of_three_countries: days.filter((all) => countriesOf(all) > 2).length,
      most_addresses_a_day: most(days.map((all) => distinct(all.map(({ ip }) => ip)))),
    },
    times: allTimes([...leaps.flatMap(({ before, after }) => [before, after]), ...busy.flat()]),
    rows: { 'logins.ip': sessions.length },
  };
};

/** Hours on UTC that a session counts for, twelve at most. */
function hoursOf({ from, ended }: Session): number[] {
  const first = Math.floor(from / 3_600);
  // Over midnight it is one day later at most, as the text of the time tells no more.
  const later = ended !== null && ended > from ? ended : from;
  const last = (Math.floor(later / 3_600) % 24) + (day(later) > day(from) ? 24 : 0) - (first % 24);
  return Array.from({ length: 1 + Math.min(11, last) }, (_, hour) => (first + hour) % 24);
}

/** Hours that the claimed zone was ahead of UTC, by the hours at work of each month. */
function claimedOffset(finding: Finding, sessions: readonly Session[]): number {
  const timeZone = given<string>(finding, 'claimed_zone');
  const ahead = (month: string) => {
    const noon = new Date(`${month}-15T12:00:00Z`);
    const there = new Date(`${noon.toLocaleString('sv-SE', { timeZone }).replace(' ', 'T')}Z`);
    return (there.getTime() - noon.getTime()) / 3_600_000;
  };
  const worked = sessions.map((one) => hoursOf(one).length);
  return (
    sum(sessions.map(({ month }, at) => ahead(month) * worked[at]!)) / Math.max(1, sum(worked))
  );
}

const oddHours: Recount = (finding, world) => {
  const account = given<string>(finding, 'account');
  const sessions = world.sessions().filter((one) => one.account === account);
  const hours = Array<number>(24).fill(0);
  for (const hour of sessions.flatMap(hoursOf)) hours[hour]! += 1;
  const fit = given<{ fitting_offsets: number[] } | null>(finding, 'fit');
  const claimed = claimedOffset(finding, sessions);
  const apart = (fit?.fitting_offsets ?? []).map((offset) => {
    const far = Math.abs(offset - claimed) % 24;
    return Math.min(far, 24 - far);
  });
  return {
    figures: {
      sessions: sessions.length,
      days: distinct(sessions.map(({ from }) => day(from))),
      months: distinct(sessions.map(({ month }) => month)),
      hours_of_utc_day: hours,
      ...(fit
        ? {
            'fit.claimed_offset': rounded(claimed, 2),
            'fit.apart': rounded(Math.min(...apart), 2),
          }
        : {}),
    },
    times: allTimes(sessions),
    rows: { 'logins.ip': sessions.length },
    // Which offsets fit is an estimate: test/detectors/odd-hours.test.ts tries it on people whose zone is known.
    estimates: fit?.fitting_offsets.map(Math.abs) ?? [],
    noCounts: ['fit.fitting_offsets'],
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
  return {
    showing: others.filter((id) => seen.has(id)).length,
    beside: others.length,
    peers: alike.length >= 20 ? others.length : 0,
  };
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
      peers: beside[0]!.peers,
      vpn_sessions: sessions.filter(({ ip }) => world.one('ips', 'ip', ip)?.['kind'] === 'vpn')
        .length,
    },
    times: allTimes(sessions),
    rows: { 'logins.ip': sessions.length },
  };
};

export const recounts: Readonly<Record<string, Recount>> = {
  'always-on': alwaysOn,
  'ip-hopping': ipHopping,
  'odd-hours': oddHours,
  'remote-desktop': remoteDesktop,
};
