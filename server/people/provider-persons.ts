import { randomUUID } from 'node:crypto';
import { loadQuery } from '../../cypher/load-query.ts';
import { messages } from '../../domain/messages/index.ts';
import type { Person, Role } from '../../domain/people.ts';
import { actingAs } from '../platform/access/actor.ts';
import { NotFoundError, NotSignedInError, UnavailableError } from '../platform/problems.ts';
import type { SignOnSettings } from '../platform/settings/sign-on-settings.ts';
import { personAdded, personLinked, roleOfGroups, shutOut } from '../trust/custody/access-acts.ts';
import { recorded } from '../trust/custody/recorded.ts';
import { roleOf } from './claims.ts';
import { nameKey, personOf, type House } from './persons.ts';
import type { Vouched } from './provider.ts';

const text = messages.signOn;

interface Found {
  id: string;
  name: string;
  role: Role;
  active: boolean;
}

/**
 * The person whom the provider vouches for, with the role that their groups have now; added when they come for the first
 * time. Throws NotSignedInError for whoever may not come in; what they came with before then ends.
 */
export async function personVouched(
  house: House,
  { key, name, groups }: Vouched,
  settings: SignOnSettings,
  now: Date,
): Promise<{ id: string; name: string }> {
  const role = roleOf(groups ?? [], settings.roleOfGroups);
  const known = await find(house, key);
  if (role === null) {
    if (known) await endAll(house, known);
    // Of who is in no group at all, some say nothing.
    if (groups === null)
      throw new UnavailableError(text.noGroups(settings.name, settings.groupsClaim));
    throw new NotSignedInError(text.noGroup(settings.name, known?.name ?? name ?? '?'));
  }
  if (!known) return add(house, { key, name, role, provider: settings.name }, now);
  if (!known.active) throw new NotSignedInError(text.isOff(known.name));
  if (known.role !== role) await follow(house, known, role);
  return known;
}

async function find({ database }: House, key: string): Promise<Found | undefined> {
  const [found] = await database.read<Found>(loadQuery('people/person_of_provider'), { key });
  return found;
}

interface Newcomer {
  key: string;
  name: string | null;
  role: Role;
  provider: string;
}

async function add(
  house: House,
  { key: provider_key, name, role, provider }: Newcomer,
  now: Date,
): Promise<{ id: string; name: string }> {
  if (name === null) throw new UnavailableError(text.noName(provider));
  const taken = () => new NotSignedInError(text.taken(provider, name));
  const there = await named(house, name);
  if (there && there.sign_on !== 'awaited') throw taken();
  if (there?.active === false) throw new NotSignedInError(text.isOff(there.name));
  const called = there?.name ?? name;
  const draft = there ? personLinked(there, role) : personAdded(name, role, 'sign-on');
  const row = { id: randomUUID(), name, key: nameKey(name), role, provider: provider_key };
  const id = await actingAs(called, () =>
    recorded(house.home, draft, async () => {
      const asked = { ...row, now: now.toISOString() };
      const query = loadQuery('people/add_person_of_provider');
      const [made] = await house.database.write<{ id: string }>(query, asked);
      // Two windows may bring the same newcomer at once; and so may two people of one name.
      const own = made?.id ?? (await find(house, provider_key))?.id;
      if (own === undefined) throw taken();
      return own;
    }),
  );
  return { id, name: called };
}

async function named({ database }: House, name: string): Promise<Person | null> {
  try {
    return await personOf(database, name);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

/** As the groups have it now; sessions that go on have the role from their next request on. */
async function follow({ database, home }: House, { id, name, ...before }: Found, role: Role) {
  await actingAs(name, () =>
    recorded(home, roleOfGroups(name, before.role, role), () =>
      database.write(loadQuery('people/change_person'), { id, role, active: null, sign_on: null }),
    ),
  );
}

/** Whoever is in none of the groups any more has nothing left to come in by. */
async function endAll({ database, home }: House, { id, name }: Found): Promise<void> {
  await actingAs(name, () =>
    recorded(home, shutOut(name), () =>
      database.write(loadQuery('people/shut_out'), { person: id }),
    ),
  );
}
