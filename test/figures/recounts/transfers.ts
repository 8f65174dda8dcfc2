/** What goes from one payment account to another: counted from transfers.csv and account_payments.csv. */
import { given, type Recount } from '../recount.ts';
import {
  distinct,
  grouped,
  most,
  rounded,
  seconds,
  sum,
  timesOf,
  type CsvRow,
  type World,
} from '../world.ts';
import { isPayout, paidInto, accountsOf, amount, isSettled } from '../money-rows.ts';

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

/** The share of what a purse got that it sent there within 90 days, oldest first; null where it has several currencies. */
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
      const drawn = days >= 0 && days <= 90 ? Math.min(wanted, left[at]!) : 0;
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
  const homeCountry =
    world.one('payment_accounts', 'payment_account_id', destination)?.['country'] ?? '';
  const countries =
    homeCountry === ''
      ? []
      : ways.flatMap(({ account }) => world.account(account)['country'] || []);
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
      payees: distinct(
        world
          .where('transfers', 'from_payment_account_id', destination)
          .filter(isSettled)
          .map((row) => row['to_payment_account_id']),
      ),
      placed: countries.length,
      elsewhere: countries.filter((country) => country !== homeCountry).length,
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
    // As many as it names, which is bounded.
    noCounts: ['shown'],
  };
};

/** The amount that half of all transfers in a currency do not exceed. */
function usualAmount(world: World, currency: string): number | undefined {
  const amounts = world
    .where('transfers', 'currency', currency)
    .map(amount)
    .filter((one) => one > 0)
    .sort((a, b) => a - b);
  return amounts[Math.ceil(amounts.length / 2) - 1];
}

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
      days: most(times) - Math.min(...times),
      whole_days: Math.ceil(most(times) - Math.min(...times)),
      usual: usualAmount(world, currency),
    }).map(([name, value]) => [`drawn.${at}.${name}`, value] as const);
  });
  const all = byCurrency.flatMap(([, rows]) => rows);
  return {
    figures: { ...Object.fromEntries(figures), accounts: finding.accounts.length },
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
  'money-cycle': moneyCycle,
  'payout-funnel': payoutFunnel,
  'small-debits': smallDebits,
};
