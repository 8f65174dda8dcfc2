/** Payouts and earnings: counted from account_payments.csv, transfers.csv, bids.csv and jobs.csv. */
import { given, type Recount } from '../recount.ts';
import {
  distinct,
  grouped,
  most,
  percentile,
  rounded,
  sum,
  timesOf,
  type CsvRow,
  type World,
} from '../world.ts';
import { isPayout, payoutsOf, paidInto, accountsOf, amount, isSettled } from '../money-rows.ts';
import { delivered, jobsAtOnce, thirdFullestWeek } from './work.ts';

const sharedPayout: Recount = (finding, world) => {
  const purse = given<string>(finding, 'payout');
  const uses = paidInto(world, purse).filter(isPayout);
  const holders = accountsOf(uses);
  const account = world.one('payment_accounts', 'payment_account_id', purse) ?? {};
  const firm = account['holder_company'] ?? '';
  const plain = (text: string | undefined) => (text ?? '').trim().toLowerCase();
  const names = [
    plain(account['holder_name']),
    plain(world.one('companies', 'company_id', firm)?.['name']),
  ].filter((name) => name !== '');
  const isOpen = (id: string) =>
    names.includes(plain(world.account(id)['employer'])) ||
    (firm !== '' &&
      world
        .rows('links')
        .some((row) => [row['from_id'], row['to_id']].every((end) => end === id || end === firm)));
  const open = world.parties(holders.filter(isOpen));
  const words = (name: string | undefined) =>
    plain(name)
      .split(/[\s,.]+/)
      .filter((word) => word !== '')
      .sort();
  const holder = words(account['holder_name']);
  const isOther = (id: string) => {
    const { legal_name: legal, display_name: shown } = world.account(id);
    const own = [legal, shown].filter((name) => !!name).map(words);
    return (
      holder.length > 0 &&
      own.length > 0 &&
      !own.some((name) => name.length === holder.length && name.every((w) => holder.includes(w)))
    );
  };
  const employers = holders
    .filter((id) => !isOpen(id))
    .map((id) => plain(world.account(id)['employer']))
    .filter((name) => name !== '');
  return {
    figures: {
      accounts: holders.length,
      open_holders: holders.filter(isOpen).length,
      other_names: holders.filter(isOther).length,
      one_employer: most([...grouped(employers, (name) => name).values()].map((all) => all.length)),
      unrelated: world.parties(holders) - Math.max(0, open - 1),
    },
    times: timesOf(uses, 'first_used_at', 'last_used_at'),
    rows: { 'account_payments.payment_account_id': uses.length },
  };
};

/** On a platform that tells which transfers pay for work, the others are no earnings. */
function earningsInto(world: World, purses: ReadonlySet<string>): CsvRow[] {
  const transfers = world.rows('transfers');
  const isWork = (row: CsvRow) => row['job_id'] !== '' || row['initiated_by'] === 'platform';
  const marked = transfers.filter(isWork).length >= 0.1 * transfers.length;
  return transfers.filter(
    (row) =>
      purses.has(row['to_payment_account_id']!) &&
      !purses.has(row['from_payment_account_id']!) &&
      amount(row) > 0 &&
      isSettled(row) &&
      (!marked || isWork(row)),
  );
}

/** Pages of the calendar to be turned from the first payment to the last, in UTC, the first one counted. */
function monthsOf(payments: readonly CsvRow[]): number {
  const pages = timesOf(payments, 'sent_at')
    .map((time) => time.slice(0, 7))
    .sort();
  const last = pages.at(-1)!;
  let [page, months] = [pages[0]!, 1];
  while (page < last) {
    const [year, month] = page.split('-').map(Number) as [number, number];
    page = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
    months += 1;
  }
  return months;
}

const leastMonths = 3;
const leastPeers = 20;

function ownPurses(world: World, account: string): Set<string> {
  const purses = payoutsOf(world, account).map((row) => row['payment_account_id']!);
  return new Set(purses.filter((purse) => paidInto(world, purse).filter(isPayout).length === 1));
}

/** What those of a trade earn a month who earned for months: their number and the middle. */
function usualMonthly(world: World, currency: string, trade: string) {
  const peers = world.rows('accounts').flatMap((row) => {
    if (['agency', 'client'].includes(row['role']!)) return [];
    if (trade !== '' && row['trade'] !== trade) return [];
    const payments = earningsInto(world, ownPurses(world, row['account_id']!)).filter(
      (paid) => paid['currency'] === currency,
    );
    return payments.length > 0 ? [payments] : [];
  });
  const monthly = peers
    .filter((payments) => monthsOf(payments) >= leastMonths)
    .map((payments) => sum(payments.map(amount)) / monthsOf(payments));
  const rates = peers.map(
    (payments) => sum(payments.map(amount)) / Math.max(leastMonths, monthsOf(payments)),
  );
  return { peers: peers.length, of: monthly.length, monthly, rates };
}

