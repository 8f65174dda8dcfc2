/** Payouts and earnings: counted from account_payments.csv, transfers.csv, bids.csv and jobs.csv. */
import { given, type Recount } from '../recount.ts';
import {
  distinct,
  most,
  percentile,
  rounded,
  seconds,
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
  return {
    figures: {
      accounts: holders.length,
      open_holders: holders.filter(isOpen).length,
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

/** From the first to the last payment, and the month before that the first one pays for. */
function monthsOf(payments: readonly CsvRow[]): number {
  const times = payments.map((row) => seconds(row['sent_at']!));
  return (Math.max(...times) - Math.min(...times)) / 2_629_800 + 1;
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
    // Each purse is looked at by itself: an account's own money between its purses comes in as well.
    const payments = [...ownPurses(world, row['account_id']!)].flatMap((purse) =>
      earningsInto(world, new Set([purse])).filter((paid) => paid['currency'] === currency),
    );
    return payments.length > 0 ? [payments] : [];
  });
  const monthly = peers
    .filter((payments) => monthsOf(payments) >= leastMonths)
    .map((payments) => sum(payments.map(amount)) / monthsOf(payments));
  return { peers: peers.length, of: monthly.length, monthly: monthly };
}

const remembered = new Map<string, ReturnType<typeof usualMonthly>>();

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
  const hours = most(hands.map((hand) => thirdFullestWeek(world, hand)));
  const figures: Record<string, unknown> = {
    accounts: hands.length,
    people,
    jobs: distinct(jobs.map((row) => row['job_id'])),
    at_once: jobsAtOnce(world, jobs),
    delivered: done.jobs,
    first_delivered: done.first,
    last_delivered: done.last,
    weekly_delivered: done.weekly,
    weekly_hours: rounded(hours, 1),
  };
  const times = timesOf(jobs, 'submitted_at');
  if (done.last) times.push(done.last);
  if (income) {
    const name = `${income.currency} ${income.peer_trade} ${String(world.rows('transfers').length)}`;
    const usual = remembered.get(name) ?? usualMonthly(world, income.currency, income.peer_trade);
    remembered.set(name, usual);
    const months = monthsOf(payments);
    const paid = timesOf(payments, 'sent_at').sort();
    const total = sum(payments.map(amount));
    Object.assign(figures, {
      'income.total': rounded(total, 2),
      'income.first': paid[0],
      'income.last': paid.at(-1),
      'income.payments': payments.length,
      'income.months': rounded(months, 1),
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
