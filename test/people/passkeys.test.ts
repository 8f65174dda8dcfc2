/** Passkeys, by an authenticator in memory that tells the truth or does not, on a clock that the test sets. */
import { beforeEach, describe, expect, it } from 'vitest';
import { mostPasskeys, type GivenCredential } from '../../domain/passkeys.ts';
import type { Person } from '../../domain/people.ts';
import type { Door } from '../../server/people/door.ts';
import { passkeyPlace } from '../../server/people/passkey-place.ts';
import { passkeysOf } from '../../server/people/passkeys.ts';
import {
  addPerson,
  changePerson,
  listPersons,
  personOf,
  setPassword,
  type House,
} from '../../server/people/persons.ts';
import { resetFactors } from '../../server/people/reset-factors.ts';
import { confirmSecondFactor } from '../../server/people/second-factor.ts';
import { callerOfSession, type From } from '../../server/people/sessions.ts';
import {
  ConflictError,
  InvalidDataError,
  NotFoundError,
  NotSignedInError,
  TooManyError,
} from '../../server/platform/problems.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { testDatabase } from '../database.ts';
import { codeNow } from './authenticator.ts';
import { newDoor } from './new-door.ts';
import { SoftwareAuthenticator } from './software-authenticator.ts';

const tested = testDatabase();
const password = 'not to be guessed';
const minute = 60_000;
const here = passkeyPlace('https://skein.example');
const { origin } = here;
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

const begun = (person: Person) =>
  door.passkeys.begin(person, password, { place: here, address: from.address });

async function withPassword(): Promise<Person> {
  const person = await addPerson(house, `Person-${String(++names)}`, 'lead', now());
  await setPassword(house, person, password, null);
  return person;
}

/** Adds a passkey that `device` then has. */
async function add(person: Person, device: SoftwareAuthenticator, name = 'Laptop') {
  const credential = device.make(await begun(person), { origin });
  await door.passkeys.add(person, { name, credential }, here);
}

async function somebody(device = new SoftwareAuthenticator()) {
  const person = await withPassword();
  await add(person, device);
  return { person, device };
}

const asked = () => door.passkeys.ask(here, from.address);
const signIn = (credential: GivenCredential, address = from.address) =>
  door.passkeys.signIn(credential, here, { ...from, address });

async function entries(): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const entry of shownEntries(house.home, { act: 'access' })) all.push(entry);
  return all;
}

describe('a passkey', () => {
  it('lets in, as both factors, whoever added it, and says when it was last used', async () => {
    const { person, device } = await somebody();
    const { secret } = await door.beginSecondFactor(person, password, from.address);
    await confirmSecondFactor(house, person, codeNow(secret, at), now());
    const [added] = await passkeysOf(house.database, person.id);
    expect(added).toMatchObject({ name: 'Laptop', host: 'skein.example', last_used: null });
    at += minute;
    const came = await signIn(device.give(await asked(), { origin }));
    expect(came.caller).toMatchObject({ by: 'session', person: { id: person.id, role: 'lead' } });
    expect(await callerOfSession(house, came.secret, now())).not.toBeNull();
    const [used] = await passkeysOf(house.database, person.id);
    expect(used?.last_used).toBe(now().toISOString());
    expect(await entries()).toContainEqual(
      expect.objectContaining({
        subject: { sign_in: person.name },
        after: expect.objectContaining({ state: 'signed in', by: 'passkey' }) as unknown,
      }),
    );
  });

  it('is one of several, of more than one device, and those that do not count serve as well', async () => {
    const { person, device } = await somebody();
    const synced = new SoftwareAuthenticator({ counts: false });
    await add(person, synced, 'Phone');
    for (const one of [device, synced, device, synced])
      expect(await signIn(one.give(await asked(), { origin }))).toMatchObject({
        caller: { person: { id: person.id } },
      });
    expect((await begun(person)).excludeCredentials).toHaveLength(2);
    expect(await personOf(house.database, person.id)).toMatchObject({ passkeys: 2 });
    const listed = await listPersons(house.database);
    expect(listed.find(({ id }) => id === person.id)?.passkeys).toBe(2);
  });

  it('follows the role that its person has when they come', async () => {
    const { person, device } = await somebody();
    await changePerson(house, person.id, { role: 'viewer' });
    const { caller } = await signIn(device.give(await asked(), { origin }));
    expect(caller).toMatchObject({ person: { role: 'viewer' }, permissions: ['look'] });
  });
});

