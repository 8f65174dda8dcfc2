import { day, end, stamp, start } from './calendar.ts';
import { change } from './details.ts';
import { cities, full } from './places.ts';
import type { Seat } from './seats.ts';
import { rewritten } from './texts.ts';
import { developer, settle, type Town } from './town.ts';

/** Sold or handed on within the half year: one device, two strangers, one after the other. */
export function secondHand({ platform }: Town): Seat[] {
  const { chance } = platform;
  const device = platform.network.machine();
  const first = platform.someone();
  const second = platform.someone(chance.yes(0.6) ? first.city : undefined);
  const at = chance.between(start + 30 * day, end - 40 * day);
  const before = platform.network.usualSpots(first, { device });
  const seats = [platform.signUp(first), platform.signUp(second)];
  platform.hands.push(
    {
      who: first,
      seats: [
        { seat: seats[0]!, from: -Infinity, until: at, spots: before },
        { seat: seats[0]!, from: at, until: Infinity, spots: platform.network.usualSpots(first) },
      ],
    },
    {
      who: second,
      seats: [
        { seat: seats[1]!, from: -Infinity, until: at, spots: platform.network.usualSpots(second) },
        {
          seat: seats[1]!,
          from: at + 6 * day,
          until: Infinity,
          spots: platform.network.usualSpots(second, { device }),
        },
      ],
    },
  );
  return seats;
}

/** Closed one account and opened another later. */
export function returning({ platform }: Town): Seat[] {
  const { chance } = platform;
  const who = platform.someone();
  const spots = platform.network.usualSpots(who);
  const route = platform.money.ownRoute(who);
  const left = chance.between(start + 20 * day, end - 70 * day);
  const old = platform.signUp(who, {
    ...developer,
    route,
    closed: left,
    created: start - chance.skewed(300, 0.7) * day,
  });
  const back = platform.signUp(
    chance.yes(0.3) ? { ...who, email: platform.someone().email } : who,
    {
      ...developer,
      trade: old.trade,
      route: chance.yes(0.7) ? route : platform.money.ownRoute(who),
      created: left + chance.skewed(20, 0.8) * day,
      pitch: rewritten(chance, old.pitch, 0.5),
    },
  );
  platform.works(who, [old, back], spots);
  return [old, back];
}

/** Took another family name. */
export function newName({ platform }: Town): Seat[] {
  const { chance } = platform;
  const who = platform.someone();
  const old = { ...who.name, family: platform.someone().name.family };
  const seat = settle(platform, who);
  const at = chance.between(Math.max(start, seat.created), end);
  seat.row['display_name'] = full(who.name);
  change(platform, seat, 'display_name', at, full(old));
  platform.papers.paper(seat, {
    kind: 'passport',
    used_for: 'verification',
    name_on_document: full(old),
    birth_date: who.birth,
    photo_hash: who.photo,
    verification_result: 'passed',
    submitted_at: stamp(seat.created + day * chance.unit()),
  });
  return [seat];
}

/** Another city, line, bank, number and machine, and still the same person. */
export function movedAway({ platform }: Town): Seat[] {
  const { chance } = platform;
  const who = platform.someone();
  const at = chance.between(start + 25 * day, end - 30 * day);
  const there = { ...who, city: chance.yes(0.5) ? chance.pick(cities) : who.city };
  const seat = platform.signUp(
    { ...who, city: chance.yes(0.5) ? there.city : who.city },
    { created: start - chance.skewed(400, 0.8) * day },
  );
  const device = platform.network.machine();
  platform.hands.push(
    {
      who,
      seats: [
        { seat, from: -Infinity, until: at, spots: platform.network.usualSpots(who, { device }) },
      ],
    },
    {
      who: there,
      seats: [
        {
          seat,
          from: at,
          until: Infinity,
          spots: platform.network.usualSpots(there, chance.yes(0.5) ? { device } : {}),
        },
      ],
    },
  );
  for (const field of chance.some(['phone', 'email', 'address'] as const, chance.whole(1, 3)))
    change(
      platform,
      seat,
      field,
      at + chance.normal() * 4 * day,
      platform.someone(who.city)[field],
    );
  if (seat.role !== 'client' && chance.yes(0.6)) {
    const route = platform.money.ownRoute(there);
    seat.later = { at, route };
    platform.money.uses(seat, route[0]!, 'payout', at);
  }
  return [seat];
}
