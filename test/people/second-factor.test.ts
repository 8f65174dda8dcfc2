/** Codes beside the password, on a clock that the test sets. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Door } from '../../server/people/door.ts';
import {
  addPerson,
  changePerson,
  personOf,
  setPassword,
  type House,
} from '../../server/people/persons.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  secondFactorOf,
} from '../../server/people/second-factor.ts';
import type { From } from '../../server/people/sessions.ts';
import { ConflictError, SecondFactorError, TooManyError } from '../../server/platform/problems.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { testDatabase } from '../database.ts';
import { codeNow } from './authenticator.ts';
import { newDoor } from './new-door.ts';

const tested = testDatabase();
const password = 'not to be guessed';
const halfMinute = 30_000;
let at = Date.parse('2026-03-01T09:00:00.000Z');
let names = 0;
let house: House;
let door: Door;
const now = () => new Date(at);
const from: From = { address: '192.0.2.1', agent: 'a browser', before: null };

beforeEach(() => {
  house = { database: tested.database, home: tested.settings.home };
  door = newDoor(house, now);
});

/** Somebody whose authenticator works, and whose first code is used. */
async function somebody() {
  const person = await addPerson(house, `Person-${String(++names)}`, 'lead', now());
  await setPassword(house, person, password, null);
  const { secret } = await door.beginSecondFactor(person, password, from.address);
  const recovery = await confirmSecondFactor(house, person, codeNow(secret, at), now());
  at += halfMinute;
  return { ...person, secret, recovery };
}

const signIn = (name: string, code?: string, address = from.address) =>
  door.signIn({ name, password, code }, { ...from, address });

describe('a second factor', () => {
  it('is asked for once the password is right, and a code serves once', async () => {
    const { id, name, secret } = await somebody();
    await expect(signIn(name)).rejects.toThrow(SecondFactorError);
    await expect(door.signIn({ name, password: 'a wrong one' }, from)).rejects.toThrow(/is wrong/);
    const code = codeNow(secret, at);
    const came = await Promise.allSettled(
      [1, 2, 3].map(() => signIn(name, ` ${code.slice(0, 3)} ${code.slice(3)}`)),
    );
    expect(came.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    await expect(signIn(name, code)).rejects.toThrow(/was used before/);
    // That of before neither, which was shown until a moment ago.
    await expect(signIn(name, codeNow(secret, at - halfMinute))).rejects.toThrow(/was used before/);
    at += 5_000;
    expect(await signIn(name, codeNow(secret, at + halfMinute))).toMatchObject({
      caller: { by: 'session', person: { id, has_second_factor: true } },
    });
  });

  it('is set up by a code that shows that it works, with the password, and once', async () => {
    const person = await addPerson(house, `Person-${String(++names)}`, 'lead', now());
    await expect(door.beginSecondFactor(person, '', from.address)).rejects.toThrow(/set one first/);
    await setPassword(house, person, password, null);
    await expect(door.beginSecondFactor(person, 'a wrong one', from.address)).rejects.toThrow(
      /is another one/,
    );
    await expect(confirmSecondFactor(house, person, '123456', now())).rejects.toThrow(
      ConflictError,
    );
    const { secret, address } = await door.beginSecondFactor(person, password, from.address);
    expect(address).toMatch(
      new RegExp(`^otpauth://totp/Skein:${person.name}\\?.*secret=${secret}`),
    );
    const stale = codeNow(secret, at - 10 * halfMinute);
    await expect(confirmSecondFactor(house, person, stale, now())).rejects.toThrow(/scan it again/);
    // Until then it keeps nobody out.
    expect(await signIn(person.name)).toMatchObject({ caller: { by: 'session' } });
    await confirmSecondFactor(house, person, codeNow(secret, at), now());
    await expect(signIn(person.name)).rejects.toThrow(SecondFactorError);
    await expect(beginSecondFactor(house, person)).rejects.toThrow(ConflictError);
  });

  it('counts wrong codes as wrong passwords, and a right password makes none of them good', async () => {
    const { name, secret } = await somebody();
    for (let time = 0; time < 5; time += 1)
      await expect(signIn(name, '000000', `198.51.100.${time}`)).rejects.toThrow(/code is wrong/);
    const right = codeNow(secret, at);
    await expect(signIn(name, right, '203.0.113.1')).rejects.toThrow(TooManyError);
    at += 1_000;
    expect(await signIn(name, right, '203.0.113.1')).toMatchObject({ caller: { by: 'session' } });
  });
});

describe('a recovery code', () => {
  it('serves once in place of a code, however it is written', async () => {
    const { id, name, recovery } = await somebody();
    expect(new Set(recovery).size).toBe(10);
    const [first = '', second = ''] = recovery;
    expect(first).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){5}-[a-z2-7]{2}$/);
    expect(await signIn(name, first.toUpperCase().replaceAll('-', ' '))).toMatchObject({
      caller: { by: 'session' },
    });
    expect(await secondFactorOf(house, id)).toMatchObject({ recovery: 9 });
    await expect(signIn(name, first)).rejects.toThrow(SecondFactorError);
    const came = await Promise.allSettled([1, 2].map(() => signIn(name, second)));
    expect(came.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('who has no authenticator any more', () => {
  it('takes it off by a code, or has an administrator do it, and both are recorded', async () => {
    const { id, name, recovery } = await somebody();
    await expect(door.removeSecondFactor({ id, name }, '000000', from.address)).rejects.toThrow(
      /code is wrong/,
    );
    await door.removeSecondFactor({ id, name }, recovery[0]!, from.address);
    expect(await signIn(name)).toMatchObject({ caller: { person: { has_second_factor: false } } });
    const other = await somebody();
    expect(await removeSecondFactor(house, other)).toMatchObject({ has_second_factor: false });
    await expect(removeSecondFactor(house, other)).rejects.toThrow(ConflictError);
    expect(await signIn(other.name)).toMatchObject({ caller: { by: 'session' } });
    const entries: unknown[] = [];
    for await (const entry of shownEntries(house.home, { act: 'access' })) entries.push(entry);
    const after = { second_factor: 'taken off' };
    for (const person of [name, other.name])
      expect(entries).toContainEqual(expect.objectContaining({ subject: { person }, after }));
  });
});

describe('what is kept of it', () => {
  it('is no secret and no code, in the graph or the custody log, and opens for its person alone', async () => {
    const { id, name, secret, recovery } = await somebody();
    await signIn(name, codeNow(secret, at));
    const query = 'MATCH (p:SkeinPerson {id: $id}) RETURN properties(p) AS all';
    const read = (of: string) =>
      house.database.read<{ all: Record<string, unknown> }>(query, { id: of });
    const entries: unknown[] = [];
    for await (const entry of shownEntries(house.home, { act: 'access' })) entries.push(entry);
    const written = JSON.stringify([await read(id), entries]);
    for (const each of [secret, ...recovery]) expect(written).not.toContain(each);
    // Put in another's place by whoever writes into the database, it is theirs no more than before.
    const other = await somebody();
    const put = 'MATCH (p:SkeinPerson {id: $id}) SET p.factor_secret = $sealed';
    await house.database.write(put, {
      id: other.id,
      sealed: (await read(id))[0]!.all['factor_secret'],
    });
    at += halfMinute;
    await expect(signIn(other.name, codeNow(secret, at))).rejects.toThrow(/another key/);
    await changePerson(house, other.id, { active: false });
    expect(await personOf(house.database, other.id)).toMatchObject({ active: false });
  });
});
