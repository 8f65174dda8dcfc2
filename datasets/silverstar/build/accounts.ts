import { day, firstDay, isoDate, isoTime, lastDay } from './calendar.ts';
import type { Row } from './dataset.ts';
import { allPlaces, type Place } from './places.ts';
import { identityPaper } from './papers.ts';
import { openPayment } from './payments.ts';
import type { Random } from './random.ts';
import type { BidStyle, Member, Sample } from './sample.ts';

const trades = ['web', 'mobile', 'design', 'data', 'writing', 'devops', 'games', 'it-support'];

const schools = [
  'Halden Institute of Technology',
  'Westmarch College',
  'Port Ellery Polytechnic',
  'Kestrel Bay University',
  'self-taught',
];
const employers = ['Ashgrove Systems', 'Palegate Studios', 'Tallis & Finch', 'Copper Kite Games'];

/** What a theme may say of a newcomer; the rest is drawn. */
interface About {
  name?: string;
  family?: string;
  place?: Place;
  trade?: string;
  opened?: number;
  until?: number;
  offset?: number;
  address?: string;
  role?: 'developer' | 'client' | 'both' | 'agency';
  /** The home address it logs in from; the empty list leaves logins to the theme. */
  ips?: readonly string[];
  devices?: readonly string[];
  /** A payment account that exists already; null leaves payment to the theme. */
  payout?: string | null;
  funding?: string | null;
  bidStyle?: BidStyle;
  bidsPerMonth?: number;
  sessionsPerMonth?: number;
  jobsPerMonth?: number;
  merit?: number;
  account?: Row<'accounts'>;
  /** False: the theme hands in the identity papers itself. */
  papers?: boolean;
}

export function joinDeveloper(sample: Sample, random: Random, about: About = {}): Member {
  const member = join(sample, random, { role: 'developer', ...about });
  member.account.education ??= random.chance(0.5) ? random.pick(schools) : undefined;
  member.account.employer ??= random.chance(0.15) ? random.pick(employers) : undefined;
  member.bidsPerMonth = about.bidsPerMonth ?? random.between(0.3, 1.7);
  if (about.payout !== null) {
    member.payouts.push({
      to: about.payout ?? ownPayout(sample, random, member),
      from: member.opened,
    });
  }
  if (about.papers !== false) identityPaper(sample, random, member);
  return member;
}

export function joinClient(sample: Sample, random: Random, about: About = {}): Member {
  const member = join(sample, random, { role: 'client', ...about });
  member.jobsPerMonth = about.jobsPerMonth ?? random.between(0.3, 1.1);
  if (about.funding !== null) {
    member.funding =
      about.funding ??
      openPayment(sample, random, {
        kind: random.pick(['card', 'card', 'bank']),
        holder: member.name,
        country: member.place.country,
        opened: member.opened,
      });
  }
  if (about.papers !== false && random.chance(0.4)) identityPaper(sample, random, member);
  return member;
}

/** A new account with a home address and a machine of its own, but no money and no papers yet. */
function join(sample: Sample, random: Random, about: About): Member {
  const place = about.place ?? random.pick(allPlaces);
  const name = about.name
    ? sample.names.keep(about.name)
    : sample.names.next(random, place.names, about.family);
  const openedOn = about.opened ?? firstDay + random.int(-500, 300) * day;
  const opened = openedOn + random.int(0, 86_399) * 1000;
  const account = accountRow(sample, random, { name, place, opened, about });
  const member: Member = {
    id: String(account.account_id),
    account: sample.data.add('accounts', account),
    name,
    place,
    offset: about.offset ?? place.offset,
    opened,
    until: about.until ?? lastDay,
    trade: about.trade ?? random.pick(trades),
    habits: [],
    sessionsPerMonth: about.sessionsPerMonth ?? random.between(0.5, 1.9),
    bidsPerMonth: about.bidsPerMonth ?? 0,
    merit: about.merit ?? 1,
    jobsPerMonth: about.jobsPerMonth ?? 0,
    bidStyle: about.bidStyle ?? (random.chance(0.45) ? 'common template' : 'own words'),
    payouts: [],
    funding: undefined,
  };
  if (about.role !== 'client') account.trade = member.trade;
  sample.members.push(member);
  liveAt(sample, random, member, about);
  return member;
}

function liveAt(sample: Sample, random: Random, member: Member, about: About): void {
  const ips = about.ips ?? [sample.network.address(random, member.place, 'residential')];
  if (ips.length === 0) return;
  const devices = about.devices ?? [sample.network.device(random)];
  member.habits.push({ ips, devices, from: member.opened, until: member.until, weight: 5 });
}

function accountRow(
  sample: Sample,
  random: Random,
  made: { name: string; place: Place; opened: number; about: About },
): Row<'accounts'> {
  const { name, place, opened, about } = made;
  const verified = opened + random.between(0.2, 9) * day;
  const filmed = random.chance(0.3) ? verified + random.between(1, 20) * day : undefined;
  return {
    account_id: sample.ids.next('a', 5),
    platform: 'Worklane',
    role: about.role,
    handle: sample.contacts.handle(random, name),
    display_name: random.chance(0.8) ? name : shortened(name),
    legal_name: name,
    birth_date: isoDate(Date.UTC(random.int(1968, 2001), random.int(0, 11), random.int(1, 28))),
    nationality: random.chance(0.88) ? place.country : random.pick(allPlaces).country,
    country: place.country,
    city: place.city,
    address: about.address ?? streetAddress(random, place),
    timezone: place.timezone,
    email: sample.contacts.email(random, name),
    phone: random.chance(0.75) ? sample.contacts.phone(random) : undefined,
    website: random.chance(0.2)
      ? `https://${name
          .split(' ')[0]
          ?.toLowerCase()
          .replace(/[^a-z]/g, 'x')}-${random.hex(4)}.example`
      : undefined,
    status: 'active',
    created_at: isoTime(opened),
    verified_at: random.chance(0.93) ? isoTime(verified) : undefined,
    video_verified_at: filmed === undefined ? undefined : isoTime(filmed),
    ...about.account,
  };
}

function streetAddress(random: Random, place: Place): string {
  const flat = random.chance(0.5) ? `, flat ${random.int(1, 60)}` : '';
  return `${random.int(1, 180)} ${random.pick(place.streets)}${flat}, ${place.city}`;
}

/** `Oksana Hrynko` → `Oksana H.` */
function shortened(name: string): string {
  const [given = name, family = ''] = name.split(' ');
  return `${given} ${family.slice(0, 1)}.`;
}

function ownPayout(sample: Sample, random: Random, member: Member): string {
  return openPayment(sample, random, {
    kind: random.pick(['bank', 'bank', 'wallet', 'wallet', 'prepaid']),
    holder: member.name,
    country: member.place.country,
    opened: member.opened,
  });
}

/** Closes an account; what comes later does not happen. */
export function close(member: Member, time: number, reason: string): void {
  member.until = time;
  member.account.status = 'closed';
  member.account.closed_at = isoTime(time);
  member.account.closed_reason = reason;
}
