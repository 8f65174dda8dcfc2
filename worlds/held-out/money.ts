import { day, end, stamp, start } from './calendar.ts';
import { typed, type Someone } from './people.ts';
import { full } from './places.ts';
import type { Chance } from './random.ts';
import type { Seat } from './seats.ts';
import type { Row, Tables } from './tables.ts';

/** An account with a bank or another payment service. */
export interface Purse {
  id: string;
  currency: string;
}

const providers = ['Oriel Pay', 'Juno Wallet', 'Tapcoin', 'Brightpurse'];
const banks = [
  'Harbour Savings',
  'Union Cooperative',
  'First Meridian',
  'Lakeside Bank',
  'Postal Credit',
  'Novabanka',
];

/** Purses that people open, how the platform pays into them, and what moves between them. */
export class Money {
  readonly #chance: Chance;
  readonly #tables: Tables;

  constructor(chance: Chance, tables: Tables) {
    this.#chance = chance;
    this.#tables = tables;
  }

  /** Opens an account with a bank or another payment service. */
  purse(who: Someone, kind = this.#chance.yes(0.4) ? 'wallet' : 'bank', company?: string): Purse {
    const chance = this.#chance;
    const tables = this.#tables;
    const digital = kind === 'wallet' || kind === 'crypto';
    const currency = digital || chance.yes(0.2) ? 'USD' : who.city.currency;
    const id = `pa-${tables.id()}`;
    tables.add('payment_accounts', {
      payment_account_id: id,
      kind: chance.yes(0.97) ? kind : '',
      provider: chance.yes(0.9) ? chance.pick(digital ? providers : banks) : '',
      holder_name: kind !== 'crypto' && chance.yes(0.85) ? typed(chance, full(who.name)) : '',
      holder_company: company ?? '',
      country: kind !== 'crypto' && chance.yes(0.8) ? who.city.country : '',
      currency,
      status: chance.yes(0.6) ? 'open' : '',
      opened_at: chance.yes(0.6) ? stamp(start - chance.skewed(500, 0.9) * day) : '',
    });
    return { id, currency };
  }

  /** Notes that a seat is paid into a purse, or pays from it. */
  uses(seat: Seat, purse: Purse, purpose: 'payout' | 'funding', since: number, until = end): void {
    const chance = this.#chance;
    this.#tables.add('account_payments', {
      account_id: seat.id,
      payment_account_id: purse.id,
      purpose: chance.yes(0.96) ? purpose : '',
      first_used_at: chance.yes(0.85) ? stamp(since + chance.between(0, 5) * day) : '',
      last_used_at: chance.yes(0.5)
        ? stamp(Math.max(since + 6 * day, until - chance.skewed(12, 1) * day))
        : '',
    });
  }

  /** Most people are paid into one of their own and move some of it to a second of theirs. */
  ownRoute(who: Someone): Purse[] {
    const chance = this.#chance;
    const first = this.purse(who);
    const route = [first];
    if (chance.yes(0.42)) route.push(this.purse(who, 'bank'));
    if (chance.yes(0.12)) route.push(this.purse(who, chance.pick(['bank', 'crypto', 'prepaid'])));
    return route;
  }

  /** Moves money from one purse to another, within what is watched. */
  transfer(from: Purse, to: Purse, amount: number, at: number, cells: Row = {}): void {
    if (at >= end || amount < 0.5) return;
    const chance = this.#chance;
    const tables = this.#tables;
    tables.add('transfers', {
      transfer_id: `t-${tables.id()}`,
      from_payment_account_id: from.id,
      to_payment_account_id: to.id,
      amount: amount.toFixed(2),
      currency: 'USD',
      sent_at: stamp(at),
      channel: chance.yes(0.6) ? chance.pick(['transfer', 'instant', 'marketplace']) : '',
      initiated_by: chance.yes(0.7) ? 'payer' : '',
      status: chance.weighted(['settled', 'failed', 'reversed', 'disputed'], (status) =>
        status === 'settled' ? 120 : 1,
      ),
      reference: chance.yes(0.3)
        ? chance.pick([
            'thanks',
            'rent',
            'invoice',
            'share',
            'see contract',
            'monthly',
            'as agreed',
          ])
        : '',
      job_id: '',
      ...cells,
    });
  }
}
