import { debits, wages } from './regular-payments.ts';
import { Crew, all, type Member } from './rings-crew.ts';
import { drawPitch, trades } from './texts.ts';
import type { Town } from './town.ts';

/** Clients who are the developers' own, and pay with what they were paid. */
export function lifters(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const worker = crew.worker();
  const tunnel = crew.tunnel();
  const machine = platform.network.machine();
  const middle = platform.money.purse(platform.someone(), 'wallet');
  const lifted = Array.from({ length: chance.whole(3, 6) }, () => {
    const shown = platform.someone();
    const wallet = crew.wallet(shown);
    const seat = crew.seat(shown, {
      route: chance.yes(0.6)
        ? [wallet, middle]
        : [wallet, platform.money.purse(shown, 'bank'), middle],
    });
    platform.works(crew.worker(), [seat], crew.cover(shown, tunnel));
    return seat;
  });
  const clients = Array.from({ length: chance.whole(1, 3) }, () => {
    const shown = platform.someone();
    const funding = crew.slips(0.4) ? lifted[0]!.route[0]! : platform.money.purse(shown, 'wallet');
    const seat = crew.seat(shown, {
      role: 'client',
      funding,
      favourites: lifted,
      favour: chance.between(0.45, 0.9),
      generous: chance.between(0.5, 1),
      posting: chance.between(0.05, 0.13),
    });
    seat.spots = crew.cover(shown, tunnel, machine);
    if (funding !== lifted[0]!.route[0]) wages(platform, middle, funding, chance.skewed(500, 0.5));
    return seat;
  });
  platform.works(worker, clients);
  return all([...lifted, ...clients]);
}

/** Unrelated people whose wallets one broker empties into one bank. */
export function broker(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const man = crew.worker();
  const bank = platform.money.purse(man, 'bank');
  const wallets = Array.from({ length: chance.whole(2, 3) }, () =>
    platform.money.purse(crew.slips(0.7) ? man : platform.someone(), 'wallet'),
  );
  const seats = Array.from({ length: chance.whole(4, 8) }, () => {
    const who = platform.someone();
    const shown = chance.yes(0.7) ? platform.someone() : who;
    const own = crew.wallet(shown);
    const seat = crew.seat(shown, {
      pitch: drawPitch(chance),
      created: platform.joined(),
      trade: chance.pick(trades),
      route: [own, chance.pick(wallets), bank],
    });
    if (chance.yes(0.5)) seat.wants = { ...seat.wants, coin: 0.2 };
    platform.works(
      who,
      [seat],
      shown === who ? platform.network.usualSpots(who) : crew.cover(shown, platform.network.vpn()),
    );
    return seat;
  });
  return all(seats, chance.yes(0.5) ? 'mule' : 'operator');
}

/** Small sums from many strangers' cards, and from a client or two. */
export function thieves(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const pot = platform.money.purse(crew.worker(), 'wallet');
  const tunnel = crew.tunnel();
  const seats = Array.from({ length: chance.whole(3, 5) }, () => {
    const shown = platform.someone();
    const seat = crew.seat(shown, { route: [crew.wallet(shown), pot] });
    platform.works(crew.worker(), [seat], crew.cover(shown, tunnel));
    const about = chance.between(15, 90);
    let taken = 0;
    for (let left = chance.whole(7, 16); left > 0; left--) {
      const times = chance.whole(1, 4);
      debits(platform, seat.route[0]!, about, times, 0.12 + 0.25 * (1 - crew.care));
      taken += about * times;
    }
    wages(platform, seat.route[0]!, pot, taken / 6);
    return seat;
  });
  const victims = Array.from({ length: chance.whole(0, 2) }, () => {
    const who = platform.someone();
    const seat = platform.signUp(who, { role: 'client' });
    platform.works(who, [seat]);
    debits(
      platform,
      chance.pick(seats).route[0]!,
      chance.between(20, 80),
      chance.whole(3, 5),
      0.5,
      seat.funding,
    );
    return seat;
  });
  return [...all(seats), ...all(victims, 'victim')];
}
