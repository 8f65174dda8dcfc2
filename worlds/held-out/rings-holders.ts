import { day, start } from './calendar.ts';
import { change } from './details.ts';
import { full } from './places.ts';
import { wages } from './regular-payments.ts';
import { Crew, all, type Member } from './rings-crew.ts';
import type { Hands } from './seats.ts';
import { drawPitch } from './texts.ts';
import type { Town } from './town.ts';

/** True holders hand over what they opened, for a share; some keep the machine on and nothing outward changes. */
export function rented(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const workers = [crew.worker(), crew.worker()].slice(0, chance.whole(1, 2));
  const kitty = platform.money.purse(crew.worker(), 'wallet');
  const payer = platform.money.purse(platform.someone(crew.den), 'bank');
  const machine = platform.network.machine();
  const kept: Hands['seats'][] = workers.map(() => []);
  const own = crew.seat(workers[0]!, { route: [crew.wallet(workers[0]!), kitty, payer] });
  platform.works(workers[0]!, [own], platform.network.usualSpots(workers[0]!, { device: machine }));
  const tunnel = crew.tunnel();
  const seats = Array.from({ length: chance.whole(3, 6) }, () => {
    const holder = platform.someone();
    const handover = chance.between(start + 15 * day, start + 100 * day);
    const seat = crew.seat(holder, {
      created: start - chance.skewed(420, 0.8) * day,
      pitch: drawPitch(chance),
    });
    const spots = platform.network.usualSpots(holder);
    const quiet = chance.yes(0.25 + 0.4 * crew.care);
    const taken = quiet
      ? [{ ...spots[0]!, ...(chance.yes(0.6) ? { port: 3389 } : {}) }]
      : crew.cover(holder, tunnel, machine);
    platform.hands.push({
      who: holder,
      seats: [{ seat, from: -Infinity, until: handover, spots }],
    });
    chance.pick(kept).push({ seat, from: handover, until: Infinity, spots: taken });
    // The holder's own bank may go on being paid first, and pays the worker.
    const route =
      quiet && chance.yes(0.5)
        ? [seat.route[0]!, kitty]
        : [platform.money.purse(crew.slips(0.5) ? crew.worker() : holder, 'wallet'), kitty];
    seat.later = { at: handover, route, pitch: crew.pitch() };
    if (route[0] !== seat.route[0]) {
      platform.money.uses(seat, route[0]!, 'payout', handover);
      wages(platform, payer, seat.route[0]!, chance.skewed(90, 0.4));
    }
    if (!quiet)
      for (const field of chance.some(['phone', 'email'], chance.whole(0, 2)))
        change(
          platform,
          seat,
          field,
          handover + chance.normal() * 5 * day,
          platform.someone()[field as 'phone' | 'email'],
        );
    return seat;
  });
  for (const [at, who] of workers.entries()) platform.hands.push({ who, seats: kept[at]! });
  return [[own, 'operator'], ...all(seats, 'mule')];
}

/** Old accounts of people who left, bought in one market and woken up. */
export function bought(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const worker = crew.worker();
  const bank = platform.money.purse(crew.worker(), 'bank');
  const tunnel = crew.tunnel();
  const machine = platform.network.machine();
  const kept: Hands['seats'] = [];
  const seats = Array.from({ length: chance.whole(3, 6) }, () => {
    const first = platform.someone();
    const woken = chance.between(start + 40 * day, start + 110 * day);
    const seat = crew.seat(first, {
      created: start - chance.skewed(800, 0.4) * day,
      pitch: drawPitch(chance),
    });
    const left = start + chance.between(0, 25) * day;
    platform.hands.push({
      who: first,
      seats: [{ seat, from: -Infinity, until: left, spots: platform.network.usualSpots(first) }],
    });
    kept.push({ seat, from: woken, until: Infinity, spots: crew.cover(first, tunnel, machine) });
    const wallet = platform.money.purse(crew.slips(0.5) ? worker : platform.someone(), 'wallet');
    const route = crew.slips(0.5)
      ? [wallet, bank]
      : [wallet, platform.money.purse(platform.someone(), 'bank'), bank];
    seat.later = { at: woken, route, pitch: crew.pitch() };
    platform.money.uses(seat, route[0]!, 'payout', woken);
    for (const field of chance.some(
      ['email', 'phone', 'address', 'display_name'],
      chance.whole(1, 3),
    )) {
      const was = platform.someone();
      change(
        platform,
        seat,
        field,
        woken + chance.normal() * 4 * day,
        field === 'display_name' ? full(was.name) : was[field as 'phone' | 'email' | 'address'],
      );
    }
    return seat;
  });
  platform.hands.push({ who: worker, seats: kept });
  return all(seats);
}
