import {
  addressAgain,
  drawAddress,
  drawEmail,
  drawFirm,
  drawPhone,
  drawSite,
  type Desk,
} from './people.ts';
import { schools } from './phrases.ts';
import { nearHash } from './random.ts';
import { DAY } from './regime.ts';
import { alive, alsoAt, purseAt, type Seat } from './seats.ts';
import type { World } from './state.ts';
import { copyVoice } from './texts.ts';

/** One careless thing by which accounts can be told to belong together; honest people do most of them too. */
interface Slip {
  id: string;
  /** Without one of these columns nobody could see it. */
  needs: string[];
  /** How often it happens between honest friends or strangers, against others here. */
  honest: number;
  make: (world: World, seats: Seat[]) => void;
}

function mainDesk(seat: Seat): Desk {
  const last = seat.stints[seat.stints.length - 1]!;
  return last.desks[0]!.desk;
}

function window(world: World, seat: Seat): { from: number; until: number } {
  const { rng } = world;
  const { from, until } = alive(world, seat);
  const start = rng.between(from, Math.max(from, until - 30 * DAY));
  return { from: start, until: start + rng.logBetween(10, 120) * DAY };
}

export const slips: Slip[] = [
  {
    id: 'borrowed-desk',
    needs: ['logins.device_id'],
    honest: 3,
    make: (world, [first, ...others]) => {
      const desk = mainDesk(first!);
      for (const seat of others) {
        const { from, until } = window(world, seat);
        alsoAt(
          seat,
          { desk: { ...mainDesk(seat), device: desk.device, net: desk.net }, weight: 3 },
          from,
          until,
        );
      }
    },
  },
  {
    id: 'one-line',
    needs: [],
    honest: 3,
    make: (world, seats) => {
      const { country, city } = seats[0]!.person.home;
      const net = world.nets.home(country, city);
      for (const seat of seats) {
        const share = world.rng.between(0.4, 3);
        alsoAt(seat, { desk: { ...mainDesk(seat), net }, weight: share });
      }
    },
  },
  {
    id: 'one-payout',
    needs: [],
    honest: 1.5,
    make: (world, [first, ...others]) => {
      for (const seat of others) {
        if (seat.payouts.length === 0 || first!.payouts.length === 0) continue;
        const { from, until } = window(world, seat);
        const own = purseAt(seat, until)!;
        const shared = purseAt(first!, from)!;
        seat.payouts.push({ purse: shared, from }, { purse: own, from: until });
      }
    },
  },
  {
    id: 'one-number',
    needs: ['documents.number'],
    honest: 0.1,
    make: (_, [first, ...others]) => {
      for (const seat of others) seat.papers.number = first!.papers.number;
    },
  },
  {
    id: 'one-photo',
    needs: ['documents.photo_hash'],
    honest: 0.25,
    make: (world, [first, ...others]) => {
      for (const seat of others) seat.papers.photo = nearHash(world.rng, first!.papers.photo, 2);
    },
  },
  {
    id: 'one-phone',
    needs: ['accounts.phone'],
    honest: 1.5,
    make: (world, [first, ...others]) => {
      for (const seat of others) {
        if (world.rng.chance(0.5)) seat.phone = first!.phone;
        else {
          const { from } = window(world, seat);
          seat.changes.push({ field: 'phone', before: first!.phone, after: seat.phone, at: from });
        }
      }
    },
  },
  {
    id: 'one-site',
    needs: [],
    honest: 2,
    make: (world, seats) => {
      const { rng } = world;
      const handle = seats[0]!.person.name.family.toLowerCase().replaceAll(/[^a-z]/g, '');
      const site = drawSite(rng, handle).split('/').slice(0, 3).join('/');
      for (const seat of seats)
        seat.site = rng.chance(0.75) ? site : `${site}/${rng.pick(['work', 'team', 'portfolio'])}`;
    },
  },
  {
    id: 'mail-shape',
    needs: ['accounts.email'],
    honest: 1,
    make: (world, seats) => {
      const { rng } = world;
      const host = `${rng.pick(['northmail', 'devpost', 'fastletter', 'codebox', 'skymail'])}${rng.int(1, 99)}.test`;
      for (const seat of seats) seat.email = drawEmail(rng, seat.person.name, host);
    },
  },
  {
    id: 'one-resume',
    needs: ['documents.text'],
    honest: 1,
    make: (world, [first, ...others]) => {
      const file = { sha256: world.rng.hex(64), perceptual: world.rng.hex(16) };
      const same = world.rng.chance(0.4);
      for (const seat of [first!, ...others]) if (same) seat.papers.resumeFile = file;
      for (const seat of others) {
        seat.voice = copyVoice(world.rng, seat.voice, first!.voice, { cv: true, edit: 0.15 });
      }
    },
  },
  {
    id: 'one-pitch',
    needs: ['documents.text'],
    honest: 2,
    make: (world, [first, ...others]) => {
      for (const seat of others) {
        const edit = world.rng.between(0, 0.4);
        seat.voice = copyVoice(world.rng, seat.voice, first!.voice, { bid: true, edit });
      }
    },
  },
  {
    id: 'referral',
    needs: ['accounts.referred_by'],
    honest: 4,
    make: (_, seats) => {
      const order = [...seats].sort((a, b) => a.created - b.created);
      order.forEach((seat, i) => {
        if (i > 0) seat.referredBy = order[i - 1];
      });
    },
  },
  {
    id: 'one-parcel',
    needs: ['shipments'],
    honest: 1.5,
    make: (world, seats) => {
      const address = drawAddress(world.rng);
      const name = seats[0]!.person.display;
      for (const seat of seats) {
        const own = world.rng.chance(0.5) ? seat.person.display : name;
        seat.shipTo = { address: addressAgain(world.rng, address), name: own };
      }
    },
  },
  {
    id: 'one-past',
    needs: ['accounts.employer', 'accounts.education'],
    honest: 2,
    make: (world, seats) => {
      const { rng } = world;
      const employer = drawFirm(rng);
      const school = rng.pick(schools);
      const host = school.toLowerCase().replaceAll(/[^a-z]+/g, '');
      const issuer = {
        name: school,
        email: `records@${host}-office.example`,
        phone: drawPhone(rng, seats[0]!.person.home.country),
      };
      const forged = rng.chance(0.4);
      for (const seat of seats) {
        seat.employer = employer;
        seat.school = school;
        if (forged) seat.papers.issuer = issuer;
      }
    },
  },
  {
    id: 'one-statement',
    needs: ['documents.perceptual_hash'],
    honest: 0.3,
    make: (world, seats) => {
      const { rng } = world;
      const statement = { perceptual: rng.hex(16), address: drawAddress(rng) };
      for (const seat of seats) {
        const address = rng.chance(0.4) ? statement.address : seat.address;
        seat.papers.statement = { perceptual: statement.perceptual, address };
      }
    },
  },
  {
    id: 'one-buyer',
    needs: [],
    honest: 3,
    make: (world, seats) => {
      const buyers = world.seats.slice(0, world.ordinary).filter((seat) => seat.funding);
      if (buyers.length === 0) return;
      const buyer = world.rng.pick(buyers);
      buyer.favourites.push(...seats);
      buyer.posting = Math.max(buyer.posting, 1.2);
      buyer.loyalty = Math.max(buyer.loyalty, 0.5);
    },
  },
  {
    id: 'lent-money',
    needs: [],
    honest: 2,
    make: (world, [first, ...others]) => {
      const to = first!.payouts[0];
      if (!to) return;
      for (const seat of others) {
        const own = seat.payouts[seat.payouts.length - 1];
        if (own && own.purse !== to.purse) {
          own.purse.outlets.push({
            to: to.purse,
            share: world.rng.between(0.04, 0.2),
            note: 'loan',
          });
        }
      }
    },
  },
];

