import { alsoFrom, alsoOn } from '../habits/machines.ts';
import { createdAt } from '../habits/ties.ts';
import { oneVoice } from '../habits/voices.ts';
import { day, worldBegins, worldEnds } from '../chance/time.ts';
import { degree, labelAll, type RingKind } from './ring.ts';
import { showSome } from './weak-signals.ts';

/** Suspended, and back under another name (H1). */
export const reopened: RingKind = {
  kind: 'reopened',
  developers: [2, 5],
  plan(ring) {
    const { random } = ring;
    let from = random.between(worldBegins - 100 * day, worldBegins + 120 * day);
    ring.developers.forEach((account, at) => {
      createdAt(account, from);
      const before = ring.developers[at - 1];
      account.ends = worldEnds;
      if (at < ring.developers.length - 1) {
        account.ends = Math.min(
          worldEnds - 60 * day,
          Math.max(from, worldBegins) + random.between(50, 110) * day,
        );
        account.ended = {
          at: Math.floor(account.ends + random.between(0, 4) * day),
          status: random.chance(0.75) ? 'suspended' : 'closed',
          reason: random.pick([
            'rules of the platform',
            'papers not renewed',
            'inactive',
            'by its holder',
          ]),
        };
        from = account.ends + random.exponential(12) * day;
      }
      if (!before) return;
      if (random.chance(degree(ring, 0.3, 0.95)))
        alsoOn(account, before.seats[0]!.device, degree(ring, 0.1, 0.8));
      if (random.chance(degree(ring, 0.2, 0.7)))
        alsoFrom(account, before.lines[0]!.line, degree(ring, 0.1, 0.7));
      if (random.chance(degree(ring, 0.1, 0.6))) account.payouts = [...before.payouts];
    });
    oneVoice(random, ring.developers, 0.45 - degree(ring, 0, 0.4), { part: 0.8, resumes: true });
    showSome(ring, 3, ['papers', 'clock', 'money', 'exits', 'asks', 'claims']);
    labelAll(ring, 'operator', 'suspended and back under another name');
  },
};
