import { oneVoice } from '../habits/voices.ts';
import { degree, labelAll, type RingKind } from './ring.ts';
import { show, showSome } from './weak-signals.ts';

/** Nothing is shared but what they write, and when (P6, M7). */
export const sameVoice: RingKind = {
  kind: 'same_voice',
  developers: [3, 12],
  plan(ring) {
    oneVoice(ring.random, ring.developers, 0.3 - degree(ring, 0, 0.25), { part: 1, resumes: true });
    for (const account of ring.developers) {
      account.written = Math.max(account.written, 0.5);
      account.bids = Math.max(account.bids, account.random.int(4, 12));
    }
    show(ring, 'clock');
    showSome(ring, 2, ['flood', 'asks', 'batch', 'claims', 'referral']);
    labelAll(ring, 'operator', 'written by the same hands');
  },
};
