/** Jobs, bids and hours at work: counted from bids.csv, jobs.csv and logins.csv. */
import { given, type Recount } from '../recount.ts';
import {
  distinct,
  grouped,
  most,
  percentile,
  rounded,
  seconds,
  sum,
  timesOf,
  written,
  type CsvRow,
  type World,
} from '../world.ts';

const jobOf = (world: World, bid: CsvRow) => world.one('jobs', 'job_id', bid['job_id']!);

/** The midnight, in UTC, at which the week of that time began. */
function mondayOf(time: string): number {
  const day = new Date(time);
  day.setUTCHours(0, 0, 0, 0);
  return day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
}

/** How many of the jobs were finished, from when to when; a week's only where there are four weeks, Monday to Sunday. */
export function delivered(world: World, bids: readonly CsvRow[]) {
  const jobs = new Set(bids.map((bid) => jobOf(world, bid)));
  const times = [...jobs]
    .flatMap((job) => (job?.['finished_at'] ? [job['finished_at']] : []))
    .sort();
  if (times.length === 0) return { jobs: 0, first: null, last: null, weeks: null, weekly: null };
  const [first, last] = [times[0]!, times.at(-1)!];
  const weeks = (mondayOf(last) - mondayOf(first)) / 604_800_000 + 1;
  const weekly = weeks < 4 ? null : rounded(times.length / weeks, 3);
  return { jobs: times.length, first: written(first), last: written(last), weeks, weekly };
}

/** The most jobs that were going on at any time, each from the first accepted bid on. */
export function jobsAtOnce(world: World, bids: readonly CsvRow[]): number {
  const spans = [...grouped(bids, (bid) => bid['job_id']!).values()].flatMap((of) => {
    const job = jobOf(world, of[0]!);
    const begun = of.map((bid) => bid['submitted_at']!).sort()[0] || job?.['posted_at'];
    const ended = job?.['finished_at'] || job?.['due_at'];
    return begun && ended && ended > begun
      ? [{ begun: Date.parse(begun), ended: Date.parse(ended) }]
      : [];
  });
  return most(
    spans.map(
      ({ begun: at }) => spans.filter(({ begun, ended }) => begun <= at && ended > at).length,
    ),
  );
}

/** Hours of the sessions that began in a week, the third fullest one; 0 where there are fewer weeks. */
export function thirdFullestWeek(world: World, account: string): number {
  const sessions = world
    .sessions()
    .filter((one) => one.account === account && one.ended !== null && one.ended > one.from);
  const weeks = [...grouped(sessions, ({ from }) => String(Math.floor(from / 604_800))).values()];
  const hours = weeks.map((all) => sum(all.map(({ from, ended }) => (ended! - from) / 3_600)));
  return hours.sort((a, b) => b - a)[2] ?? 0;
}

const monthOf = (bid: CsvRow) => written(bid['submitted_at']!).slice(0, 7);

export function bidsOf(world: World, account: string): CsvRow[] {
  return world.where('bids', 'account_id', account);
}

const busiest = (bids: readonly CsvRow[]) =>
  most([...grouped(bids, monthOf).values()].map((month) => month.length));
const accepted = (bids: readonly CsvRow[]) =>
  bids.filter((bid) => bid['status'] === 'accepted').length;
export const loginsOf = (world: World, account: string) =>
  world.sessions().filter((one) => one.account === account);

/** Trade and half-year of creation, trade, all: the narrowest that has peers enough. */
function peerNames(world: World, account: string): string[] {
  const { trade = '', created_at: created = '' } = world.account(account);
  const half = created.slice(0, 4) + (created.slice(5, 7) <= '06' ? 'a' : 'b');
  return [`${trade.toLowerCase()} ${created === '' ? '' : half}`, trade.toLowerCase(), 'all'];
}

const bidFlood: Recount = (finding, world) => {
  const [account = ''] = finding.accounts;
  const bids = bidsOf(world, account);
  const logins = loginsOf(world, account);
  const bidders = world
    .rows('accounts')
    .map((row) => row['account_id']!)
    .filter((id) => bidsOf(world, id).length > 0);
  const [name, peers] = peerNames(world, account)
    .map((one) => [one, bidders.filter((id) => peerNames(world, id).includes(one))] as const)
    .find(([one, all]) => all.length >= 20 || one === 'all')!;
  const fence = (values: readonly number[]) => {
    const [low, high] = [percentile(values, 0.25), percentile(values, 0.75)];
    return high + 1.5 * (high - low);
  };
  const all = peers.flatMap((id) => bidsOf(world, id));
  const perLogin = peers.flatMap((id) => {
    const times = loginsOf(world, id).length;
    return times > 0 ? [bidsOf(world, id).length / times] : [];
  });
  const share = rounded(accepted(all) / all.length, 4);
  return {
    figures: {
      bids: bids.length,
      accepted: accepted(bids),
      expected: rounded(bids.length * share, 2),
      busiest_month: busiest(bids),
      logins: logins.length,
      peers: name,
      peers_accounts: peers.length,
      peers_busiest_month: rounded(fence(peers.map((id) => busiest(bidsOf(world, id)))), 2),
      peers_bids_per_login: perLogin.length === 0 ? null : rounded(fence(perLogin), 3),
    },
    times: timesOf(bids, 'submitted_at'),
    rows: { 'bids.job_id': bids.length, 'logins.ip': logins.length },
  };
};

interface Act {
  kind: 'bid' | 'rating' | 'job' | 'payment';
  at: string;
}

