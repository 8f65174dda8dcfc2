import { makeFirm, makePerson } from './people/person.ts';
import { day, isoDay, worldEnds } from './chance/time.ts';
import { linked } from './habits/ties.ts';
import { registerFirm, type World } from './world/world.ts';

const listName = 'EXAMPLE-WATCH';

/** Firms, people and list entries that belong to no account in particular; lists name some of them. */
export function emitSurroundings(world: World): void {
  const { sink, accounts } = world;
  const random = world.random.fork('surroundings');
  const count = Math.max(10, Math.round(accounts.length / 60));
  for (let at = 0; at < count; at++) {
    const firm = makeFirm(random);
    registerFirm(world, firm);
    const person = makePerson(random, firm.home);
    const id = random.id('n');
    sink.add('persons', {
      person_id: id,
      name: person.legal,
      aliases: random.chance(0.4)
        ? random.pick([...person.name.variants, person.name.local])
        : undefined,
      nationality: random.chance(0.7) ? person.nationality : undefined,
      country: firm.home.country,
      birth_date: random.chance(0.8) ? person.birth : undefined,
      address: random.chance(0.7) ? person.address : undefined,
      email: random.chance(0.6) ? person.email : undefined,
      phone: random.chance(0.6) ? person.phone : undefined,
    });
    linked(
      world,
      random,
      ['person', id],
      ['company', firm.id],
      random.pick(['officer_of', 'owner_of', 'founded']),
      random.chance(0.4) ? { share: random.int(10, 100) } : {},
    );
    const holder = random.pick(accounts);
    // A self-employed person's own firm.
    if (holder.label === null && random.chance(0.5))
      linked(
        world,
        random,
        ['account', holder.id],
        ['company', firm.id],
        random.pick(['owner_of', 'founded', 'officer_of']),
      );
    if (random.chance(0.1)) {
      sink.add('watchlist', {
        entry_id: `W${random.digits(6)}`,
        list: listName,
        name: random.chance(0.7) ? makeFirm(random).name : firm.name,
        kind: 'company',
        country: firm.home.country,
        programs: 'EXAMPLE',
        listed_on: isoDay(worldEnds - random.int(200, 2_000) * day),
        list_published_on: isoDay(worldEnds - 20 * day),
      });
    }
    if (random.chance(0.1)) {
      const listed = makePerson(random);
      sink.add('watchlist', {
        entry_id: `W${random.digits(6)}`,
        list: listName,
        name: listed.legal,
        aliases: [...listed.name.variants, listed.name.local].slice(0, 2).join('|'),
        kind: 'person',
        birth_date: random.chance(0.7) ? listed.birth : undefined,
        country: listed.home.country,
        programs: 'EXAMPLE',
        listed_on: isoDay(worldEnds - random.int(200, 2_000) * day),
        list_published_on: isoDay(worldEnds - 20 * day),
      });
    }
  }
  for (const escrow of world.escrows)
    sink.add('known_shared', {
      type: 'payment_account',
      value: escrow.id,
      reason: 'the platform’s own account',
    });
  for (const hub of world.hubs)
    if (random.chance(0.6))
      sink.add('known_shared', {
        type: 'payment_account',
        value: hub.id,
        reason: random.pick(['exchange', 'card firm', 'collects rents', 'tax office']),
      });
}
