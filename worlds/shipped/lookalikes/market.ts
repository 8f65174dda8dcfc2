import { emitTransfer } from '../emit/money.ts';
import { moneyMeets } from '../habits/money.ts';
import { day, worldBegins, worldEnds } from '../chance/time.ts';
import { isDeveloper } from '../world/account.ts';
import type { LookalikeKind } from './group.ts';

/** A client who keeps asking the same people, and rates them well. */
export const favourites: LookalikeKind = {
  kind: 'client_with_favourites',
  size: [3, 7],
  weight: 11,
  plan({ random, accounts, world }) {
    const [client, ...others] = accounts;
    client!.role = 'client';
    client!.bids = 0;
    client!.payouts = [];
    client!.funding ??= world.purses.open(random, {
      holder: client!.person.legal,
      place: client!.person.home,
      opened: client!.created,
    });
    client!.favourites = others.filter(isDeveloper);
    client!.favour = random.between(0.5, 0.95);
    client!.jobs = Math.max(client!.jobs, random.int(6, 22));
  },
};

/** Those who buy from each other: a designer and a programmer, good words both ways. */
export const partners: LookalikeKind = {
  kind: 'mutual_partners',
  size: [2, 4],
  weight: 6,
  plan({ random, accounts, world }) {
    for (const account of accounts) {
      account.role = 'both';
      account.jobs = Math.max(account.jobs, random.int(3, 9));
      account.favourites = accounts.filter((other) => other !== account);
      account.favour = random.between(0.4, 0.9);
      // Many pay from where they are paid to.
      account.funding ??= account.payouts[0]?.purse ?? null;
    }
    if (random.chance(0.3))
      moneyMeets(world, random, accounts, {
        hops: 2,
        share: random.between(0.3, 0.8),
        place: accounts[0]!.person.home,
      });
  },
};

/** A retainer agreed upon: small sums, drawn by the payee, month after month. */
export const retainer: LookalikeKind = {
  kind: 'retainer',
  size: [1, 1],
  weight: 6,
  plan({ random, accounts: [account], world }) {
    const to = account!.payouts[0]?.purse;
    if (!to) return;
    const payers = random
      .shuffled(world.accounts.filter(({ funding }) => funding !== null))
      .slice(0, random.int(1, 7));
    const from = Math.max(account!.begins, worldBegins);
    for (const payer of payers) {
      const amount = Math.round(random.lognormal(75, 0.8) * 100) / 100;
      let at = from + random.next() * 0.6 * (worldEnds - from);
      for (let left = random.int(3, 14); left > 0 && at < worldEnds; left--) {
        const status = random.weighted(
          ['settled', 'disputed', 'failed'],
          (one) => ({ settled: 94, disputed: 3, failed: 3 })[one] ?? 0,
        );
        const sum = random.chance(0.75)
          ? amount
          : Math.round(amount * random.between(0.7, 1.4) * 100) / 100;
        emitTransfer(
          world,
          payer.funding!,
          to,
          {
            amount: sum,
            currency: 'USD',
            at: Math.floor(at),
            by: random.chance(0.8) ? 'payee' : 'payer',
            what: 'fee',
            random,
          },
          status,
        );
        if (status === 'settled')
          to.came.push({ at: Math.floor(at), amount: sum, currency: 'USD' });
        at += random.chance(0.6) ? 30 * day + random.normal() * day : random.exponential(20) * day;
      }
    }
  },
};
