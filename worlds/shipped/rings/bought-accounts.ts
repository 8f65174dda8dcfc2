import { makePhone } from '../people/person.ts';
import { day, worldEnds } from '../chance/time.ts';
import { changesHands } from '../habits/machines.ts';
import { moneyMeets, payInto } from '../habits/money.ts';
import { makePitch } from '../texts/pitches.ts';
import { degree, labelAll, type RingKind } from './ring.ts';
import { show, showSome } from './weak-signals.ts';

/** Sold after they were verified: device, place, hours and payout change within days (C2). */
export const boughtAccounts: RingKind = {
  kind: 'bought_accounts',
  developers: [2, 9],
  plan(ring) {
    const { world, random, base } = ring;
    const start = random.between(6, 11);
    for (const account of ring.developers) {
      account.verified ??= Math.floor(account.created + day);
      const sold =
        Math.max(account.verified, account.begins) +
        random.between(0.05, 0.3) * (worldEnds - 60 * day - account.begins);
      const use = { from: sold, until: worldEnds * 2, weight: 10 };
      const hidden = random.chance(0.6);
      changesHands(
        account,
        sold,
        [
          {
            ...use,
            line: hidden
              ? world.network.vpn(account.random)
              : world.network.home(account.random, base),
          },
          ...(hidden && random.chance(degree(ring))
            ? [{ ...use, weight: 2, line: world.network.home(account.random, base) }]
            : []),
        ],
        [{ ...use, device: world.network.device(account.random) }],
        [
          {
            place: base,
            start,
            span: random.between(7, 11),
            from: sold,
            until: worldEnds * 2,
            weight: 1,
          },
        ],
      );
      const later = sold + random.exponential(6) * day;
      payInto(
        account,
        world.purses.open(account.random, {
          holder: random.chance(0.5)
            ? account.person.legal
            : account.random.pick(account.person.name.variants),
          place: random.chance(0.5) ? base : account.person.home,
          opened: later,
        }),
        later,
      );
      account.ends = worldEnds;
      account.pitches = [...account.pitches, makePitch(account.random)];
      if (random.chance(degree(ring, 0.4, 0.9)))
        account.changes.push({
          field: random.pick(['email', 'phone']),
          old: account.person.phone,
          new: makePhone(account.random, account.person.home),
          at: Math.floor(Math.min(worldEnds - day, sold + random.exponential(4) * day)),
        });
    }
    moneyMeets(world, random, ring.developers, {
      hops: random.int(1, 2),
      share: degree(ring, 0.6, 0.95),
      place: base,
    });
    show(ring, 'voice');
    showSome(ring, 2, ['exits', 'asks', 'flood', 'claims', 'parcels', 'device']);
    labelAll(ring, 'victim', 'sold after it was verified');
  },
};