describe('to add one', () => {
  it('takes the password, and an answer to what was asked, once and in time', async () => {
    const person = await withPassword();
    const device = new SoftwareAuthenticator();
    const by = { place: here, address: from.address };
    await expect(door.passkeys.begin(person, 'a wrong one', by)).rejects.toThrow(/is another one/);
    const credential = device.make(await begun(person), { origin });
    const adding = () => door.passkeys.add(person, { name: 'Key', credential }, here);
    at += 6 * minute;
    await expect(adding()).rejects.toThrow(/took too long/);
    const other = device.make(await begun(person), { origin });
    await door.passkeys.add(person, { name: 'Key', credential: other }, here);
    await expect(
      door.passkeys.add(person, { name: 'Key', credential: other }, here),
    ).rejects.toThrow(/answered before/);
    expect(await passkeysOf(house.database, person.id)).toHaveLength(1);
  });

  it('refuses another origin, another server, a device that does not know its person, and nonsense', async () => {
    const person = await withPassword();
    const device = new SoftwareAuthenticator();
    const elsewhere = 'https://skein.example.evil.example';
    const lies = [
      [{ origin: elsewhere }, /this server is known as https:\/\/skein\.example/],
      [{ origin, host: 'other.example' }, /no passkey as it was asked for/],
      [{ origin, verified: false }, /no passkey as it was asked for/],
      [{ origin, type: 'webauthn.get' }, /no passkey as it was asked for/],
      [{ origin, crossOrigin: true }, /no passkey as it was asked for/],
    ] as const;
    for (const [lie, problem] of lies) {
      const credential = device.make(await begun(person), lie);
      const adding = door.passkeys.add(person, { name: 'Key', credential }, here);
      await expect(adding).rejects.toThrow(problem);
      await expect(adding).rejects.toBeInstanceOf(InvalidDataError);
    }
    const made = device.make(await begun(person), { origin });
    const credential = { ...made, response: { ...made.response, attestationObject: 'oWNmb28' } };
    await expect(door.passkeys.add(person, { name: 'Key', credential }, here)).rejects.toThrow(
      /no passkey as it was asked for/,
    );
    expect(await passkeysOf(house.database, person.id)).toEqual([]);
  });

  it('is for whoever has a password here, and of what is somebody else’s nothing changes', async () => {
    const invited = await addPerson(house, `Person-${String(++names)}`, 'lead', now());
    await expect(begun(invited)).rejects.toThrow(/set one first/);
    const { person, device } = await somebody();
    const other = await withPassword();
    const mine = device.make(await begun(other), { origin });
    const [theirs] = await passkeysOf(house.database, person.id);
    await house.database.write('MATCH (k:SkeinPasskey {id: $id}) SET k.credential = $credential', {
      id: theirs!.id,
      credential: mine.id,
    });
    await expect(door.passkeys.add(other, { name: 'Key', credential: mine }, here)).rejects.toThrow(
      ConflictError,
    );
    expect(await passkeysOf(house.database, other.id)).toEqual([]);
    expect(await passkeysOf(house.database, person.id)).toHaveLength(1);
  });

  it('ends at as many as there may be', async () => {
    const person = await withPassword();
    const device = new SoftwareAuthenticator();
    for (let count = 0; count < mostPasskeys; count += 1) await add(person, device);
    await expect(begun(person)).rejects.toThrow(/remove one first/);
  });
});

