import { makePerson } from '../people/person.ts';
import { alsoFrom, alsoOn } from '../habits/machines.ts';
import { onePayout } from '../habits/money.ts';
import { degree, labelAll, type RingKind } from './ring.ts';
import { show, showSome } from './weak-signals.ts';

/** One room: devices, address and payout are shared, more or less (P2, M6). */
export const carelessTeam: RingKind = {
  kind: 'careless_team',
  developers: [2, 9],
  plan(ring) {
    const { world, random } = ring;
    const line = world.network.home(random, ring.base);
    const devices = ring.developers
      .slice(0, Math.ceil(ring.developers.length / 2))
      .map(() => world.network.device(random));
    for (const account of ring.developers) {
      if (random.chance(degree(ring, 0.5, 1))) alsoFrom(account, line, degree(ring, 0.15, 0.9));
      if (random.chance(degree(ring, 0.4, 1)))
        alsoOn(account, random.pick(devices), degree(ring, 0.1, 0.7));
    }
    if (random.chance(0.5))
      onePayout(
        world,
        random,
        ring.developers
          .filter(() => random.chance(degree(ring, 0.4, 1)))
          .concat(ring.developers[0]!),
        { holder: makePerson(random, ring.base).legal, place: ring.base },
      );
    else show(ring, 'money');
    show(ring, 'clock');
    showSome(ring, 2, ['voice', 'papers', 'flood', 'asks', 'referral', 'claims', 'desk']);
    labelAll(ring, 'operator', 'one room, little care');
  },
};
