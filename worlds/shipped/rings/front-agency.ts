import { makeFirm, makePerson, nearDomain, makeEmail } from '../people/person.ts';
import { onePayout, moneyMeets } from '../habits/money.ts';
import { linked } from '../habits/ties.ts';
import { registerFirm } from '../world/world.ts';
import { degree, label, labelAll, type RingKind } from './ring.ts';
import { show, showSome } from './weak-signals.ts';

/** Work under a local person's or firm's name; the firm's money goes on to others (C9, C12). */
export const frontAgency: RingKind = {
  kind: 'front_agency',
  developers: [3, 10],
  plan(ring) {
    const { world, random } = ring;
    const [head] = ring.developers;
    const front = makeFirm(random, head!.person.home);
    const behind = makeFirm(random, ring.base);
    registerFirm(world, front);
    // What stands behind shares an officer, a number or an address with the front.
    if (random.chance(0.5)) behind.phone = front.phone;
    else behind.address = front.address;
    registerFirm(world, behind);
    const officer = makePerson(random, ring.base);
    const id = random.id('n');
    world.sink.add('persons', {
      person_id: id,
      name: officer.legal,
      nationality: officer.nationality,
      country: ring.base.country,
      birth_date: officer.birth,
      address: officer.address,
      email: officer.email,
      phone: officer.phone,
    });
    linked(world, random, ['person', id], ['company', behind.id], 'officer_of');
    if (random.chance(degree(ring, 0.3, 0.9)))
      linked(
        world,
        random,
        ['person', id],
        ['company', front.id],
        random.pick(['controls', 'owner_of', 'officer_of']),
        { share: random.int(20, 100) },
      );
    head!.role = 'agency';
    head!.firm = front;
    head!.claims.website = front.website;
    linked(world, random, ['account', head!.id], ['company', front.id], 'represents');
    const paid = ring.developers.filter(() => random.chance(degree(ring, 0.25, 0.7)));
    moneyMeets(world, random, ring.developers, {
      hops: 2,
      share: degree(ring, 0.6, 0.95),
      firms: 0.5,
      place: ring.base,
      holder: behind.name,
    });
    if (paid.length > 1) {
      const purse = onePayout(world, random, paid, {
        holder: front.name,
        place: front.home,
        firm: front,
      });
      for (const account of paid) account.flows = [...head!.flows];
      purse.flows = [];
    }
    for (const account of ring.developers) {
      if (random.chance(0.6)) account.claims.employer = front.name;
      if (random.chance(degree(ring, 0.1, 0.5)))
        account.claims.email = makeEmail(
          account.random,
          account.person.name,
          nearDomain(random, random.pick(world.employers).domain),
        );
    }
    show(ring, 'clock', 'voice');
    showSome(ring, 2, ['referral', 'exits', 'claims', 'desk', 'parcels', 'asks']);
    label(ring, head!, 'unwitting', 'lends a name to the firm');
    labelAll(ring, 'operator', 'works behind a local firm');
  },
};
