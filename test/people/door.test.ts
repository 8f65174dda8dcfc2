/** Coming in, staying and being shown out, on a clock that the test sets. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash, verify } from '@node-rs/argon2';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  canAnybodySignIn,
  firstLink,
  addPerson,
  changePerson,
  listPersons,
  makeLink,
  personsOfOtherKeys,
  setPassword,
  type House,
} from '../../server/people/persons.ts';
import { accountKeys } from '../../server/people/account-key.ts';
import { Door } from '../../server/people/door.ts';
import { listSessions, type From } from '../../server/people/sessions.ts';
import { callerOfToken, listTokens, makeToken, revokeToken } from '../../server/people/tokens.ts';
import { actor, operator } from '../../server/platform/access/actor.ts';
import { NotSignedInError, TooManyError, UsageError } from '../../server/platform/problems.ts';
import { usualSessions } from '../../server/platform/settings/session-settings.ts';
import { asCaller, type Caller } from '../../server/people/caller.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { testDatabase } from '../database.ts';
import { newDoor } from './new-door.ts';

const tested = testDatabase();
const password = 'not to be guessed';
const hours = 60 * 60_000;
const { idleMs, longestMs } = usualSessions;
let at = Date.parse('2026-03-01T09:00:00.000Z');
let names = 0;
let house: House;
let door: Door;
const now = () => new Date(at);
const from: From = { address: '192.0.2.1', agent: 'a browser', before: null };

beforeEach(() => {
  house = { database: tested.database, home: tested.settings.home };
  door = another();
});

const another = () => newDoor(house, now);

/** Somebody new with a password. */
async function somebody(role: 'viewer' | 'lead' = 'lead') {
  const person = await addPerson(house, `Person-${String(++names)}`, role, now());
  await setPassword(house, person, password, null);
  return person;
}

const known = (secret: string) => door.whoHas({ session: secret, token: null });

async function later<T>(ms: number, work: () => Promise<T>): Promise<T> {
  at += ms;
  return work();
}

describe('the first start', () => {
  it('lets whoever runs it in by a link as an administrator, until anybody has a password', async () => {
    expect(await canAnybodySignIn(house.database)).toBe(false);
    const first = (await firstLink(house, now()))!;
    const again = (await firstLink(house, now()))!;
    expect(again).not.toBe(first);
    const { caller } = await door.enter(first, from);
    expect(caller).toMatchObject({
      ...{ by: 'session', maySetPassword: true },
      person: { name: operator(), role: 'admin', has_password: false },
    });
    await door.changePassword(caller, caller.person.id!, { password }, from.address);
    expect(await firstLink(house, now())).toBeNull();
    await expect(door.enter(again, from)).rejects.toThrow(/somebody can sign in by now/);
    expect((await listPersons(house.database)).map(({ name }) => name)).toEqual([operator()]);
  });
});

