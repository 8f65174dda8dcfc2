import type { Firm } from '../people/person.ts';
import type { Random } from '../chance/random.ts';
import { isoDay } from '../chance/time.ts';
import type { Account } from './account.ts';
import type { Network } from './network.ts';
import type { Purse, Purses } from './purses.ts';
import type { Sink } from './sink.ts';

/** What all parts of a world draw on. */
export interface World {
  random: Random;
  sink: Sink;
  network: Network;
  purses: Purses;
  accounts: Account[];
  /** Where the platform keeps money between client and worker. */
  escrows: readonly Purse[];
  /** Exchanges, card firms, landlords, tax offices: where everybody's money goes. */
  hubs: readonly Purse[];
  /** Firms that people say they work for. */
  employers: readonly Firm[];
  firms: Set<string>;
  /** Websites looked up already. */
  sites: Set<string>;
  /** How ids of rings are counted out; the truth alone uses them. */
  rings: number;
}

/** Puts a firm on record, once. */
export function registerFirm(world: World, firm: Firm): void {
  if (world.firms.has(firm.id)) return;
  world.firms.add(firm.id);
  const random = world.random.fork('firm', Number.parseInt(firm.id.slice(1, 8), 16));
  world.sink.add('companies', {
    company_id: firm.id,
    name: firm.name,
    aliases: random.chance(0.2) ? firm.name.split(' ').slice(0, 2).join(' ') : undefined,
    country: firm.home.country,
    registration_number: random.chance(0.15) ? undefined : firm.number,
    address: random.chance(0.08) ? undefined : firm.address,
    email: random.chance(0.3) ? undefined : `office@${firm.domain}`,
    phone: random.chance(0.25) ? undefined : firm.phone,
    website: random.chance(0.2) ? undefined : firm.website,
    incorporated_on: random.chance(0.1) ? undefined : isoDay(firm.founded),
  });
}