describe('what lets nobody in', () => {
  it('is an answer that came before, however many come at once', async () => {
    for (const device of [
      new SoftwareAuthenticator(),
      new SoftwareAuthenticator({ counts: false }),
    ]) {
      const { person } = await somebody(device);
      const given = device.give(await asked(), { origin });
      const came = await Promise.allSettled([1, 2, 3].map(() => signIn(given)));
      expect(came.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
      ]);
      await expect(signIn(given)).rejects.toThrow(/answered before/);
      expect(await personOf(house.database, person.id)).toMatchObject({ active: true });
      // The waiting of this address is not what is tried here.
      door = newDoor(house, now);
    }
  });

  it('is an answer that took too long, or to a challenge that is not this server’s', async () => {
    const { device } = await somebody();
    const late = device.give(await asked(), { origin });
    at += 5 * minute;
    await expect(signIn(late)).rejects.toThrow(/took too long/);
    const request = await asked();
    const bytes = Buffer.from(request.challenge, 'base64url');
    bytes[3] = bytes[3]! ^ 1;
    for (const challenge of [bytes.toString('base64url'), 'AAAA', ''])
      await expect(signIn(device.give({ ...request, challenge }, { origin }))).rejects.toThrow(
        /took too long/,
      );
    const elsewhere = await door.passkeys.ask(passkeyPlace('https://other.example'), from.address);
    const given = device.give({ ...request, challenge: elsewhere.challenge }, { origin });
    door = newDoor(house, now);
    await expect(signIn(given)).rejects.toThrow(/took too long/);
  });

  it('is another origin, another server, a device that does not know its person, another’s passkey', async () => {
    const { device } = await somebody();
    const other = await withPassword();
    const lies = [
      [{ origin: 'https://skein.example:8443' }, /this server is known as/],
      [{ origin, host: 'other.example' }, /does not let you in/],
      [{ origin, verified: false }, /does not let you in/],
      [{ origin, owner: other.id }, /does not let you in/],
      [{ origin, crossOrigin: true }, /does not let you in/],
    ] as const;
    for (const [lie, problem] of lies) {
      const signing = signIn(device.give(await asked(), lie));
      await expect(signing).rejects.toThrow(problem);
      await expect(signing).rejects.toBeInstanceOf(NotSignedInError);
      // Each of these counts, as a wrong password does.
      at += minute;
    }
    const given = device.give(await asked(), { origin });
    const signature = Buffer.from(given.response.signature, 'base64url');
    signature[signature.length - 1] = signature.at(-1)! ^ 1;
    const forged = { ...given.response, signature: signature.toString('base64url') };
    await expect(signIn({ ...given, response: forged })).rejects.toThrow(/does not let you in/);
  });

  it('is a copy of a device, which has counted less, and that is recorded', async () => {
    const { person, device } = await somebody();
    await signIn(device.give(await asked(), { origin, counter: 7 }));
    for (const counter of [7, 3, 0])
      await expect(signIn(device.give(await asked(), { origin, counter }))).rejects.toThrow(
        /as a copy would/,
      );
    expect(await entries()).toContainEqual(
      expect.objectContaining({
        subject: { sign_in: person.name },
        after: expect.objectContaining({ by: 'passkey', factor: 'counter went back' }) as unknown,
      }),
    );
    expect(await signIn(device.give(await asked(), { origin, counter: 8 }))).toMatchObject({
      caller: { person: { id: person.id } },
    });
  });

  it('is a passkey that was removed, which takes the password, and is recorded', async () => {
    const { person, device } = await somebody();
    const [passkey] = await passkeysOf(house.database, person.id);
    const remove = (with_: string) =>
      door.passkeys.remove(person, passkey!.id, with_, from.address);
    await expect(remove('a wrong one')).rejects.toThrow(/is another one/);
    const other = await withPassword();
    await expect(door.passkeys.remove(other, passkey!.id, password, from.address)).rejects.toThrow(
      NotFoundError,
    );
    await remove(password);
    await expect(signIn(device.give(await asked(), { origin }))).rejects.toThrow(/was removed/);
    const subject = { passkey: passkey!.id, of: person.name };
    const recorded = (await entries()).filter((entry) =>
      JSON.stringify(entry).includes(passkey!.id),
    );
    expect(recorded).toMatchObject([
      { subject, before: null, after: { state: 'in force', host: 'skein.example' } },
      { subject, before: { state: 'in force' }, after: { state: 'removed' } },
    ]);
  });

  it('is that of somebody who is switched off, or comes in by single sign-on', async () => {
    const off = await somebody();
    await changePerson(house, off.person.id, { active: false });
    await expect(signIn(off.device.give(await asked(), { origin }))).rejects.toThrow(
      /does not let you in/,
    );
    await changePerson(house, off.person.id, { active: true });
    expect(await signIn(off.device.give(await asked(), { origin }))).toMatchObject({
      caller: { person: { id: off.person.id } },
    });
    const outside = await somebody();
    await house.database.write('MATCH (p:SkeinPerson {id: $id}) SET p.provider_key = $id', {
      id: outside.person.id,
    });
    await expect(signIn(outside.device.give(await asked(), { origin }))).rejects.toThrow(
      /does not let you in/,
    );
    await expect(begun(outside.person)).rejects.toThrow(/single sign-on/);
  });

  it('is a right passkey while its person must wait, and a wrong one makes them wait', async () => {
    const { person, device } = await somebody();
    const wrong = () =>
      asked().then((request) => device.give(request, { origin, verified: false }));
    for (let time = 0; time < 5; time += 1)
      await expect(signIn(await wrong(), `198.51.100.${String(time)}`)).rejects.toThrow(
        NotSignedInError,
      );
    const right = device.give(await asked(), { origin });
    await expect(signIn(right, '203.0.113.1')).rejects.toThrow(TooManyError);
    await expect(
      door.signIn({ name: person.name, password }, { ...from, address: '203.0.113.2' }),
    ).rejects.toThrow(TooManyError);
    at += 1_000;
    expect(await signIn(right, '203.0.113.1')).toMatchObject({
      caller: { person: { id: person.id } },
    });
    const unknown = { ...right, id: 'bm9ib2R5', rawId: 'bm9ib2R5' };
    for (let time = 0; time < 5; time += 1)
      await expect(signIn(unknown, '203.0.113.9')).rejects.toThrow(NotSignedInError);
    await expect(signIn(unknown, '203.0.113.9')).rejects.toThrow(TooManyError);
    await expect(door.passkeys.ask(here, '203.0.113.9')).rejects.toThrow(TooManyError);
  });
});

