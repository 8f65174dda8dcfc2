import { randomUUID } from 'node:crypto';
import { loadQuery } from '../../cypher/load-query.ts';
import { messages } from '../../domain/messages/index.ts';
import type { Role } from '../../domain/people.ts';
import { actingAs } from '../platform/access/actor.ts';
import { NotSignedInError, UnavailableError } from '../platform/problems.ts';
import type { SignOnSettings } from '../platform/settings/sign-on-settings.ts';
import { personAdded, roleOfGroups, shutOut } from '../trust/custody/access-acts.ts';
import { recorded } from '../trust/custody/recorded.ts';
import { roleOf } from './claims.ts';
import { nameKey, type House } from './persons.ts';
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
  const row = { id: randomUUID(), name, key: nameKey(name), role, provider: provider_key };
  const id = await actingAs(name, () =>
    recorded(house.home, personAdded(name, role, 'sign-on'), async () => {
      const asked = { ...row, now: now.toISOString() };
      const query = loadQuery('people/add_person_of_provider');
      const [made] = await house.database.write<{ id: string }>(query, asked);
      // Two windows may bring the same newcomer at once.
      return made?.id ?? (await find(house, provider_key))?.id;
    }),
  );
  if (id === undefined) throw new NotSignedInError(text.taken(provider, name));
  return { id, name };
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
