/** What somebody came in with, or could have, does not outlast being switched off: not even being switched on again. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../domain/people.ts';
import type { Door } from '../../server/people/door.ts';
import {
  addPerson,
  changePerson,
  makeLink,
  setPassword,
  type House,
} from '../../server/people/persons.ts';
import { listTokens, makeToken } from '../../server/people/tokens.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { testDatabase } from '../database.ts';
import { newDoor } from './new-door.ts';

const tested = testDatabase();
const password = 'not to be guessed';
const from = { address: '192.0.2.1', agent: 'a browser', before: null };
const now = () => new Date();
let house: House;
let door: Door;
let names = 0;

beforeEach(() => {
  house = { database: tested.database, home: tested.settings.home };
  door = newDoor(house, now);
});

/** Somebody, and all that lets them in: as a thief may have it. */
async function somebody() {
  const person = await addPerson(house, `thief-of-${String(++names)}`, 'lead', now());
  await setPassword(house, person, password, null);
  const { secret: session } = await door.signIn({ name: person.name, password }, from);
  const asked = { name: 'A program', scope: ['look'], days: 30 } as const;
  const { secret: token } = await makeToken(house, person, asked, now());
  const { secret: link } = await makeLink(house, person, now());
  return { person, stolen: { session, token, link } };
}

async function holds({ session, token, link }: { session: string; token: string; link: string }) {
  return {
    session: (await door.whoHas({ session, token: null })) !== null,
    token: (await door.whoHas({ session: null, token })) !== null,
    link: await door.enter(link, from).then(
      () => true,
      () => false,
    ),
  };
}

const nothing = { session: false, token: false, link: false };

async function changesOf({ name }: Person): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const entry of shownEntries(house.home, { act: 'access' }))
    if (JSON.stringify(entry.subject) === JSON.stringify({ person: name })) found.push(entry.after);
  return found;
}

describe('whoever is switched off', () => {
  it('has nothing left to come in by once they are switched on again but what they know', async () => {
    const { person, stolen } = await somebody();
    await changePerson(house, person.id, { active: false });
    await changePerson(house, person.id, { active: true });
    expect(await holds(stolen)).toEqual(nothing);
    expect(await listTokens(house.database, person.id)).toEqual([]);
    const { caller } = await door.signIn({ name: person.name, password }, from);
    expect(caller.person.name).toBe(person.name);
    expect(await changesOf(person)).toContainEqual(
      expect.objectContaining({
        ...{ active: false, sessions: 'ended', tokens: 'revoked', links: 'withdrawn' },
      }),
    );
  });

  it('has nothing left of what a Skein before this one let stay', async () => {
    const { person, stolen } = await somebody();
    await house.database.write('MATCH (p:SkeinPerson {id: $id}) SET p.active = false', {
      id: person.id,
    });
    await changePerson(house, person.id, { active: true });
    expect(await holds(stolen)).toEqual(nothing);
  });

  it('is who is switched off: another role takes nothing away', async () => {
    const { person, stolen } = await somebody();
    await changePerson(house, person.id, { role: 'analyst' });
    expect(await holds(stolen)).toEqual({ session: true, token: true, link: true });
  });
});