/** What an account did or was done to it before its verification. */
function actsUnverified(world: World, account: string, withPayments: boolean): Act[] {
  const row = world.account(account);
  const verified = row['verified_at'] || row['video_verified_at'] || '';
  const created = row['created_at'] ?? '';
  const of = (kind: Act['kind'], rows: readonly CsvRow[], column: string) =>
    timesOf(rows, column).map((at): Act => ({ kind, at }));
  const purses = world
    .where('account_payments', 'account_id', account)
    .filter((use) => use['purpose'] === 'payout')
    .map((use) => use['payment_account_id']!)
    .filter((purse) => world.where('account_payments', 'payment_account_id', purse).length <= 3);
  const payments = purses
    .flatMap((purse) => world.where('transfers', 'to_payment_account_id', purse))
    .filter((paid) => ['', 'settled'].includes(paid['status']!))
    .filter((paid) => created === '' || written(paid['sent_at']!) >= written(created));
  const acts = [
    ...of('bid', bidsOf(world, account), 'submitted_at'),
    ...of('rating', world.where('ratings', 'to_account_id', account), 'rated_at'),
    ...of('job', world.where('jobs', 'client_account_id', account), 'posted_at'),
    ...(withPayments ? of('payment', payments, 'sent_at') : []),
  ];
  return acts.filter(({ at }) => verified === '' || at < written(verified));
}

const due = (world: World, account: string) => {
  const created = world.account(account)['created_at'];
  return created ? new Date(Date.parse(created) + 7 * 86_400_000).toISOString() : '~';
};

const unverifiedActivity: Recount = (finding, world) => {
  const [account = ''] = finding.accounts;
  const acts = actsUnverified(world, account, true);
  const late = acts.filter(({ at }) => at > due(world, account));
  const count = (kind: Act['kind']) => acts.filter((act) => act.kind === kind).length;
  const { platform, role } = world.account(account);
  const active = world
    .rows('accounts')
    .filter((row) => row['platform'] === platform && row['role'] === role)
    .map((row) => row['account_id']!)
    .filter(
      (id) =>
        bidsOf(world, id).length +
          world.where('ratings', 'to_account_id', id).length +
          world.where('jobs', 'client_account_id', id).length >
        0,
    );
  const share = (isSo: (id: string) => boolean) =>
    rounded(active.filter(isSo).length / active.length, 4);
  return {
    figures: {
      bids: count('bid'),
      ratings: count('rating'),
      jobs: count('job'),
      payments: count('payment'),
      overdue: late.length,
      early: acts.length - late.length,
      both: acts.length,
      others_active: active.filter((id) => id !== account).length,
      others_late: active.filter(
        (id) =>
          id !== account && actsUnverified(world, id, false).some(({ at }) => at > due(world, id)),
      ).length,
      peers_active: active.length,
      peers_early: share((id) => actsUnverified(world, id, false).length > 0),
      peers_late: share((id) =>
        actsUnverified(world, id, false).some(({ at }) => at > due(world, id)),
      ),
    },
    times: acts.map(({ at }) => at),
    rows: { 'bids.job_id': count('bid'), 'ratings.to_account_id': count('rating') },
  };
};

const quietClosure: Recount = (finding, world) => {
  const contacts = (account: string) => {
    const client = (bid: CsvRow) => jobOf(world, bid)?.['client_account_id'] ?? '';
    const letters = (mine: string, others: string) =>
      world
        .where('documents', mine, account)
        .filter((row) => row['to_account_id'])
        .map((row) => ({ at: row['submitted_at']!, client: row[others]! }));
    return [
      ...bidsOf(world, account)
        .filter((bid) => bid['status'] === 'accepted')
        .map((bid) => ({ at: bid['submitted_at']!, client: client(bid) })),
      ...letters('account_id', 'to_account_id'),
      ...letters('to_account_id', 'account_id'),
    ].filter(({ at }) => at !== '');
  };
  const closedSoon = (account: string) => {
    const closed = world.account(account)['closed_at'];
    const met = contacts(account).map(({ at }) => seconds(at));
    const days = closed ? (seconds(closed) - Math.min(...met)) / 86_400 : NaN;
    return days >= 0 && days <= 45 ? days : null;
  };
  const account = finding.accounts[0]!;
  const days = closedSoon(account)!;
  const closed = world.account(account)['closed_at']!;
  const met = contacts(account);
  const quiet = world
    .rows('accounts')
    .map((row) => row['account_id']!)
    .filter((id) => closedSoon(id) !== null);
  const linked = given<string[]>(finding, 'linked');
  const alike = quiet.filter(
    (id) =>
      id !== account &&
      !linked.includes(id) &&
      (world.account(id)['trade'] ?? '').toLowerCase() ===
        (world.account(account)['trade'] ?? '').toLowerCase() &&
      Math.abs(seconds(world.account(id)['closed_at']!) - seconds(closed)) <= 7 * 86_400,
  );
  return {
    figures: {
      days: rounded(days, 2),
      whole_days: Math.max(1, Math.ceil(rounded(days, 2))),
      clients: distinct(met.map(({ client }) => client)),
      quiet: quiet.length,
      alike: alike.length,
      'linked.length': linked.filter(
        (id) => quiet.includes(id) && shareSomething(world, account, id),
      ).length,
    },
    times: [...met.map(({ at }) => written(at)), written(closed)],
  };
};

function shareSomething(world: World, a: string, b: string): boolean {
  const things = (account: string) => [
    ...loginsOf(world, account).flatMap(({ ip, device }) => [ip, device]),
    ...world
      .where('account_payments', 'account_id', account)
      .map((row) => row['payment_account_id']!),
  ];
  const own = new Set(things(a).filter((thing) => thing !== ''));
  return things(b).some((thing) => own.has(thing));
}

export const recounts: Readonly<Record<string, Recount>> = {
  'bid-flood': bidFlood,
  'unverified-activity': unverifiedActivity,
  'quiet-closure': quietClosure,
};
