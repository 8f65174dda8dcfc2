import { farFrom, degree, labelAll, type RingKind } from './ring.ts';
import { show, showSome } from './weak-signals.ts';

/** Each account is worked around the clock by several, and earns what no one person could (P3, C14). */
export const shiftWork: RingKind = {
  kind: 'shift_work',
  developers: [2, 4],
  plan(ring) {
    const { random } = ring;
    const other = farFrom(random, ring.base, 3);
    for (const account of ring.developers) {
      account.chain = degree(ring, 18, 60);
      account.sessions = Math.max(account.sessions, random.int(25, 70));
      account.appeal = Math.max(account.appeal, random.between(3, 9));
      account.bids = Math.max(account.bids, random.int(25, 70));
      account.worth = degree(ring, 1.5, 3.2);
      const seats = random.int(1, 3);
      for (let at = 0; at < seats; at++)
        account.seats.push({
          ...account.seats[0]!,
          device: ring.world.network.device(account.random),
          weight: random.between(3, 9),
        });
      account.clocks = [ring.base, other].map((place) => ({
        ...account.clocks[0]!,
        place,
        start: random.between(6, 22),
        span: 9,
        weight: 1,
      }));
    }
    show(ring, 'money');
    showSome(ring, 3, ['voice', 'exits', 'desk', 'claims', 'asks', 'referral']);
    labelAll(ring, 'operator', 'worked in shifts');
  },
};
