import { moneyMeets } from '../habits/money.ts';
import { emitTransfer } from '../emit/money.ts';
import { day, worldBegins, worldEnds } from '../chance/time.ts';
import { degree, labelAll, type RingKind } from './ring.ts';
import { showSome } from './weak-signals.ts';

/** Many small debits from clients' accounts to a few beneficiaries (C11). */
export const smallDebits: RingKind = {
  kind: 'small_debits',
  developers: [2, 5],
  plan(ring) {
    const { world, random } = ring;
    moneyMeets(world, random, ring.developers, {
      hops: random.int(1, 2),
      share: degree(ring, 0.6, 0.95),
      place: ring.base,
    });
    const payers = world.accounts.filter(
      ({ funding, label }) => funding !== null && label === null,
    );
    for (const account of ring.developers) {
      const to = account.payouts[0]!.purse;
      const from = Math.max(account.begins, worldBegins);
      const span = Math.min(worldEnds - from - day, random.between(50, 200) * day);
      const began = from + random.next() * (worldEnds - from - span);
      const many = random.int(6, 10 + Math.round(degree(ring, 4, 24)));
      const few = random
        .shuffled(payers)
        .slice(0, random.int(1, Math.max(1, Math.floor(many / 3))));
      for (let at = 0; at < many; at++) {
        const amount = Math.round(random.lognormal(70, 0.9) * 100) / 100;
        const when = Math.floor(began + random.next() * span);
        const status = random.chance(degree(ring, 0.15, 0.6))
          ? 'disputed'
          : random.chance(0.1)
            ? 'reversed'
            : 'settled';
        emitTransfer(
          world,
          random.pick(few).funding!,
          to,
          {
            amount,
            currency: 'USD',
            at: when,
            by: random.chance(0.9) ? 'payee' : 'payer',
            what: 'fee',
            random,
          },
          status,
        );
        if (status === 'settled') to.came.push({ at: when, amount, currency: 'USD' });
      }
    }
    showSome(ring, 3, ['voice', 'exits', 'clock', 'papers', 'claims', 'desk']);
    labelAll(ring, 'operator', 'draws small sums nobody agreed to');
  },
};
