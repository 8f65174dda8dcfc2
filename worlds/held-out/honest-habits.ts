import { day, stamp, start } from './calendar.ts';
import type { Machine } from './network.ts';
import { cities } from './places.ts';
import type { Seat } from './seats.ts';
import { developer, settle, type Town } from './town.ts';

/** Works from one city after another. */
export function nomad({ platform }: Town): Seat[] {
  const { chance } = platform;
  const who = platform.someone();
  const device = platform.network.machine();
  const stops = [who.city, ...chance.some(cities, chance.whole(2, 5))];
  const lines = stops.map(
    (city) => [platform.network.line(city), platform.network.line(city, 'coworking')] as const,
  );
  const stay = chance.between(12, 45) * day;
  const turn = (at: number) => lines[Math.floor(Math.max(0, at - start) / stay) % lines.length]!;
  return [
    settle(platform, who, [
      { weight: 5, ip: (at) => turn(at)[0](at), device },
      { weight: 3, ip: (at) => turn(at)[1](at), device },
      { weight: chance.between(0.1, 3), ip: platform.network.vpn(), device },
    ]),
  ];
}

/** Connects through a VPN nearly always. */
export function vpnUser({ platform }: Town): Seat[] {
  const who = platform.someone();
  const device = platform.network.machine();
  return [
    settle(platform, who, [
      { weight: 9, ip: platform.network.vpn(), device },
      { weight: 1, ip: platform.network.line(who.city), device },
    ]),
  ];
}

/** Works on a machine of their own from elsewhere. */
export function remoteDesktop({ platform }: Town): Seat[] {
  const { chance, tables } = platform;
  const who = platform.someone();
  const device = platform.network.machine({ remote: true });
  const at = platform.network.line(who.city, chance.pick(['hosting', 'business', 'residential']));
  if (chance.yes(0.2)) {
    const ip = at(start);
    tables.add('ips', {
      ip,
      open_ports: '443|3389',
      observed_at: stamp(start + chance.unit() * 150 * day),
    });
  }
  return [
    settle(platform, who, [
      { weight: 6, ip: at, device, port: 3389 },
      ...platform.network.usualSpots(who).map((spot) => ({ ...spot, weight: spot.weight / 3 })),
    ]),
  ];
}

/** Begins work when others end it. */
export function nightOwl({ platform }: Town): Seat[] {
  const { chance } = platform;
  const who = { ...platform.someone(), wakes: chance.between(17, 25) };
  return [settle(platform, who)];
}

/** Hides, works at odd hours, remotely, through wallets, sells hard: all alone. */
export function loner({ platform }: Town): Seat[] {
  const { chance } = platform;
  const who = platform.someone();
  const claimed = { ...who, city: chance.yes(0.6) ? chance.pick(cities) : who.city };
  const device: Machine = platform.network.machine({ remote: chance.yes(0.4) });
  const exits = [
    platform.network.address(claimed.city, 'hosting'),
    platform.network.address(chance.pick(cities), 'vpn'),
  ];
  const seat = platform.signUp(claimed, {
    ...developer,
    route: [
      platform.money.purse(claimed, 'wallet'),
      platform.money.purse(claimed, 'wallet'),
      platform.money.purse(who, 'bank'),
    ],
  });
  platform.fullTime(seat);
  if (chance.yes(0.5)) seat.wants = { ...seat.wants, outside: 0.25, coin: 0.15 };
  platform.works(
    who,
    [seat],
    [
      {
        weight: 6,
        ip: () => chance.pick(exits),
        device,
        ...(chance.yes(0.4) ? { port: 3389 } : {}),
      },
      { weight: chance.between(0, 3), ip: platform.network.vpn(), device },
    ],
  );
  return [seat];
}