describe('a link', () => {
  it('serves once, however many come with it at once, and no longer than a day', async () => {
    const person = await somebody();
    const { secret } = await makeLink(house, person, now());
    const came = await Promise.allSettled([1, 2, 3].map(() => door.enter(secret, from)));
    expect(came.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const late = await makeLink(house, person, now());
    await expect(later(24 * hours, () => door.enter(late.secret, from))).rejects.toThrow(
      NotSignedInError,
    );
    await expect(door.enter('made up', from)).rejects.toThrow(NotSignedInError);
  });

  it('lets one set a password without the one before for an hour, a password does not', async () => {
    const person = await somebody();
    const { secret } = await makeLink(house, person, now());
    const came = await door.enter(secret, { ...from, address: '192.0.2.2' });
    expect(came.caller.maySetPassword).toBe(true);
    expect(await later(hours, () => known(came.secret))).toMatchObject({ maySetPassword: false });
    const { caller } = await door.signIn({ name: person.name, password }, from);
    const asked = (current?: string) =>
      door.changePassword(
        caller,
        person.id,
        { current, password: 'another long one' },
        '192.0.2.3',
      );
    await expect(asked()).rejects.toThrow(/you have now, too/);
    await expect(asked('a wrong one')).rejects.toThrow(/is another one/);
    await asked(password);
    // Who knew the former one is shown out.
    expect(await known(came.secret)).toBeNull();
    await expect(door.signIn({ name: person.name, password }, from)).rejects.toThrow();
  });
});

describe('whoever tries passwords', () => {
  it('waits longer and longer, by person at every server, and by address', async () => {
    const { name } = await somebody();
    const wrong = (which: Door, address: string) =>
      which.signIn({ name, password: 'a wrong one' }, { ...from, address });
    // From another address each time, and at two servers in turn.
    const servers = [door, another()];
    for (let time = 0; time < 5; time += 1)
      await expect(wrong(servers[time % 2]!, `198.51.100.${time}`)).rejects.toThrow(/is wrong/);
    for (const server of servers)
      await expect(
        server.signIn({ name: name.toUpperCase(), password }, { ...from, address: '203.0.113.1' }),
      ).rejects.toThrow(TooManyError);
    at += 1_000;
    await expect(wrong(door, '198.51.100.9')).rejects.toThrow(/is wrong/);
    await expect(wrong(door, '198.51.100.10')).rejects.toThrow(/again in 2 seconds/);
    at += 2_000;
    expect(await door.signIn({ name, password }, from)).toMatchObject({
      caller: { by: 'session' },
    });
    // One address, whoever it tries to be.
    for (let time = 0; time < 5; time += 1)
      await expect(
        door.signIn({ name: `nobody-${time}`, password }, { ...from, address: '203.0.113.9' }),
      ).rejects.toThrow(/is wrong/);
    await expect(
      door.signIn({ name, password }, { ...from, address: '203.0.113.9' }),
    ).rejects.toThrow(/again in 1 second\./);
  });

  it('learns nothing of who is here: a name that nobody bears waits as one that somebody does', async () => {
    const { name } = await somebody();
    const tries = async (tried: string, net: number) => {
      const said: string[] = [];
      for (let time = 0; time < 7; time += 1)
        await door
          .signIn(
            { name: tried, password: 'a wrong one' },
            { ...from, address: `10.0.${net}.${time}` },
          )
          .catch((error: unknown) => said.push((error as Error).message));
      return said;
    };
    expect(await tries('nobody-at-all', 1)).toEqual(await tries(name, 2));
  });

  it('gets no further by trying many at once', async () => {
    const { name } = await somebody();
    const tries = Array.from({ length: 12 }, (_none, time) =>
      door.signIn({ name, password: 'a wrong one' }, { ...from, address: `10.1.0.${time}` }),
    );
    const ended = await Promise.allSettled(tries);
    const waiting = ended.filter(
      (each) => each.status === 'rejected' && each.reason instanceof TooManyError,
    );
    expect(waiting.length).toBe(7);
  });
});

describe('a password as it is kept', () => {
  it('does not expire', async () => {
    const { name } = await somebody();
    at += 20 * 365 * 24 * hours;
    await door.signIn({ name, password }, from);
  });

  const kept = async (id: string) => {
    const query =
      'MATCH (p:SkeinPerson {id: $id}) RETURN p.password_hash AS hash, p.password_key AS key';
    return (await house.database.read<{ hash: string; key: string | null }>(query, { id }))[0]!;
  };

  it('is worth nothing to whoever reads it out of the graph and has not the key of the home', async () => {
    const { id, name } = await somebody();
    const stored = await kept(id);
    expect(await verify(stored.hash, password)).toBe(false);
    const stranger = await mkdtemp(join(tmpdir(), 'skein-stranger-'));
    const elsewhere = { ...house, home: stranger };
    const { id: own } = await accountKeys(house);
    expect(stored.key).toBe(own);
    expect((await accountKeys(elsewhere)).id).not.toBe(own);
    // Not even a Skein over the same database, until it is given the key; which it says when it starts.
    expect(await personsOfOtherKeys(elsewhere)).toBeGreaterThan(0);
    const unrecorded = (error: unknown) => {
      throw error;
    };
    const at = (of: House) => new Door({ ...of, unrecorded, now }).signIn({ name, password }, from);
    await expect(at(elsewhere)).rejects.toThrow(/is wrong/);
    const file = join(house.home, 'keys', 'accounts.key');
    const key = { value: (await readFile(file, 'utf8')).trim() };
    const both = { ...elsewhere, accountKey: key };
    await setPassword(both, { id, name }, password, null);
    expect(await at(both)).toMatchObject({ caller: { person: { name } } });
    await rm(stranger, { recursive: true });
  });

  it('of before there was a key still serves, and has it from then on', async () => {
    const { id, name } = await somebody();
    const before = await hash(password);
    const query =
      'MATCH (p:SkeinPerson {id: $id}) SET p.password_hash = $before, p.password_key = null';
    await house.database.write(query, { id, before });
    await expect(door.signIn({ name, password: 'a wrong one' }, from)).rejects.toThrow(/is wrong/);
    expect(await kept(id)).toEqual({ hash: before, key: null });
    for (const time of ['first', 'again'])
      expect(await door.signIn({ name, password }, from), time).toMatchObject({
        caller: { by: 'session' },
      });
    const after = await kept(id);
    expect(after.key).toBe((await accountKeys(house)).id);
    expect(await verify(after.hash, password)).toBe(false);
  });
});

describe('a session', () => {
  it('ends when nothing is asked for long, and after a week however much is', async () => {
    const { name } = await somebody();
    const idle = await door.signIn({ name, password }, from);
    at += idleMs - 1_000;
    expect(await known(idle.secret)).not.toBeNull();
    at += idleMs - 1_000;
    expect(await known(idle.secret)).not.toBeNull();
    at += idleMs;
    expect(await known(idle.secret)).toBeNull();
    const busy = await door.signIn({ name, password }, from);
    const end = at + longestMs;
    while (at + hours < end)
      expect(
        await later(6 * hours, () => known(busy.secret)).then((who) => who !== null || at >= end),
      ).toBe(true);
    at = end;
    expect(await known(busy.secret)).toBeNull();
  });

  it('ends though its page, which nobody sits before, asks on by itself', async () => {
    const { name } = await somebody();
    const { secret } = await door.signIn({ name, password }, from);
    const polled = () => door.whoHas({ session: secret, token: null, unattended: true });
    const end = at + idleMs;
    while (at + hours < end)
      expect(await later(hours, polled).then((who) => who !== null || at >= end)).toBe(true);
    at = end;
    expect(await polled()).toBeNull();
  });

  it('ends when the operator has set that it does', async () => {
    const sessions = { idleMs: 30 * 60_000, longestMs: hours };
    const strict = newDoor({ ...house, sessions }, now);
    const { name } = await somebody();
    const kept = await strict.signIn({ name, password }, from);
    expect(kept.ends.getTime()).toBe(at + hours);
    const still = () => strict.whoHas({ session: kept.secret, token: null });
    expect(await later(29 * 60_000, still)).not.toBeNull();
    expect(await later(29 * 60_000, still)).not.toBeNull();
    expect(await later(2 * 60_000, still)).toBeNull();
    const idle = await strict.signIn({ name, password }, from);
    expect(
      await later(31 * 60_000, () => strict.whoHas({ session: idle.secret, token: null })),
    ).toBeNull();
  });

  it('is another after signing in anew, ends at signing out, and holds for no one switched off', async () => {
    const person = await somebody();
    const first = await door.signIn({ name: person.name, password }, from);
    const second = await door.signIn(
      { name: person.name, password },
      { ...from, before: first.secret },
    );
    expect(await known(first.secret)).toBeNull();
    const elsewhere = await door.signIn({ name: person.name, password }, from);
    expect(await listSessions(house, person.id, now())).toHaveLength(2);
    await door.signOut(second.caller);
    expect(await known(second.secret)).toBeNull();
    expect(await known(elsewhere.secret)).toMatchObject({ person: { role: 'lead' } });
    await changePerson(house, person.id, { role: 'viewer' });
    expect(await known(elsewhere.secret)).toMatchObject({ permissions: ['look'] });
    await changePerson(house, person.id, { active: false });
    expect(await known(elsewhere.secret)).toBeNull();
    await expect(door.signIn({ name: person.name, password }, from)).rejects.toThrow(/is wrong/);
    await expect(makeLink(house, person, now())).rejects.toThrow(/is switched off/);
  });

  it('is in the name of its person, also what goes on behind an answer', async () => {
    const { name } = await somebody();
    const { caller } = await door.signIn({ name, password }, from);
    const background = asCaller(
      caller,
      () => new Promise((resolve) => setImmediate(() => resolve(actor()))),
    );
    expect(await background).toBe(name);
    expect(actor()).toBe(operator());
  });
});

describe('a token', () => {
  it('does what its scope says, until it expires or is revoked', async () => {
    const person = await somebody('lead');
    const asked = { name: 'A program', scope: ['look', 'work'], days: 30 } as const;
    const token = await makeToken(house, person, asked, now());
    const who = () => callerOfToken(house.database, token.secret, now());
    expect(await who()).toMatchObject({ by: 'token', permissions: ['look', 'work'] });
    const [listed] = await listTokens(house.database, person.id);
    expect(listed).toMatchObject({ name: 'A program', last_used: now().toISOString() });
    expect(JSON.stringify(listed)).not.toContain(token.secret);
    await expect(
      makeToken(house, person, { ...asked, scope: ['administer'] }, now()),
    ).rejects.toThrow(UsageError);
    at += 30 * 24 * hours;
    expect(await who()).toBeNull();
    const other = await makeToken(house, person, asked, now());
    await revokeToken(house, other.id, person.id);
    expect(await callerOfToken(house.database, other.secret, now())).toBeNull();
  });
});

describe('what is kept', () => {
  it('holds no secret, in the graph or in the custody log, and says who came in', async () => {
    const person = await somebody();
    const { secret: link } = await makeLink(house, person, now());
    const { secret: session } = await door.enter(link, from);
    const asked = { name: 'T', scope: ['look'], days: 1 } as const;
    const { secret: token } = await makeToken(house, person, asked, now());
    await door.signIn({ name: person.name, password: 'wrong, and typed' }, from).catch(() => null);
    const nodes = await house.database.read<{ all: Record<string, unknown> }>(
      'MATCH (n) WHERE n:SkeinPerson OR n:SkeinSession OR n:SkeinAccessToken OR n:SkeinEntryLink RETURN properties(n) AS all',
    );
    const entries: unknown[] = [];
    for await (const entry of shownEntries(house.home, { act: 'access' })) entries.push(entry);
    const written = JSON.stringify([nodes, entries]);
    for (const each of [link, session, token, password, 'wrong, and typed'])
      expect(written).not.toContain(each);
    const mine = JSON.stringify(entries);
    for (const each of ['signed in', 'refused', '"link":"made"', '"state":"in force"'])
      expect(mine).toContain(each);
    const last: Caller | null = await known(session);
    expect(last?.person.name).toBe(person.name);
  });
});