export function visible(world: World, slip: Slip): boolean {
  const { lost } = world.regime;
  return !slip.needs.some((column) => lost.has(column) || lost.has(column.split('.')[0]!));
}

/** A ring makes some slips, each by some of its members. */
export function slipUp(world: World, seats: Seat[], least: number): string[] {
  const { rng, regime } = world;
  const count = Math.max(least, rng.poisson(regime.carelessness));
  const possible = slips.filter((slip) => visible(world, slip));
  const made = rng.sample(possible, Math.min(count, 7));
  for (const slip of made) {
    const some = rng.chance(0.35) ? seats : rng.sample(seats, rng.int(2, seats.length));
    slip.make(world, some);
  }
  return made.map((slip) => slip.id);
}

/** The same among the honest: friends and strangers who share something once. */
export function coincide(world: World, seats: Seat[]): void {
  const { rng, regime } = world;
  const possible = slips.filter((slip) => visible(world, slip));
  const count = rng.poisson((seats.length * regime.coincidences) / 1000);
  const workers = seats.filter((seat) => seat.payouts.length > 0);
  for (let i = 0; i < count && workers.length > 6; i++) {
    const slip = rng.pickBy(possible, (each) => each.honest);
    const first = rng.pick(workers);
    const near = workers.filter((seat) => seat.person.home.country === first.person.home.country);
    const pool = rng.chance(0.7) && near.length > 3 ? near : workers;
    const group = rng.sample(pool, rng.chance(0.75) ? 2 : rng.int(2, 4));
    const times = rng.chance(0.3) ? 2 : 1;
    if (group.length < 2) continue;
    slip.make(world, group);
    if (times === 2) rng.pickBy(possible, (each) => each.honest).make(world, group);
  }
}
