import type { Place } from '../people/places.ts';
import type { Random } from '../chance/random.ts';
import { day, iso, worldEnds } from '../chance/time.ts';
import type { Flow } from './account.ts';
import type { Sink } from './sink.ts';

/** A payment account. */
export interface Purse {
  id: string;
  currency: string;
  /** What it passes on of what comes in, when it does not stay there. */
  flows: Flow[];
  /** How far it is from those who are paid: what is passed on is worked out nearest first. */
  depth: number;
  came: { at: number; amount: number; currency: string }[];
}

const providers: Readonly<Record<string, readonly string[]>> = {
  bank: [
    'Marlow Savings',
    'Copperfield Bank',
    'Harbour Mutual',
    'First Lantern Bank',
    'Granary Credit Union',
    'Westmark Bank',
  ],
  wallet: ['Paynest', 'Coinpurse', 'Swiftlet', 'Remitly-Oak'],
  card: ['Cardinal Card', 'Everway Card'],
  crypto: ['Bitharbour', 'Chainmoor'],
  prepaid: ['Paycap', 'Loadly'],
};

export type PurseKind = 'bank' | 'wallet' | 'card' | 'crypto' | 'prepaid';
const kinds: readonly (readonly [PurseKind, number])[] = [
  ['bank', 48],
  ['wallet', 40],
  ['card', 4],
  ['crypto', 4],
  ['prepaid', 4],
];

export class Purses {
  readonly #sink: Sink;
  /** Those that pass money on. */
  readonly relays: Purse[] = [];

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  open(
    random: Random,
    about: {
      holder: string;
      place: Place;
      opened: number;
      kind?: PurseKind;
      company?: string;
      depth?: number;
    },
  ): Purse {
    const kind = about.kind ?? random.weighted(kinds, ([, weight]) => weight)[0];
    const purse: Purse = {
      id: random.id('p'),
      currency: random.chance(0.75) ? 'USD' : about.place.currency,
      flows: [],
      depth: about.depth ?? 0,
      came: [],
    };
    const opened = Math.min(
      worldEnds - day,
      about.opened - Math.floor(random.exponential(200)) * day,
    );
    this.#sink.add('payment_accounts', {
      payment_account_id: purse.id,
      kind,
      provider: random.chance(0.04) ? undefined : random.pick(providers[kind]!),
      holder_name: random.chance(0.08) ? undefined : about.holder,
      holder_company: about.company,
      country: random.chance(0.08) ? undefined : about.place.country,
      currency: kind === 'crypto' ? undefined : purse.currency,
      status: random.chance(0.1)
        ? undefined
        : random.weighted(['open', 'closed'], (status) => (status === 'open' ? 30 : 1)),
      opened_at: random.chance(0.25) ? undefined : iso(opened + Math.floor(random.between(0, day))),
    });
    if (about.depth !== undefined) this.relays.push(purse);
    return purse;
  }
}
