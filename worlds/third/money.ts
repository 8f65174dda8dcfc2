import type { Person } from './people.ts';
import { countries, type Country } from './places.ts';
import { DAY } from './regime.ts';
import type { World } from './state.ts';
import { iso } from './tables.ts';

/** Where a share of what comes in is sent on. */
interface Outlet {
  to: Purse;
  share: number;
  note: string;
  channel?: string;
}

/** Something paid each month whatever comes in. */
interface Due {
  to: Purse;
  amount: number;
  day: number;
  note: string;
  pulled?: boolean;
}

/** A payment account, and what its holder does with the money. */
export interface Purse {
  id: string;
  kind: string;
  provider: string;
  holder: string;
  company: string;
  country: Country;
  opened: number;
  status: string;
  outlets: Outlet[];
  dues: Due[];
  /** How many days money usually rests before it is sent on. */
  rest: number;
  balance: number;
  pending: boolean;
  used: boolean;
}

const providers: Record<string, string[]> = {
  bank: ['First Meridian Bank', 'Oakline Savings', 'Union Credit', 'Harbour Bank', 'Post Bank'],
  wallet: ['Brightpay', 'Wayfare Wallet', 'Sendly', 'Payloom'],
  crypto: ['Coinyard', 'Bitmarina', 'self-hosted', 'self-hosted', 'Ledgerport'],
  card: ['Visto', 'Mastline'],
  prepaid: ['Loadcard', 'Swiftcard'],
};

export function openPurse(
  world: World,
  kind: string,
  holder: string,
  country: Country,
  more: { company?: string; rest?: number; opened?: number } = {},
): Purse {
  const { rng, regime } = world;
  const purse: Purse = {
    id: world.newId('pay'),
    kind,
    provider: rng.pick(providers[kind]!),
    holder,
    company: more.company ?? '',
    country,
    opened: more.opened ?? regime.start - rng.logBetween(5, 2000) * DAY,
    status: rng.chance(0.03) ? 'closed' : 'active',
    outlets: [],
    dues: [],
    rest: more.rest ?? rng.logBetween(0.3, 25),
    balance: 0,
    pending: false,
    used: false,
  };
  world.purses.push(purse);
  return purse;
}

export function personalPurse(world: World, person: Person, kind: string): Purse {
  return openPurse(world, kind, person.display, person.home.country);
}

/** How an ordinary life spends: rent, family, savings, a remittance firm, an exchange. */
export function live(world: World, person: Person, purse: Purse): void {
  const { rng } = world;
  const { home } = person;
  if (home.landlord) {
    const amount = rng.heavy(260, 0.5);
    purse.dues.push({ to: home.landlord, amount, day: rng.int(1, 6), note: 'rent' });
  }
  const habits = rng.int(0, 3);
  for (let i = 0; i < habits; i++) {
    const share = rng.between(0.08, 0.3);
    const way = rng.next();
    if (way < 0.25) {
      const family = openPurse(
        world,
        'bank',
        `${rng.pick(['M.', 'J.', 'A.'])} ${person.name.family}`,
        person.nationality,
      );
      purse.outlets.push({ to: family, share: share * rng.between(1, 2.3), note: 'family' });
    } else if (way < 0.45) {
      purse.outlets.push({ to: rng.pick(world.hubs.remittance), share, note: 'transfer home' });
    } else if (way < 0.45 + world.regime.crypto) {
      purse.outlets.push({
        to: rng.pick(world.hubs.exchanges),
        share,
        note: 'deposit',
        channel: 'crypto',
      });
    } else if (way < 0.85) {
      const savings = openPurse(world, 'bank', person.display, home.country, { rest: 400 });
      purse.outlets.push({ to: savings, share, note: 'savings' });
    } else {
      purse.outlets.push({ to: world.taxOffice(home.country), share: 0.1, note: 'tax' });
    }
  }
}

/** The payout account most people would have, with their life behind it. */
export function payoutFor(world: World, person: Person): Purse {
  const { rng, regime } = world;
  const way = rng.next();
  if (way < regime.crypto * 0.5) {
    const purse = personalPurse(world, person, 'crypto');
    purse.outlets.push({
      to: rng.pick(world.hubs.exchanges),
      share: rng.between(0.5, 0.95),
      note: 'sell',
      channel: 'crypto',
    });
    return purse;
  }
  const bank = personalPurse(world, person, 'bank');
  live(world, person, bank);
  if (way < 0.55) return bank;
  const purse = personalPurse(world, person, rng.chance(0.12) ? 'prepaid' : 'wallet');
  purse.outlets.push({ to: bank, share: rng.between(0.6, 1), note: 'withdrawal' });
  return purse;
}

interface Wake {
  at: number;
  purse: Purse;
}