/** How many spreads above the middle of others it is, by size and not by sum; half as much again is a spread at least. */
function spreadsBeyond(value: number, others: readonly number[]): number {
  const sizes = others.map(Math.log);
  const middle = percentile(sizes, 0.5);
  return (Math.log(value) - middle) / Math.max(0.35, percentile(sizes, 0.84) - middle);
}

const hired = (world: World, account: string) =>
  world.where('bids', 'account_id', account).filter((row) => row['status'] === 'accepted');

/** What those do who are neither clients nor agencies, where there are enough of them. */
function usualOf(world: World, measure: (jobs: readonly CsvRow[]) => number): number[] | null {
  const measured = world
    .rows('accounts')
    .filter((row) => !['agency', 'client'].includes(row['role']!))
    .map((row) => measure(hired(world, row['account_id']!)))
    .filter((value) => value > 0);
  return measured.length < leastPeers ? null : measured;
}

const beyondUsual = (value: number, usual: readonly number[] | null) =>
  usual === null || value === 0 ? 0 : rounded(spreadsBeyond(value, usual), 4);

const remembered = new WeakMap<World, Map<string, ReturnType<typeof usualMonthly>>>();

const earnings: Recount = (finding, world) => {
  const [kind, id = ''] = given<string>(finding, 'unit').split(' ');
  const hands = kind === 'account' ? [id] : accountsOf(paidInto(world, id).filter(isPayout));
  const purses = kind === 'account' ? ownPurses(world, id) : new Set([id]);
  const people = hands.length - world.parties(hands) + 1;
  const income = given<{ currency: string; peer_trade: string } | null>(finding, 'income');
  const trades = hands.map((hand) => world.account(hand)['trade'] ?? '');
  const payments = income
    ? earningsInto(world, purses).filter((row) => row['currency'] === income.currency)
    : [];
  const jobs = world
    .rows('bids')
    .filter((row) => row['status'] === 'accepted' && hands.includes(row['account_id']!));
  const done = delivered(world, jobs);
  const rate = (of: readonly CsvRow[]) => {
    const { jobs: number, weeks } = delivered(world, of);
    return number / Math.max(4, weeks ?? 0);
  };
  const hours = most(hands.map((hand) => thirdFullestWeek(world, hand)));
  const figures: Record<string, unknown> = {
    accounts: hands.length,
    people,
    jobs: distinct(jobs.map((row) => row['job_id'])),
    at_once: jobsAtOnce(world, jobs),
    at_once_beyond: beyondUsual(
      jobsAtOnce(world, jobs) / people,
      usualOf(world, (of) => jobsAtOnce(world, of)),
    ),
    delivered_beyond: beyondUsual(rate(jobs) / people, usualOf(world, rate)),
    weeks_delivering: done.weeks,
    delivered: done.jobs,
    first_delivered: done.first,
    last_delivered: done.last,
    weekly_delivered: done.weekly,
    weekly_hours: rounded(hours, 1),
  };
  const times = timesOf(jobs, 'submitted_at');
  if (done.last) times.push(done.last);
  if (income) {
    const name = `${income.currency} ${income.peer_trade}`;
    const known = remembered.get(world) ?? new Map<string, ReturnType<typeof usualMonthly>>();
    const usual = known.get(name) ?? usualMonthly(world, income.currency, income.peer_trade);
    remembered.set(world, known.set(name, usual));
    const months = monthsOf(payments);
    const paid = timesOf(payments, 'sent_at').sort();
    const total = sum(payments.map(amount));
    Object.assign(figures, {
      'income.total': rounded(total, 2),
      'income.first': paid[0],
      'income.last': paid.at(-1),
      'income.payments': payments.length,
      'income.months': months,
      'income.beyond': rounded(
        spreadsBeyond(total / people / Math.max(leastMonths, months), usual.rates),
        4,
      ),
      'income.of_trade': trades.filter((trade) => ['', trade].includes(income.peer_trade)).length,
      each: total / people / months / hands.length,
      'income.monthly': months < leastMonths ? null : rounded(total / people / months, 2),
      'income.usual_monthly': usual.of === 0 ? null : rounded(percentile(usual.monthly, 0.5), 2),
      'income.usual_monthly_of': usual.of,
      'income.peers': usual.peers,
    });
    times.push(...paid);
    if (usual.peers < leastPeers) throw new Error('fewer peers than can tell what is usual');
  }
  const busy =
    hours > 90
      ? world
          .sessions()
          .filter(
            (one) => hands.includes(one.account) && one.ended !== null && one.ended > one.from,
          )
      : [];
  return {
    figures,
    times: [...times, ...busy.flatMap((one) => one.times)],
    rows: {
      'transfers.to_payment_account_id': payments.length,
      'bids.job_id': distinct(jobs.map((row) => row['job_id'])),
      'logins.ip': busy.length,
    },
  };
};

export const recounts: Readonly<Record<string, Recount>> = {
  'shared-payout': sharedPayout,
  'earnings-beyond-one-person': earnings,
};
