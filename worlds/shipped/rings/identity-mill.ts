import { bidsALot, closesSoon, saysLittle } from '../habits/conduct.ts';
import { doubtful, samePapers } from '../habits/papers.ts';
import { createdTogether } from '../habits/ties.ts';
import { degree, labelAll, type RingKind } from './ring.ts';
import { showSome } from './weak-signals.ts';

/** Many accounts at once on forged or borrowed papers; some vanish when clients ask (C4, M6, M11, A1). */
export const identityMill: RingKind = {
  kind: 'identity_mill',
  developers: [4, 15],
  plan(ring) {
    const { random } = ring;
    createdTogether(random, ring.developers, 30 - degree(ring, 0, 26));
    samePapers(random, ring.developers, {
      what: random.pick(['photo', 'number', 'looks']),
      part: degree(ring, 0.5, 1),
    });
    if (random.chance(0.5))
      samePapers(random, ring.developers, { what: 'photo', part: degree(ring, 0.3, 0.8) });
    for (const account of ring.developers) {
      doubtful(account.random, account, degree(ring, 0.1, 0.6));
      if (random.chance(degree(ring, 0.3, 0.9))) saysLittle(account);
      if (random.chance(0.6)) bidsALot(account.random, account, degree(ring, 0.2, 0.9));
      if (random.chance(degree(ring, 0.1, 0.5)))
        closesSoon(account.random, account, random.pick(['by its holder', 'no longer needed']));
    }
    showSome(ring, 3, ['voice', 'money', 'exits', 'clock', 'device', 'referral']);
    labelAll(ring, 'operator', 'made on shared papers');
  },
};
