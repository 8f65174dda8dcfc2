import { day, worldEnds } from '../chance/time.ts';
import { changesHands } from '../habits/machines.ts';
import { moneyMeets, payInto } from '../habits/money.ts';
import { oneVoice } from '../habits/voices.ts';
import { degree, farFrom, labelAll, type RingKind } from './ring.ts';
import { showSome } from './weak-signals.ts';

/** Holders lend their accounts; the work is done over remote access through their own machines (C2). */
export const rentedAccounts: RingKind = {
  kind: 'rented_accounts',
  developers: [2, 8],
  plan(ring) {
    const { world, random } = ring;
    for (const account of ring.developers) {
      const from =
        account.begins + random.between(0.1, 0.4) * (worldEnds - 40 * day - account.begins);
      account.ends = worldEnds;
      const home = account.lines[0]!;
      const seat = account.seats[0]!;
      const tool = world.network.device(account.random, {
        kind: 'laptop',
        remote: degree(ring, 0.6, 1),
      });
      const place =
        Math.abs(ring.base.offset - account.person.home.offset) >= 3
          ? ring.base
          : farFrom(random, account.person.home, 4);
      changesHands(
        account,
        from,
        [
          {
            line: home.line,
            from,
            until: worldEnds * 2,
            weight: 10,
            port: { number: random.pick([3389, 3389, 5900]), share: degree(ring, 0.3, 0.9) },
          },
        ],
        [
          {
            device: random.chance(0.5) ? tool : seat.device,
            from,
            until: worldEnds * 2,
            weight: 10,
          },
        ],
        [
          {
            place,
            start: random.between(7, 10),
            span: random.between(7, 10),
            from,
            until: worldEnds * 2,
            weight: 1,
          },
        ],
      );
      if (random.chance(0.5))
        payInto(
          account,
          world.purses.open(account.random, {
            holder: account.person.legal,
            place: account.person.home,
            opened: from,
          }),
          from,
        );
    }
    // The holder keeps a share.
    moneyMeets(world, random, ring.developers, {
      hops: random.chance(0.4) ? 1 : 2,
      share: random.between(0.6, 0.85),
      place: ring.base,
    });
    oneVoice(random, ring.developers, 0.5 - degree(ring, 0, 0.42), { part: 0.8 });
    showSome(ring, 2, ['asks', 'referral', 'flood', 'claims', 'parcels']);
    labelAll(ring, 'mule', 'lent by its holder, worked over remote access');
  },
};
