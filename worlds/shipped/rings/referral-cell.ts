import { makeEmail, nearDomain } from '../people/person.ts';
import { broughtIn } from '../habits/ties.ts';
import { degree, labelAll, type RingKind } from './ring.ts';
import { show, showSome } from './weak-signals.ts';

/** Once hired they recommend each other, with references that look like a real firm's (C6, C7, C8). */
export const referralCell: RingKind = {
  kind: 'referral_cell',
  developers: [3, 8],
  plan(ring) {
    const { random, world } = ring;
    broughtIn(random, ring.developers, degree(ring, 0.6, 0.95));
    const firm = random.pick(world.employers);
    const domain = nearDomain(random, firm.domain);
    for (const account of ring.developers) {
      if (random.chance(0.7)) account.claims.employer = firm.name;
      if (random.chance(degree(ring, 0.2, 0.9)))
        account.claims.email = makeEmail(account.random, account.person.name, domain);
    }
    const hosts = world.accounts.filter(({ role, label }) => role === 'client' && label === null);
    for (let at = 0; at < random.int(1, 2); at++) {
      const host = random.pick(hosts);
      host.favourites = [...host.favourites, ...ring.developers];
      host.favour = Math.max(host.favour, random.between(0.2, 0.6));
    }
    show(ring, 'voice');
    showSome(ring, 3, ['money', 'clock', 'exits', 'asks', 'desk', 'claims']);
    labelAll(ring, 'operator', 'recommended by one another');
  },
};
