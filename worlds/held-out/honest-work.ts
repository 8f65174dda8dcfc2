import { day, end, stamp } from './calendar.ts';
import { flipped } from './papers.ts';
import { full } from './places.ts';
import { company } from './registers.ts';
import { debits, wages } from './regular-payments.ts';
import type { Seat } from './seats.ts';
import { drawPitch, rewritten, trades } from './texts.ts';
import { developer, people, settle, type Town } from './town.ts';

/** A few developers of one trade in one office. */
export function studio({ platform }: Town): Seat[] {
  const { chance } = platform;
  const head = platform.someone();
  const office = platform.network.line(head.city, 'business');
  const till = platform.money.purse(head, chance.pick(['bank', 'wallet']));
  const look = drawPitch(chance);
  const trade = chance.pick(trades);
  const pool = [platform.network.machine(), platform.network.machine()];
  return [head, ...people(platform, chance.whole(2, 5), head.city)].map((who) => {
    const seat = settle(
      platform,
      who,
      [
        ...platform.network.usualSpots(who),
        {
          weight: 9,
          ip: office,
          device: chance.yes(0.4) ? chance.pick(pool) : platform.network.machine(),
        },
      ],
      {
        ...developer,
        trade,
        route: [till],
        pitch: rewritten(chance, look, chance.between(0.2, 0.9)),
      },
    );
    if (chance.yes(0.4))
      platform.papers.paper(seat, {
        kind: 'portfolio',
        used_for: 'signup',
        sha256: '',
        perceptual_hash: head.photo,
        submitted_at: stamp(seat.created + day),
      });
    return seat;
  });
}

/** A registered firm, its head and its staff. */
export function agency({ platform }: Town): Seat[] {
  const { chance, tables } = platform;
  const boss = platform.someone();
  const firm = company(platform, boss);
  const till = platform.money.purse(boss, 'bank', firm);
  const house = drawPitch(chance);
  const office = platform.network.line(boss.city, 'business');
  const trade = chance.pick(trades);
  const pool = [platform.network.machine(), platform.network.machine(), platform.network.machine()];
  const head = settle(
    platform,
    boss,
    [{ weight: 8, ip: office, device: pool[0]! }, ...platform.network.usualSpots(boss)],
    { role: 'agency', trade, route: [till], pitch: house },
  );
  const staff = Array.from({ length: chance.whole(3, 8) }, () => {
    const who = platform.someone(chance.yes(0.7) ? boss.city : undefined);
    const seat = settle(
      platform,
      who,
      [
        ...platform.network.usualSpots(who),
        {
          weight: chance.between(2, 16),
          ip: office,
          device: chance.pick([...pool, platform.network.machine()]),
        },
      ],
      {
        ...developer,
        trade,
        route: [till],
        pitch: rewritten(chance, house, chance.between(0.05, 0.7)),
      },
    );
    if (chance.yes(0.6)) seat.row['referred_by'] = head.id;
    if (chance.yes(0.4))
      tables.add('links', {
        from_type: 'company',
        from_id: firm,
        to_type: 'account',
        to_id: seat.id,
        kind: 'employs',
        since: '',
        source: 'platform',
      });
    wages(platform, till, platform.money.purse(who, 'bank'));
    return seat;
  });
  return [head, ...staff];
}

/** Took one course, and learnt there how to present themselves. */
export function graduates({ platform }: Town): Seat[] {
  const { chance } = platform;
  const model = drawPitch(chance);
  const trade = chance.pick(trades);
  const ended = platform.joined();
  return people(platform, chance.whole(4, 9)).map((who) =>
    settle(platform, who, undefined, {
      ...developer,
      trade,
      pitch: rewritten(chance, model, chance.between(0, 0.6)),
      created: Math.min(end - 25 * day, ended + Math.abs(chance.normal()) * 30 * day),
    }),
  );
}

/** A client and the developers it keeps coming back to. */
export function longStanding({ platform }: Town): Seat[] {
  const { chance } = platform;
  const who = platform.someone();
  const favourites = people(platform, chance.whole(2, 5)).map((other) =>
    settle(platform, other, undefined, developer),
  );
  const client = settle(platform, who, undefined, {
    role: 'client',
    favourites,
    favour: chance.between(0.5, 0.95),
    generous: chance.between(0.3, 0.95),
    posting: chance.between(0.04, 0.14),
  });
  return [client, ...favourites];
}

/** Strangers whose earnings all go through one firm that pays their wages. */
export function payroll({ platform }: Town): Seat[] {
  const { chance, tables } = platform;
  const owner = platform.someone();
  const hub = platform.money.purse(owner, 'bank', company(platform, owner));
  if (chance.yes(0.6))
    tables.add('known_shared', {
      type: 'payment_account',
      value: hub.id,
      reason: 'pays the wages of many',
      since: '2024-06-01',
    });
  return people(platform, chance.whole(8, 22)).map((who) => {
    const own = platform.money.purse(who, 'bank');
    return settle(platform, who, undefined, {
      ...developer,
      route: chance.yes(0.5) ? [hub, own] : [platform.money.purse(who, 'wallet'), hub, own],
    });
  });
}

/** Draws small monthly fees from pupils, as thieves draw small sums. */
export function tutor({ platform }: Town): Seat[] {
  const { chance } = platform;
  const seat = settle(platform, platform.someone(), undefined, developer);
  const fee = chance.between(8, 60);
  for (let pupil = chance.whole(8, 26); pupil > 0; pupil--)
    debits(platform, seat.route[0]!, fee, chance.whole(1, 5), 0.03);
  return [seat];
}

/** Bought the same sheet in a shop of templates. */
export function sharedTemplate({ platform }: Town): Seat[] {
  const { chance } = platform;
  const sheet = drawPitch(chance);
  const picture = chance.hex(16);
  return people(platform, chance.whole(3, 8)).map((who) => {
    const seat = settle(platform, who, undefined, developer);
    const text = platform.papers.about(seat, rewritten(chance, sheet, chance.between(0, 0.5)));
    platform.papers.paper(seat, {
      kind: 'resume',
      used_for: 'signup',
      name_on_document: full(who.name),
      perceptual_hash: chance.yes(0.7) ? flipped(chance, picture, chance.whole(0, 6)) : '',
      text,
      submitted_at: stamp(seat.created + day),
    });
    return seat;
  });
}

/** Sells two trades under two accounts, openly. */
export function twoTrades({ platform }: Town): Seat[] {
  const { chance } = platform;
  const who = platform.someone();
  const route = platform.money.ownRoute(who);
  const seats = chance
    .some(trades, 2)
    .map((trade) =>
      platform.signUp({ ...who, email: platform.someone().email }, { ...developer, trade, route }),
    );
  platform.works(who, seats, platform.network.usualSpots(who));
  return seats;
}
