import { makeAddress } from '../people/person.ts';
import { day, worldEnds } from '../chance/time.ts';
import { bidsALot } from '../habits/conduct.ts';
import { alsoFrom, alsoOn, worksFrom } from '../habits/machines.ts';
import { moneyMeets } from '../habits/money.ts';
import { doubtful, samePapers } from '../habits/papers.ts';
import { broughtIn, createdTogether } from '../habits/ties.ts';
import { oneVoice } from '../habits/voices.ts';
import { degree, type Ring } from './ring.ts';

/** Habits that betray a ring a little. Each is somebody's honest habit too; it is several together that tell. */
export type Signal =
  | 'voice'
  | 'clock'
  | 'money'
  | 'exits'
  | 'device'
  | 'desk'
  | 'papers'
  | 'referral'
  | 'batch'
  | 'asks'
  | 'flood'
  | 'parcels'
  | 'claims';

const signals: Readonly<Record<Signal, (ring: Ring) => void>> = {
  voice: (ring) =>
    oneVoice(ring.random, ring.developers, 0.5 - degree(ring, 0, 0.42), {
      part: degree(ring, 0.5, 1),
      resumes: ring.random.chance(0.5),
    }),
  clock: (ring) => {
    const start = ring.random.between(6.5, 10.5);
    for (const account of ring.developers)
      worksFrom(account.random, account, ring.base, degree(ring, 0.7, 1.2), start);
  },
  money: (ring) => {
    moneyMeets(ring.world, ring.random, ring.developers, {
      hops: ring.random.chance(0.25) ? 3 : 2,
      share: degree(ring, 0.6, 0.95),
      firms: ring.random.between(0.05, 0.5),
      place: ring.base,
    });
  },
  exits: (ring) => {
    const line = ring.random.chance(0.7)
      ? ring.world.network.vpn(ring.random)
      : ring.world.network.host(ring.random);
    for (const account of ring.developers) alsoFrom(account, line, degree(ring, 0.15, 0.85));
  },
  device: (ring) => {
    const device = ring.world.network.device(ring.random);
    for (const account of ring.developers)
      if (ring.random.chance(degree(ring, 0.3, 0.9)))
        alsoOn(account, device, degree(ring, 0.02, 0.3));
  },
  desk: (ring) => {
    for (const account of ring.developers) {
      if (!ring.random.chance(degree(ring, 0.5, 1))) continue;
      alsoFrom(account, ring.world.network.host(account.random), degree(ring, 0.2, 0.7), {
        port: { number: ring.random.pick([3389, 3389, 5900]), share: 0.7 },
      });
    }
  },
  papers: (ring) => {
    samePapers(ring.random, ring.developers, {
      what: ring.random.pick(['photo', 'photo', 'looks', 'number', 'sha256']),
      part: degree(ring, 0.4, 1),
    });
    for (const account of ring.developers)
      doubtful(account.random, account, degree(ring, 0.05, 0.4));
  },
  referral: (ring) => broughtIn(ring.random, ring.developers, degree(ring, 0.4, 0.9)),
  batch: (ring) =>
    createdTogether(ring.random, [...ring.developers, ...ring.clients], 70 - degree(ring, 0, 65)),
  asks: (ring) => {
    const ask = ring.random.pick([
      'elsewhere',
      'elsewhere',
      'virtual',
      'upfront',
      'identity',
      'executive',
    ] as const);
    for (const account of ring.developers)
      if (ring.random.chance(0.7)) account.asks[ask] = degree(ring, 0.1, 0.55);
  },
  flood: (ring) => {
    for (const account of ring.developers) bidsALot(account.random, account, degree(ring, 0.2, 1));
  },
  parcels: (ring) => {
    const address = makeAddress(ring.random, ring.base);
    for (const account of ring.developers)
      if (ring.random.chance(degree(ring, 0.3, 0.8)))
        account.parcels.push({
          address,
          place: ring.base,
          name: account.person.legal,
          at: Math.floor(account.random.between(account.begins, worldEnds - day)),
        });
  },
  claims: (ring) => {
    for (const account of ring.developers) {
      if (!ring.random.chance(degree(ring, 0.5, 1))) continue;
      account.profiles = Math.max(1, account.profiles);
      account.elsewhere = {
        place: ring.base,
        ...(ring.random.chance(0.5)
          ? { employer: ring.random.pick(ring.world.employers).name }
          : {}),
      };
    }
  },
};

export function show(ring: Ring, ...shown: readonly Signal[]): void {
  for (const signal of shown) signals[signal](ring);
}

/** Some further habits by chance, so that no two rings of a kind are alike. */
export function showSome(ring: Ring, count: number, among: readonly Signal[]): void {
  show(ring, ...ring.random.shuffled(among).slice(0, count));
}
