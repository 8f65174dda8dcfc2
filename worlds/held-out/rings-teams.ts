import { day, start } from './calendar.ts';
import { ship } from './details.ts';
import type { Spot } from './network.ts';
import { drawCompany } from './places.ts';
import { company, listed } from './registers.ts';
import { wages } from './regular-payments.ts';
import { Crew, all, type Member } from './rings-crew.ts';
import type { Seat } from './seats.ts';
import type { Town } from './town.ts';

/** One building, one subscription of a VPN, one who keeps the money. */
export function dormitory(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const tunnel = crew.tunnel();
  const house = platform.network.line(crew.den);
  const banker = crew.worker();
  const last = platform.money.purse(banker, 'bank');
  const between = [
    platform.money.purse(platform.someone(), 'bank'),
    platform.money.purse(platform.someone(), 'wallet'),
  ];
  const seats: Seat[] = [];
  const desk = platform.network.machine();
  for (let left = chance.whole(4, 8); left > 0; left--) {
    const worker = crew.worker();
    const own = Array.from({ length: chance.yes(0.25) ? 2 : 1 }, () => {
      const shown = platform.someone();
      const wallet = crew.wallet(shown);
      const seat = crew.seat(shown, {
        route: crew.slips(0.5) ? [wallet, last] : [wallet, chance.pick(between), last],
      });
      seat.spots = crew.cover(shown, tunnel);
      if (crew.slips(0.6))
        seat.spots.push({ weight: 1, ip: house, device: seat.spots[0]!.device! });
      if (crew.slips(0.7)) seat.spots.push({ weight: 1, ip: tunnel, device: desk });
      return seat;
    });
    platform.works(worker, own);
    seats.push(...own);
  }
  crew.refer(seats, 0.3);
  return all(seats);
}

/** Machines at somebody's home, each under a neighbour's name, worked from far away. */
export function farm(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const host = platform.someone();
  const house = platform.network.line(host.city);
  const hosted = platform.signUp(host, { role: chance.yes(0.5) ? 'both' : 'developer' });
  platform.works(host, [hosted], platform.network.usualSpots(host, { line: house }));
  const collector = platform.money.purse(crew.worker(), 'wallet');
  const fees = platform.money.purse(platform.someone(crew.den), 'bank');
  const seats = Array.from({ length: chance.whole(4, 7) }, () => {
    const shown = platform.someone(host.city);
    const device = platform.network.machine({ remote: chance.yes(0.6) });
    const line = chance.yes(0.35 * crew.care) ? platform.network.line(host.city) : house;
    const spots: Spot[] = [
      { weight: 9, ip: line, device, ...(chance.yes(0.6) ? { port: 3389 } : {}) },
    ];
    if (crew.slips(0.5))
      spots.push({ weight: 1, ip: platform.network.vpn(), device: platform.network.machine() });
    const seat = crew.seat(shown, {
      route: [crew.wallet(shown), platform.money.purse(shown, 'bank'), collector],
    });
    if (chance.yes(0.4)) ship(platform, seat, host.address, chance.yes(0.5) ? host : shown);
    platform.works(crew.worker(), [seat], spots);
    return seat;
  });
  platform.money.transfer(collector, fees, 900, start + 40 * day);
  wages(platform, fees, hosted.route[0]!);
  return [[hosted, 'mule'], ...all(seats)];
}

/** A firm that hires outsiders for what its own false names win; another firm owns it. */
export function front(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance, tables } = platform;
  const boss = platform.someone();
  const name = drawCompany(chance);
  const owner = drawCompany(chance);
  const firm = company(platform, boss, name);
  const behind = company(platform, platform.someone(crew.den), owner);
  tables.add('links', {
    from_type: 'company',
    from_id: behind,
    to_type: 'company',
    to_id: firm,
    kind: chance.pick(['owner_of', 'controls']),
    share_percent: chance.whole(51, 100),
    since: '',
    source: 'register',
  });
  if (chance.yes(0.4))
    tables.add(
      'watchlist',
      listed(
        platform,
        chance.yes(0.5) ? owner : `${owner.split(' ').slice(0, 2).join(' ')} Technology`,
        'company',
      ),
    );
  const till = platform.money.purse(boss, 'bank', firm);
  const beyond = platform.money.purse(platform.someone(crew.den), 'bank', behind);
  const head = crew.seat(boss, { role: 'agency', route: [till, beyond] });
  platform.works(boss, [head], platform.network.usualSpots(boss));
  const tunnel = crew.tunnel();
  const socks = Array.from({ length: chance.whole(2, 5) }, () => {
    const shown = platform.someone();
    const own = crew.wallet(shown);
    const seat = crew.seat(shown, {
      route: crew.slips(0.6) ? [till, beyond] : chance.yes(0.5) ? [own, till] : [own, beyond],
    });
    platform.works(crew.worker(), [seat], crew.cover(shown, tunnel));
    return seat;
  });
  const hired = Array.from({ length: chance.whole(1, 2) }, () => {
    const who = platform.someone();
    const seat = platform.signUp(who, { role: 'developer', trade: crew.trade });
    platform.works(who, [seat]);
    seat.row['referred_by'] = chance.yes(0.6) ? head.id : '';
    wages(platform, chance.yes(0.6) ? till : beyond, seat.route[0]!, chance.skewed(400, 0.5));
    return seat;
  });
  crew.refer([head, ...socks], 0.35);
  return [...all([head, ...socks]), ...all(hired, 'unwitting')];
}

/** One pair of hands under several names, one after the other through the day. */
export function manyNames(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const worker = crew.worker();
  const home = platform.network.line(crew.den);
  const tunnel = crew.tunnel();
  const bank = platform.money.purse(worker, 'bank');
  const machine = platform.network.machine();
  const second = platform.money.purse(platform.someone(), 'bank');
  const seats = Array.from({ length: chance.whole(3, 5) }, () => {
    const shown = platform.someone();
    const wallet = crew.wallet(shown);
    const seat = crew.seat(shown, {
      route: chance.yes(0.6) ? [wallet, bank] : [wallet, second, bank],
    });
    seat.spots = crew.cover(shown, tunnel, machine);
    if (crew.slips(0.6))
      seat.spots.push({ weight: 1.5, ip: crew.slips(0.7) ? home : tunnel, device: machine });
    if (crew.slips(0.25)) seat.row['phone'] = worker.phone;
    return seat;
  });
  platform.works(worker, seats);
  return all(seats);
}

/** A device, a line and a wallet each; two or three hops on it is one purse. */
export function careful(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const last = platform.money.purse(crew.worker(), 'bank');
  const collectors = [
    platform.money.purse(platform.someone(), 'bank'),
    platform.money.purse(platform.someone(), 'bank'),
  ];
  const seats = Array.from({ length: chance.whole(4, 8) }, () => {
    const shown = platform.someone();
    const seat = crew.seat(shown, {
      route: [
        crew.wallet(shown),
        platform.money.purse(platform.someone(), 'wallet'),
        chance.pick(collectors),
        last,
      ],
    });
    platform.works(crew.worker(), [seat], crew.cover(shown, platform.network.line(shown.city)));
    return seat;
  });
  crew.refer(seats, 0.45);
  return all(seats);
}
