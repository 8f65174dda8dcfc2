import { cities, drawAddress } from './places.ts';
import type { Platform } from './platform.ts';
import type { Seat } from './seats.ts';
import { developer, people, settle, type Town } from './town.ts';

/** Relatives in one household. */
export function family({ platform }: Town): Seat[] {
  const { chance } = platform;
  const elder = platform.someone();
  const line = platform.network.line(elder.city);
  const desk = platform.network.machine();
  const account = platform.money.purse(elder, 'bank');
  return Array.from({ length: chance.whole(2, 4) }, (_, at) => {
    const who =
      at === 0
        ? elder
        : {
            ...platform.someone(elder.city, chance.yes(0.8) ? elder.name.family : undefined),
            address: elder.address,
          };
    if (chance.yes(0.3)) who.phone = elder.phone;
    return settle(
      platform,
      who,
      platform.network.usualSpots(who, {
        line,
        device: chance.yes(0.5) ? desk : platform.network.machine(),
      }),
      {
        route: chance.yes(0.45)
          ? [account]
          : [...platform.money.ownRoute(who).slice(0, 1), ...(chance.yes(0.5) ? [account] : [])],
      },
    );
  });
}

/** Strangers who share a flat and its line. */
export function flatmates({ platform }: Town): Seat[] {
  const { chance } = platform;
  const first = platform.someone();
  const line = platform.network.line(first.city);
  const spare = platform.network.machine();
  const server = chance.yes(0.2) ? platform.network.servers() : undefined;
  return Array.from({ length: chance.whole(2, 5) }, () => {
    const who = {
      ...platform.someone(first.city),
      address: chance.yes(0.7) ? first.address : drawAddress(chance, first.city),
    };
    const spots = platform.network.usualSpots(who, { line });
    if (chance.yes(0.25)) spots.push({ weight: 1, ip: line, device: spare });
    if (server) spots.push({ weight: 4, ip: server, device: spots[0]!.device! });
    return settle(platform, who, spots);
  });
}

/** Many who hardly know each other behind a few addresses, and now and then at a public machine. */
export function underOneRoof(
  platform: Platform,
  kind: string,
  [low, high]: [number, number],
): Seat[] {
  const { chance, tables } = platform;
  const city = chance.pick(cities);
  const lines = Array.from({ length: chance.whole(1, 3) }, () =>
    platform.network.address(city, kind),
  );
  const open = [platform.network.machine(), platform.network.machine(), platform.network.machine()];
  for (const ip of lines)
    if (chance.yes(0.6))
      tables.add('known_shared', {
        type: 'ip',
        value: ip,
        reason: `${kind} in ${city.name}`,
        since: '2024-01-01',
      });
  return people(platform, chance.whole(low, high), city).map((who) => {
    const spots = platform.network.usualSpots(who);
    const device = kind === 'business' && chance.yes(0.7) ? chance.pick(open) : spots[0]!.device!;
    spots.push({ weight: chance.between(3, 14), ip: () => chance.pick(lines), device });
    return settle(platform, who, spots);
  });
}

/**
 * Relatives in several towns whose elder keeps the money: their wallets end in one bank account. Who bears another name and lives
 * elsewhere is seen at the elder's now and then: strangers to each other they are not.
 */
export function treasurer({ platform }: Town): Seat[] {
  const { chance } = platform;
  const elder = platform.someone();
  const bank = platform.money.purse(elder, 'bank');
  const house = platform.network.line(elder.city);
  return Array.from({ length: chance.whole(3, 6) }, () => {
    const near = chance.yes(0.4);
    const named = chance.yes(0.6);
    const who = platform.someone(
      near ? elder.city : undefined,
      named ? elder.name.family : undefined,
    );
    const own = platform.money.purse(who, 'wallet');
    const spots = platform.network.usualSpots(who);
    if (!named || chance.yes(0.2))
      spots.push({ weight: chance.between(0.5, 2), ip: house, device: spots[0]!.device! });
    return settle(platform, who, spots, {
      ...developer,
      route: chance.yes(0.5) ? [own, bank] : [own, platform.money.purse(who, 'bank'), bank],
    });
  });
}