/** Lets money run: what comes in rests a while and goes where its holder sends it. */
export class Flow {
  private readonly wakes: Wake[] = [];

  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** Money that reaches a purse at a time, by a transfer that is written here. */
  pay(
    from: Purse,
    to: Purse,
    amount: number,
    at: number,
    more: { channel?: string; by?: string; status?: string; job?: string; note?: string } = {},
  ): void {
    const { world } = this;
    if (amount < 1 || at > world.regime.end) return;
    const { rng } = world;
    from.used = true;
    to.used = true;
    const inside = more.job !== undefined;
    if (inside || rng.chance(world.regime.downstream)) {
      const local = world.regime.localMoney && !inside && from.kind === 'bank';
      const currency = local ? from.country.currency : 'USD';
      world.tables.add('transfers', {
        transfer_id: world.newId('tr'),
        from_payment_account_id: from.id,
        to_payment_account_id: to.id,
        amount: (local ? amount * from.country.perDollar : amount).toFixed(2),
        currency,
        sent_at: iso(at),
        channel: more.channel ?? (from.kind === 'bank' && rng.chance(0.8) ? 'wire' : 'internal'),
        initiated_by: more.by ?? 'payer',
        status: more.status ?? (rng.chance(0.012) ? 'failed' : 'settled'),
        job_id: more.job,
        reference: more.note === undefined || rng.chance(0.3) ? '' : more.note,
      });
    }
    if (to.outlets.length === 0) return;
    to.balance += amount;
    if (to.pending) return;
    to.pending = true;
    this.push({ at: at + to.rest * rng.heavy(1, 0.7) * DAY, purse: to });
  }

  private push(wake: Wake): void {
    const { wakes } = this;
    wakes.push(wake);
    for (let i = wakes.length - 1; i > 0;) {
      const up = (i - 1) >> 1;
      if (wakes[up]!.at <= wakes[i]!.at) break;
      [wakes[up], wakes[i]] = [wakes[i]!, wakes[up]!];
      i = up;
    }
  }

  private pop(): Wake | undefined {
    const { wakes } = this;
    const first = wakes[0];
    const last = wakes.pop();
    if (wakes.length > 0 && last) {
      wakes[0] = last;
      for (let i = 0; ;) {
        const left = 2 * i + 1;
        const right = left + 1;
        let least = i;
        if (left < wakes.length && wakes[left]!.at < wakes[least]!.at) least = left;
        if (right < wakes.length && wakes[right]!.at < wakes[least]!.at) least = right;
        if (least === i) break;
        [wakes[least], wakes[i]] = [wakes[i]!, wakes[least]!];
        i = least;
      }
    }
    return first;
  }

  /** Runs payments that arrive in the order given, with all that follows from them. */
  run(arrivals: { at: number; pay: () => void }[]): void {
    const sorted = arrivals.sort((a, b) => a.at - b.at);
    let next = 0;
    for (;;) {
      const arrival = sorted[next];
      const wake = this.wakes[0];
      if (arrival && (!wake || arrival.at <= wake.at)) {
        next++;
        arrival.pay();
      } else if (wake) {
        this.pop();
        this.sweep(wake);
      } else break;
    }
  }

  private sweep({ at, purse }: Wake): void {
    const { rng } = this.world;
    purse.pending = false;
    const rested = purse.balance;
    let left = rested;
    purse.balance = 0;
    for (const outlet of purse.outlets) {
      const amount = Math.min(left, rested * outlet.share * rng.between(0.85, 1.12));
      left -= amount;
      const round = rng.chance(0.4) && amount > 40 ? Math.floor(amount / 10) * 10 : amount;
      const when = at + rng.heavy(0.3, 1) * DAY;
      this.pay(purse, outlet.to, round, when, {
        note: outlet.note,
        ...(outlet.channel === undefined ? {} : { channel: outlet.channel }),
      });
    }
  }
}

/** Banks and firms that everybody pays into. */
export interface Hubs {
  escrow: Purse;
  exchanges: Purse[];
  remittance: Purse[];
}

export function openHubs(world: World): Hubs {
  const { rng } = world;
  const hub = (kind: string, name: string): Purse =>
    openPurse(world, kind, name, rng.pick(countries), { rest: 9999 });
  return {
    escrow: hub('wallet', `${world.regime.platform} escrow`),
    exchanges: ['Coinyard', 'Bitmarina', 'Ledgerport', 'Satoshi Quay', 'Tokenfair'].map((name) =>
      hub('crypto', `${name} hot wallet`),
    ),
    remittance: ['Farsend', 'Homeward Money', 'QuickRemit', 'Bluebird Transfer'].map((name) =>
      hub('bank', name),
    ),
  };
}

export function writePurses(world: World): void {
  const { rng, regime } = world;
  for (const purse of world.purses) {
    if (!purse.used) continue;
    const closed = purse.status === 'closed' ? iso(rng.between(regime.start, regime.end)) : '';
    world.tables.add('payment_accounts', {
      payment_account_id: purse.id,
      kind: purse.kind,
      provider: purse.provider,
      holder_name: purse.holder,
      holder_company: purse.company,
      country: purse.country.code,
      currency: purse.kind === 'bank' ? purse.country.currency : 'USD',
      status: purse.status,
      opened_at: iso(purse.opened),
      closed_at: closed,
    });
  }
}
