import { day, end, stamp, start } from './calendar.ts';
import { website } from './details.ts';
import { Money } from './money.ts';
import { Network, type Spot } from './network.ts';
import { Papers } from './papers.ts';
import { drawSomeone, typed, type Someone } from './people.ts';
import { cities, drawCompany, full, plain, type City } from './places.ts';
import type { Chance } from './random.ts';
import type { Hands, Seat } from './seats.ts';
import type { Row, Tables } from './tables.ts';
import { drawPitch, trades } from './texts.ts';

/** What the platform's own forms do, alike for all: people sign up, connect, hand in papers and open purses. */
export class Platform {
  readonly chance: Chance;
  readonly tables: Tables;
  readonly papers: Papers;
  readonly network: Network;
  readonly money: Money;
  readonly seats: Seat[] = [];
  readonly hands: Hands[] = [];

  constructor(chance: Chance, tables: Tables) {
    this.chance = chance;
    this.tables = tables;
    // Papers and network draw as they are made: in another order a seed would give another world.
    this.papers = new Papers(chance, tables);
    this.network = new Network(chance, tables);
    this.money = new Money(chance, tables);
  }

  /** Somebody new, in that city or family if one is given. */
  someone(home?: City, family?: string): Someone {
    return drawSomeone(this.chance, home, family);
  }

  /** A share of accounts is older than what is watched. */
  joined(): number {
    const { chance } = this;
    return chance.yes(0.72)
      ? start - chance.skewed(420, 0.8) * day
      : chance.between(start, end - 25 * day);
  }

  /** Opens an account in somebody's name; whoever works it is said by `hands`. */
  signUp(shown: Someone, given: Partial<Seat> = {}, cells: Row = {}): Seat {
    const { chance, tables } = this;
    const role =
      given.role ?? (chance.yes(0.31) ? 'client' : chance.yes(0.06) ? 'both' : 'developer');
    const buys = role === 'client' || role === 'both';
    const created = given.created ?? this.joined();
    const trade = given.trade ?? chance.pick(trades);
    const route = given.route ?? this.money.ownRoute(shown);
    const closed =
      given.closed ??
      (chance.yes(0.05)
        ? chance.between(Math.max(created, start) + 15 * day, end + 60 * day)
        : Infinity);
    const id = `u-${tables.id()}`;
    const verified = created + chance.skewed(1.5, 1.2) * day;
    const row = tables.add('accounts', {
      account_id: id,
      platform: 'workbench',
      role,
      handle: `${plain(shown.name.given).slice(0, 6)}${plain(shown.name.family).slice(0, 5)}${chance.whole(1, 9999)}`,
      display_name: chance.yes(0.96) ? typed(chance, full(shown.name)) : '',
      legal_name: chance.yes(0.6) ? full(shown.name) : '',
      birth_date: chance.yes(0.5) ? shown.birth : '',
      trade: chance.yes(0.9) ? trade : '',
      // Where somebody was born is told apart from where they live.
      nationality: chance.yes(0.4)
        ? (chance.yes(0.85) ? shown.city : chance.pick(cities)).country
        : '',
      country: chance.yes(0.93) ? shown.city.country : '',
      city: chance.yes(0.8) ? shown.city.name : '',
      address: chance.yes(0.55) ? shown.address : '',
      timezone: chance.yes(0.7) ? shown.city.zone : '',
      email: chance.yes(0.95) ? shown.email : '',
      phone: chance.yes(0.7) ? shown.phone : '',
      website: chance.yes(0.15) ? website(this, shown) : '',
      employer: chance.yes(0.3) ? drawCompany(chance) : '',
      education: chance.yes(0.35)
        ? `${chance.pick(cities).name} ${chance.pick(['Polytechnic', 'College', 'University', 'Academy'])}`
        : '',
      status: closed < end ? chance.pick(['closed', 'closed', 'suspended']) : 'active',
      created_at: stamp(created),
      verified_at: chance.yes(0.8) && verified < end ? stamp(verified) : '',
      video_verified_at:
        chance.yes(0.15) && verified + 9 * day < end
          ? stamp(verified + chance.between(0, 9) * day)
          : '',
      closed_at: closed < end ? stamp(closed) : '',
      closed_reason: closed < end ? chance.pick(['on request', 'inactive', 'terms', '', '']) : '',
      referred_by: '',
      ...cells,
    });
    const seat: Seat = {
      id,
      shown,
      role,
      trade,
      created,
      closed,
      pace: Math.min(1.4, chance.skewed(buys ? 0.022 : 0.03, 0.75)),
      bidding: role === 'client' ? 0 : chance.skewed(0.6, 0.6),
      posting: buys ? chance.skewed(0.034, 0.7) : role === 'agency' ? 0.01 : 0,
      skill: chance.skewed(1, 0.5),
      pitch: drawPitch(chance),
      wants: Object.fromEntries(
        (['outside', 'coin', 'ship', 'early'] as const).map((want) => [
          want,
          chance.yes(0.12) ? chance.between(0.02, 0.3) : 0.01,
        ]),
      ),
      spots: [],
      route,
      funding: route[0]!,
      favourites: [],
      favour: 0,
      generous: 0,
      ...given,
      row,
    };
    if (buys)
      seat.funding =
        given.funding ?? this.money.purse(shown, chance.pick(['card', 'card', 'bank', 'wallet']));
    const since = Math.max(created + day, start - 200 * day);
    if (role !== 'client') this.money.uses(seat, seat.route[0]!, 'payout', since);
    if (buys) this.money.uses(seat, seat.funding, 'funding', since);
    this.seats.push(seat);
    return seat;
  }

  /** Lives from it: comes often and is good enough to be hired again. */
  fullTime(seat: Seat): void {
    const { chance } = this;
    seat.pace = Math.max(seat.pace, chance.between(0.08, 0.26));
    seat.skill = Math.max(seat.skill, chance.between(1.5, 4));
  }

  /** Somebody works it themselves, from now on, from their usual spots. */
  works(who: Someone, seats: readonly Seat[], spots?: Spot[]): void {
    for (const seat of seats)
      if (seat.spots.length === 0) seat.spots = spots ?? this.network.usualSpots(who);
    this.hands.push({
      who,
      seats: seats.map((seat) => ({ seat, from: -Infinity, until: Infinity })),
    });
  }
}
