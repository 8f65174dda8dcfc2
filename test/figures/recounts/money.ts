/** Payouts, transfers and earnings: counted from account_payments.csv, transfers.csv, bids.csv and jobs.csv. */
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
  type CsvRow,
  type World,
} from '../world.ts';
import { delivered, jobsAtOnce, thirdFullestWeek } from './work.ts';

const isPayout = (row: CsvRow) => row['purpose'] === '' || row['purpose'] === 'payout';
const payoutsOf = (world: World, account: string) =>
  world.where('account_payments', 'account_id', account).filter(isPayout);
const paidInto = (world: World, purse: string) =>
  world.where('account_payments', 'payment_account_id', purse);
const accountsOf = (rows: readonly CsvRow[]) => [...new Set(rows.map((row) => row['account_id']!))];
const amount = (row: CsvRow) => Number(row['amount']);
const isSettled = (row: CsvRow) => ['', 'settled'].includes(row['status'] ?? '');

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

/** Settled transfers between the two ends of each of these. */
function transfersAlong(world: World, steps: Iterable<string>): CsvRow[] {
  const wanted = new Set(steps);
  return world
    .rows('transfers')
    .filter(
      (row) =>
        isSettled(row) &&
        wanted.has(`${row['from_payment_account_id']} ${row['to_payment_account_id']}`),
    );
}

/** Whether the one passes on the other, nearly whole: as much to a tenth, the one hand's in the other's order. */
function isLike(one: CsvRow, other: CsvRow): boolean {
  const [a, b] = [amount(one), amount(other)].sort((x, y) => x - y);
  return (
    (one['to_payment_account_id'] === other['from_payment_account_id'] ||
      one['from_payment_account_id'] === other['to_payment_account_id']) &&
    one['currency'] === other['currency'] &&
    b! <= 1.1 * a!
  );
}

const moneyCycle: Recount = (finding, world) => {
  const steps = world.inferred('CIRCLES_TO', 'PASSES_TO');
  const runs = [...grouped(steps, ({ reason }) => reason.split(' run of ')[1]!).values()];
  const first = given<string>(finding, 'first');
  const run = runs.find((all) => all.flatMap(({ from, to }) => [from, to]).sort()[0] === first)!;
  const stops = new Set(run.flatMap(({ from, to }) => [from, to]));
  const accounts = accountsOf([...stops].flatMap((purse) => paidInto(world, purse)));
  const along = transfersAlong(
    world,
    run.map(({ from, to }) => `${from} ${to}`),
  );
  const carried = new Set(run.flatMap(({ transfers: keys }) => keys ?? []));
  const isClosed = run.some(({ relation }) => relation === 'CIRCLES_TO');
  const transfers = along
    .filter((row) => carried.has(row['transfer_id']!))
    .filter((row) => isClosed || along.some((other) => isLike(row, other)));
  return {
    figures: {
      payment_accounts: stops.size,
      accounts: accounts.length,
      unrelated: world.parties(accounts),
      steps: run.length,
      closed: run.filter(({ relation }) => relation === 'CIRCLES_TO').length,
      transfers: transfers.length,
      known_shared: [...stops].filter((purse) => world.isKnownShared(purse)).length,
    },
    times: timesOf(transfers, 'sent_at'),
    rows: { 'transfers.to_payment_account_id': transfers.length },
  };
};

interface Way {
  account: string;
  stops: string[];
  kept: number;
  split: number;
}

/** The best way by which the money of each account gets there, three hops at most or in small like pieces. */
function waysTo(world: World, destination: string): Way[] {
  const onward = grouped(world.inferred('MOVES_ON'), ({ from }) => from);
  const splits = grouped(world.inferred('SPLITS_TO'), ({ from }) => from);
  const ways: Way[] = [];
  for (const account of world.rows('accounts').map((row) => row['account_id']!)) {
    const uses = world.where('account_payments', 'account_id', account);
    if (uses.some((row) => row['payment_account_id'] === destination)) continue;
    for (const use of uses) {
      const purse = use['payment_account_id']!;
      for (const { score } of (splits.get(purse) ?? []).filter(({ to }) => to === destination))
        ways.push({ account, stops: [purse, destination], kept: 0, split: score });
      const walk = (stops: string[], product: number) => {
        const hops = stops.length - 1;
        const kept = product ** (1 / hops);
        if (hops > 0 && stops.at(-1) === destination && kept >= 0.25)
          ways.push({ account, stops, kept, split: 0 });
        if (hops < 3)
          for (const { to, score } of onward.get(stops.at(-1)!) ?? [])
            walk([...stops, to], product * score);
      };
      if (isPayout(use) && purse !== destination) walk([purse], 1);
    }
  }
  const bestFirst = (a: Way, b: Way) =>
    b.kept + b.split - a.kept - a.split ||
    a.stops.length - b.stops.length ||
    (a.stops.join() < b.stops.join() ? -1 : 1);
  return [...grouped(ways, ({ account }) => account).values()].map((all) => {
    const [best] = [...all].sort(bestFirst);
    return {
      ...best!,
      kept: most(all.map(({ kept }) => kept)),
      split: most(all.map(({ split }) => split)),
    };
  });
}

