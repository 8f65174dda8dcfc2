import { type City } from './places.ts';
import { drawName } from './names.ts';
import { Random } from './random.ts';
import { DAY } from './rules.ts';
import { type Flow, type Purse, type World, iso } from './state.ts';

interface Sending {
  channel?: string;
  by?: 'payer' | 'payee' | 'platform';
  status?: string;
  job?: string;
  reference?: string;
}

const CHANNELS = ['bank_transfer', 'wallet', 'card', 'instant', 'wire'];

/** The money of the world: who holds which purse, and how what arrives goes on. */
export class Bank {
  readonly #world: World;
  readonly #random: Random;
  readonly exchanges: Purse[];
  readonly #remitters: Purse[];
  readonly #shops: Purse[];
  readonly #merchants: Purse[];
  readonly escrow: Purse[];
  readonly #landlords = new Map<City, Purse[]>();
  readonly #changers = new Map<City, Purse[]>();

  constructor(world: World) {
    this.#world = world;
    this.#random = new Random(world.random.hex(12));
    const firm = (holder: string, kind: string) => (_: unknown, at: number) =>
      this.open(holder + (at > 0 ? ` ${at}` : ''), 'US', { kind, quiet: true });
    const make = (least: number, most: number, holder: string, kind: string): Purse[] =>
      Array.from({ length: this.#random.int(least, most) }, firm(holder, kind));
    this.exchanges = make(3, 9, 'Coin Exchange', 'crypto');
    this.#remitters = make(4, 12, 'Remit House', 'wallet');
    this.#shops = make(12, 40, 'Card Acquirer', 'bank');
    this.#merchants = make(6, 20, 'Subscriptions', 'card');
    this.escrow = make(1, 4, 'Platform Escrow', 'bank');
  }

  open(
    holder: string,
    country: string,
    more: { kind?: string; company?: string; quiet?: boolean; at?: number; flows?: Flow[] } = {},
  ): Purse {
    const random = this.#random;
    const kind =
      more.kind ??
      (random.chance(this.#world.rules.crypto * 0.5)
        ? 'crypto'
        : random.weighted(['bank', 'wallet', 'prepaid'], (k) =>
            k === 'bank' ? 6 : k === 'wallet' ? 4 : 0.4,
          ));
    const purse: Purse = {
      id: this.#world.id('p'),
      holder,
      currency: 'USD',
      country,
      balance: 0,
      threshold: more.quiet ? Infinity : random.logNormal(120, 0.9),
      flows: more.flows ?? [],
    };
    this.#world.purses.set(purse.id, purse);
    this.#world.tables.payment_accounts.push({
      payment_account_id: purse.id,
      kind,
      provider: `${kind}-${random.int(1, kind === 'bank' ? 40 : 8)}.example`,
      holder_name: holder,
      holder_company: more.company ?? '',
      country,
      currency: 'USD',
      status: random.chance(0.97) ? 'open' : 'closed',
      opened_at: iso((more.at ?? this.#world.moment(-1, 0.6)) - random.real(0, 90) * DAY),
      closed_at: '',
    });
    return purse;
  }

  /** The town's few private landlords, or its few men who change money. */
  #towners(map: Map<City, Purse[]>, city: City, least: number, most: number): Purse[] {
    const known = map.get(city);
    if (known) return known;
    const made = Array.from({ length: this.#random.int(least, most) }, () =>
      this.stranger(city, this.#random.chance(0.4) ? [this.shopping(1)] : []),
    );
    map.set(city, made);
    return made;
  }

  /** A private person's purse, of somebody who has no account on the platform. */
  stranger(city: City, flows: Flow[] = []): Purse {
    const name = drawName(this.#random, this.#random.pick(city.country.cultures));
    return this.open(`${name.given} ${name.family}`, city.country.code, { flows });
  }

  flow(to: Purse, share: number, reference = ''): Flow {
    const channel = this.#random.pick(CHANNELS);
    return { to: to.id, share, days: this.#random.logNormal(2, 0.9), channel, reference };
  }

  shopping(share: number): Flow {
    return this.flow(this.#random.pick(this.#shops), share, 'card');
  }

  /** A deposit at an exchange: the common till, or one's own address that feeds it. */
  trading(holder: string, country: string, share: number): Flow {
    const till = this.#random.pick(this.exchanges);
    if (this.#random.chance(0.5)) return this.flow(till, share, 'deposit');
    const own = this.open(holder, country, { kind: 'crypto', flows: [this.flow(till, 1)] });
    return this.flow(own, share, 'deposit');
  }

  remitting(share: number): Flow {
    return this.flow(this.#random.pick(this.#remitters), share, 'remittance');
  }

  /** What an ordinary person does with money. */
  habits(holder: string, city: City, scale = 1): Flow[] {
    const random = this.#random;
    const flows: Flow[] = [];
    const add = (chance: number, make: () => Flow): void => {
      if (random.chance(chance)) flows.push(make());
    };
    const share = (least: number, most: number): number => random.real(least, most) * scale;
    const code = city.country.code;
    add(0.4, () => {
      const landlord = random.pick(this.#towners(this.#landlords, city, 3, 12));
      return this.flow(landlord, share(0.15, 0.45), 'rent');
    });
    add(0.35, () => {
      const next = random.chance(this.#world.rules.crypto)
        ? [this.trading(holder, code, random.real(0.4, 1))]
        : random.chance(0.5)
          ? [this.shopping(random.real(0.3, 1))]
          : [];
      return this.flow(this.open(holder, code, { flows: next }), share(0.3, 0.85), 'savings');
    });
    add(0.3, () => {
      const kin = this.stranger(
        city,
        random.chance(0.5) ? [this.shopping(random.real(0.3, 1))] : [],
      );
      return this.flow(kin, share(0.1, 0.6), 'family');
    });
    add(this.#world.rules.crypto, () => this.trading(holder, code, share(0.2, 0.9)));
    add(0.14, () => this.remitting(share(0.2, 0.7)));
    add(0.06, () => {
      const changer = random.pick(this.#towners(this.#changers, city, 1, 2));
      return this.flow(changer, share(0.3, 0.9), '');
    });
    add(0.55, () => this.shopping(share(0.1, 0.4)));
    add(0.2, () => this.flow(random.pick(this.#merchants), share(0.02, 0.08), 'subscription'));
    return flows;
  }

  send(from: Purse, to: Purse, amount: number, at: number, how: Sending = {}): void {
    const { start, end } = this.#world.rules;
    if (amount < 0.5 || at >= end || from === to) return;
    const random = this.#random;
    if (at >= start) {
      this.#world.tables.transfers.push({
        transfer_id: this.#world.id('t'),
        from_payment_account_id: from.id,
        to_payment_account_id: to.id,
        amount: (random.chance(0.15) ? Math.round(amount) : amount).toFixed(2),
        currency: from.currency,
        sent_at: iso(at),
        channel: how.channel ?? random.pick(CHANNELS),
        initiated_by: how.by ?? 'payer',
        status:
          how.status ??
          (random.chance(0.985) ? 'settled' : random.pick(['failed', 'reversed', 'disputed'])),
        job_id: how.job ?? '',
        reference: how.reference ?? '',
      });
    }
    if (how.status === undefined || how.status === 'settled') this.#arrive(to, amount, at);
  }

  #arrive(purse: Purse, amount: number, at: number): void {
    if (purse.flows.length === 0) return;
    purse.balance += amount;
    if (purse.balance < purse.threshold) return;
    const random = this.#random;
    const sum = purse.flows.reduce((all, flow) => all + flow.share, 0);
    const ready = purse.balance;
    const shrink = Math.min(1, 0.96 / sum);
    for (const flow of purse.flows) {
      const part = ready * flow.share * shrink * random.real(0.8, 1.03);
      purse.balance -= part;
      const later = at + random.logNormal(flow.days, 0.8) * DAY;
      const how = { channel: flow.channel, reference: random.chance(0.7) ? flow.reference : '' };
      this.send(purse, this.#world.purses.get(flow.to)!, part, later, how);
    }
  }
}
