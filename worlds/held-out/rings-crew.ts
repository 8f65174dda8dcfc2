import { day, end } from './calendar.ts';
import type { Role } from './labels.ts';
import type { Purse } from './money.ts';
import type { Machine, Spot } from './network.ts';
import type { Someone } from './people.ts';
import { cities, type City } from './places.ts';
import type { Platform } from './platform.ts';
import type { Seat } from './seats.ts';
import { drawPitch, rewritten, trades, type Pitch, type Want } from './texts.ts';
import type { Town } from './town.ts';

/**
 * A crew somewhere, whose names stand for people elsewhere. How careful it is was drawn once; each slip then
 * happens or not, seat by seat.
 */
export class Crew {
  readonly platform: Platform;
  readonly care: number;
  readonly den: City;
  readonly opened: number;
  readonly model: Pitch;
  readonly trade: string;
  /** What all of a crew ask their clients for, if they do. */
  readonly wish: Want | undefined;

  constructor({ platform }: Town) {
    const { chance } = platform;
    this.platform = platform;
    // Most are careful enough, some are not.
    this.care = chance.unit() ** 0.7;
    this.den = chance.pick(cities);
    this.opened = platform.joined();
    this.model = drawPitch(chance);
    this.trade = chance.pick(trades);
    this.wish = chance.yes(0.4) ? chance.pick(['outside', 'coin', 'early']) : undefined;
  }

  /** Whether a slip that a careless crew makes with that chance is made. */
  slips(chance: number): boolean {
    return this.platform.chance.yes((1 - this.care) * chance);
  }

  /** The later the others, the more careful; always within what is watched. */
  created(): number {
    const spread = 15 + 320 * this.care;
    const at = this.opened + this.platform.chance.normal() * spread * day;
    return Math.min(at, end - 50 * day - this.platform.chance.unit() * 40 * day);
  }

  /** What the crew hides behind: servers of its own if it thinks little of it, else what many use. */
  tunnel(): (at: number) => string {
    return this.slips(1) ? this.platform.network.servers() : this.platform.network.vpn();
  }

  /** How one of the crew presents themselves: the common text, rewritten the more the more careful. */
  pitch(): Pitch {
    const { chance } = this.platform;
    return rewritten(
      chance,
      this.model,
      Math.min(1, 0.25 + 0.75 * this.care * chance.between(0.5, 1.3)),
    );
  }

  /** One of the crew, as they are. */
  worker(): Someone {
    return this.platform.someone(this.den);
  }

  /** An account in another's name: how each ring differs is laid over this. */
  seat(shown: Someone, given: Partial<Seat> = {}): Seat {
    const { chance } = this.platform;
    const seat = this.platform.signUp(shown, {
      role: 'developer',
      trade: chance.yes(0.6) ? this.trade : chance.pick(trades),
      created: this.created(),
      pitch: this.pitch(),
      ...given,
    });
    // Most of a crew live from it, as four in ten of all developers do.
    if (seat.role !== 'client' && chance.yes(0.6)) this.platform.fullTime(seat);
    // An account that is hardly ever used is of no use to a crew.
    else if (seat.role !== 'client') seat.pace = Math.max(seat.pace, chance.between(0.045, 0.08));
    if (this.wish) seat.wants = { ...seat.wants, [this.wish]: chance.between(0.05, 0.3) };
    return seat;
  }

  /** Where the pay of an account comes in first. */
  wallet(shown: Someone): Purse {
    return this.platform.money.purse(shown, this.platform.chance.yes(0.55) ? 'wallet' : 'bank');
  }

  /** How a careful worker seems to sit where the name lives: a line there, or a VPN that many use. */
  cover(shown: Someone, tunnel: (at: number) => string, own?: Machine): Spot[] {
    const { chance } = this.platform;
    const device =
      own && this.slips(0.6) ? own : this.platform.network.machine({ remote: this.slips(0.3) });
    const spots: Spot[] = [
      {
        weight: 6,
        ip: chance.yes(0.35 + 0.4 * this.care) ? this.platform.network.line(shown.city) : tunnel,
        device,
      },
    ];
    if (chance.yes(0.35))
      spots.push({ weight: chance.between(0.5, 3), ip: this.platform.network.vpn(), device });
    return spots;
  }

  /** Some were brought in by one who was there before. */
  refer(seats: readonly Seat[], often: number): void {
    const { chance } = this.platform;
    const byAge = [...seats].sort((a, b) => a.created - b.created);
    for (const [at, seat] of byAge.entries())
      if (at > 0 && chance.yes(often)) seat.row['referred_by'] = chance.pick(byAge.slice(0, at)).id;
  }
}

/** An account of a ring and the part it plays. */
export type Member = readonly [Seat, Role];

/** Those accounts, all in one part. */
export const all = (seats: readonly Seat[], role: Role = 'operator'): Member[] =>
  seats.map((seat) => [seat, role]);