/** The share of what a purse got that it sent there within 45 days, oldest first; null where it has several currencies. */
function sentOn(world: World, purse: string, destination: string): number | null {
  const isMoved = (row: CsvRow) =>
    isSettled(row) &&
    row['from_payment_account_id'] !== row['to_payment_account_id'] &&
    amount(row) > 0;
  const settled = (column: string) =>
    world
      .where('transfers', column, purse)
      .filter(isMoved)
      .sort((a, b) => a['sent_at']!.localeCompare(b['sent_at']!));
  const into = settled('to_payment_account_id');
  const out = settled('from_payment_account_id');
  if (into.length === 0 || distinct([...into, ...out].map((row) => row['currency'])) > 1)
    return null;
  const left = into.map(amount);
  let moved = 0;
  for (const row of out) {
    if (row['job_id'] !== '' || row['initiated_by'] === 'platform') continue;
    let wanted = amount(row);
    into.forEach((came, at) => {
      const days = (Date.parse(row['sent_at']!) - Date.parse(came['sent_at']!)) / 86_400_000;
      const drawn = days >= 0 && days <= 45 ? Math.min(wanted, left[at]!) : 0;
      left[at]! -= drawn;
      wanted -= drawn;
    });
    if (row['to_payment_account_id'] === destination) moved += amount(row) - wanted;
  }
  return moved / Math.max(sum(into.map(amount)), sum(out.map(amount)));
}

const payoutFunnel: Recount = (finding, world) => {
  const destination = given<string>(finding, 'destination');
  const there = accountsOf(paidInto(world, destination));
  const home = new Set(there.map((account) => world.party(account)));
  const ways = waysTo(world, destination).filter(({ account }) => !home.has(world.party(account)));
  const parties = [...grouped(ways, ({ account }) => world.party(account)).values()];
  const steps = ways.flatMap(({ stops }) => stops.slice(1).map((to, at) => `${stops[at]!} ${to}`));
  const transfers = transfersAlong(world, steps);
  const strongest = (all: readonly Way[]) => most(all.map(({ kept, split }) => kept + split));
  const sent = [...parties]
    .sort(
      (a, b) =>
        strongest(b) - strongest(a) ||
        (world.party(a[0]!.account) < world.party(b[0]!.account) ? -1 : 1),
    )
    .map((all) => {
      const oneHop = all.every(
        ({ stops, kept, split }) => stops.length === 2 && kept > 0 && split === 0,
      );
      const shares = all.map(({ stops: [purse] }) => sentOn(world, purse!, destination));
      return oneHop && shares.every((share) => share !== null) ? rounded(most(shares), 3) : null;
    });
  return {
    figures: {
      ...Object.fromEntries(
        sent.flatMap((share, at) => (share === null ? [] : [[`sent_on.${at}`, share]])),
      ),
      accounts: ways.length,
      unrelated: parties.length,
      movers: parties.filter((all) => all.some(({ kept }) => kept > 0)).length,
      splitters: parties.filter((all) => all.some(({ split }) => split > 0)).length,
      sides: distinct(ways.map(({ stops }) => stops.at(-2))),
      hops: most(ways.map(({ stops }) => stops.length - 1)),
      paid_there: there.length,
      payers: distinct(
        world
          .where('transfers', 'to_payment_account_id', destination)
          .filter(isSettled)
          .map((row) => row['from_payment_account_id']),
      ),
      transfers: transfers.length,
    },
    times: timesOf(transfers, 'sent_at'),
    rows: { 'transfers.to_payment_account_id': transfers.length },
  };
};

const smallDebits: Recount = (finding, world) => {
  const beneficiary = given<string>(finding, 'beneficiary');
  const asked = world
    .where('transfers', 'to_payment_account_id', beneficiary)
    .filter(
      (row) =>
        row['from_payment_account_id'] !== beneficiary &&
        amount(row) > 0 &&
        row['job_id'] === '' &&
        (['disputed', 'reversed'].includes(row['status']!) ||
          (row['initiated_by'] === 'payee' && row['status'] !== 'failed')),
    );
  const groups = [
    ...grouped(asked, (row) => `${row['from_payment_account_id']} ${row['currency']}`).values(),
  ].filter((rows) => !isAgreed(rows));
  const byCurrency = [...grouped(groups.flat(), (row) => row['currency']!)]
    .filter(([, rows]) => rows.length >= 5)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const figures = byCurrency.flatMap(([currency, rows], at) => {
    const times = rows.map((row) => Date.parse(row['sent_at']!) / 86_400_000);
    return Object.entries({
      currency,
      debits: rows.length,
      payers: distinct(rows.map((row) => row['from_payment_account_id'])),
      disputed: rows.filter((row) => ['disputed', 'reversed'].includes(row['status']!)).length,
      total: rounded(sum(rows.map(amount)), 2),
      largest: most(rows.map(amount)),
      whole_days: Math.ceil(most(times) - Math.min(...times)),
    }).map(([name, value]) => [`drawn.${at}.${name}`, value] as const);
  });
  const all = byCurrency.flatMap(([, rows]) => rows);
  return {
    figures: Object.fromEntries(figures),
    times: timesOf(all, 'sent_at'),
    rows: { 'transfers.to_payment_account_id': all.length },
  };
};

/** One amount again and again, with a reference, at even times and never disputed. */
function isAgreed(rows: readonly CsvRow[]): boolean {
  const times = rows.map((row) => seconds(row['sent_at']!) / 86_400).sort((a, b) => a - b);
  const gaps = times.slice(1).map((time, at) => time - times[at]!);
  const amounts = rows.map(amount);
  return (
    rows.length >= 3 &&
    rows.every(
      (row) => row['reference'] !== '' && !['disputed', 'reversed'].includes(row['status']!),
    ) &&
    Math.max(...amounts) <= 1.1 * Math.min(...amounts) &&
    Math.max(...gaps) <= 1.5 * Math.min(...gaps) + 1
  );
}

export const recounts: Readonly<Record<string, Recount>> = {
  'shared-payout': sharedPayout,
  'earnings-beyond-one-person': earnings,
  'money-cycle': moneyCycle,
  'payout-funnel': payoutFunnel,
  'small-debits': smallDebits,
};
