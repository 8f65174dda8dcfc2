import { labelAll, type RingKind } from './ring.ts';
import { show, showSome } from './weak-signals.ts';

/** One device, one address and one wallet each; the money meets two or three transfers later (C3, P9). */
export const carefulTeam: RingKind = {
  kind: 'careful_team',
  developers: [3, 15],
  plan(ring) {
    show(ring, 'money', 'clock');
    showSome(ring, 3, ['voice', 'exits', 'referral', 'asks', 'batch', 'claims', 'papers']);
    labelAll(ring, 'operator', 'own device and wallet each; the money meets later');
  },
};