describe('an administrator', () => {
  it('takes off what somebody has lost: passkeys, a second factor, or both, recorded', async () => {
    const { person, device } = await somebody();
    const { secret } = await door.beginSecondFactor(person, password, from.address);
    await confirmSecondFactor(house, person, codeNow(secret, at), now());
    const both = await personOf(house.database, person.id);
    expect(both).toMatchObject({ has_second_factor: true, passkeys: 1 });
    const reset = await resetFactors(house, both);
    expect(reset).toMatchObject({ has_second_factor: false, passkeys: 0 });
    await expect(resetFactors(house, reset)).rejects.toThrow(ConflictError);
    await expect(signIn(device.give(await asked(), { origin }))).rejects.toThrow(NotSignedInError);
    expect(await entries()).toContainEqual(
      expect.objectContaining({
        subject: { person: person.name },
        after: { second_factor: 'taken off', passkeys: 'removed' },
      }),
    );
  });
});

describe('where passkeys are', () => {
  it.each([
    ['http://localhost:8040', 'localhost'],
    ['https://skein.house.example', 'skein.house.example'],
  ])('is %s, by its name', (address, host) => {
    expect(passkeyPlace(address)).toEqual({ origin: address, host });
  });

  it.each(['http://127.0.0.1:8040', 'https://192.0.2.7:8040', 'http://[::1]:8040'])(
    'is not %s, which has none',
    (address) => {
      expect(() => passkeyPlace(address)).toThrow(/open Skein at https?:\/\/localhost:8040/);
    },
  );
});
