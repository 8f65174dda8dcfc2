import { moneyMeets } from '../habits/money.ts';
import { alsoFrom, alsoOn } from '../habits/machines.ts';
import { createdAt } from '../habits/ties.ts';
import { day } from '../chance/time.ts';
import { degree, label, type RingKind } from './ring.ts';
import { showSome } from './weak-signals.ts';

/** Clients of their own rate them up, and pay from where the developers are paid to (P5, P7). */
export const ratingBoosters: RingKind = {
  kind: 'rating_boosters',
  developers: [2, 7],
  clients: [1, 4],
  plan(ring) {
    const { random, world } = ring;
    const oneWallet = random.chance(degree(ring, 0.15, 0.7));
    const end = moneyMeets(world, random, ring.developers, {
      hops: oneWallet ? 1 : 2,
      share: degree(ring, 0.55, 0.9),
      place: ring.base,
    });
    for (const client of ring.clients) {
      client.role = 'client';
      client.favourites = [...ring.developers];
      client.favour = degree(ring, 0.55, 0.95);
      client.jobs = Math.max(client.jobs, random.int(6, 16));
      if (random.chance(0.7))
        createdAt(
          client,
          Math.min(...ring.developers.map(({ created }) => created)) + random.between(0, 90) * day,
        );
      // What they pay comes back to them.
      if (oneWallet)
        client.funding = random.chance(0.5) ? random.pick(ring.developers).payouts[0]!.purse : end;
      else if (client.funding)
        end.flows.push({
          to: client.funding,
          share: random.between(0.4, 0.8),
          every: random.between(8, 30),
        });
      if (random.chance(degree(ring, 0, 0.6)))
        alsoOn(client, random.pick(ring.developers).seats[0]!.device, degree(ring, 0.05, 0.5));
      if (random.chance(degree(ring, 0, 0.6)))
        alsoFrom(client, random.pick(ring.developers).lines[0]!.line, degree(ring, 0.05, 0.5));
    }
    showSome(ring, 3, ['voice', 'papers', 'clock', 'exits', 'batch', 'claims']);
    for (const account of ring.developers)
      label(ring, account, 'operator', 'rated up by clients of the same hands');
    for (const account of ring.clients)
      label(ring, account, 'operator', 'client that rates its own up');
  },
};
