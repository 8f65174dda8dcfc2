/** Signing in by a real provider of OpenID Connect, from the button to the session. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person, Role } from '../../domain/people.ts';
import { passkeyPlace } from '../../server/people/passkey-place.ts';
import {
  addPerson,
  changePerson,
  makeLink,
  personOf,
  setPassword,
} from '../../server/people/persons.ts';
import { makeToken } from '../../server/people/tokens.ts';
import type { Settings } from '../../server/platform/settings/settings.ts';
import type { SignOnSettings } from '../../server/platform/settings/sign-on-settings.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import type { Serving } from '../../server/edge/http/serve.ts';
import { testDatabase } from '../database.ts';
import { ask, serveOver, smallPage, type Answered } from '../http/served.ts';
import { newDoor } from './new-door.ts';
import { clientId, clientSecret, LocalProvider } from './provider.ts';
import { SoftwareAuthenticator } from './software-authenticator.ts';

const tested = testDatabase();
const json = { 'content-type': 'application/json' };
const place = passkeyPlace('https://skein.example');
let provider: LocalProvider;
let page: string;
let serving: Serving;
let signOn: SignOnSettings;
let redirect: string;

beforeAll(async () => {
  provider = await LocalProvider.listen();
  page = await smallPage();
  const secret = join(tested.settings.home, 'client-secret');
  await writeFile(secret, `${clientSecret}\n`);
  signOn = {
    ...provider.signOn,
    secret: { file: secret, variable: 'SKEIN_OIDC_CLIENT_SECRET_FILE' },
  };
  serving = await served({});
  redirect = `${serving.url}/sign-in/provider`;
  provider.knows(redirect);
});

afterAll(async () => {
  await serving.close();
  // Gone already, but where a test failed before.
  await provider.close().catch(() => undefined);
  await rm(page, { recursive: true });
});

function served(other: Partial<SignOnSettings>): Promise<Serving> {
  const settings: Settings = { ...tested.settings, open: false, signOn: { ...signOn, ...other } };
  return serveOver(tested.database, { settings }, { page, level: 'silent' });
}

const house = () => ({ database: tested.database, home: tested.settings.home });

function post(path: string, body: unknown, cookie = '', at = serving): Promise<Answered> {
  const headers = { ...json, ...(cookie === '' ? {} : { cookie }) };
  const asked = { method: 'POST', headers, body: JSON.stringify(body) };
  return ask(at.port, `/api/v1${path}`, asked);
}

/** What the browser keeps of an answer, by the end of the cookie's name. */
function kept({ headers }: Answered, end: RegExp): string {
  const set = [headers['set-cookie']].flat().find((each) => end.test(each?.split('=')[0] ?? ''));
  return set?.split(';')[0] ?? '';
}

async function leave(at = serving) {
  const left = await post('/sign-in/provider', {}, '', at);
  expect(left.status, left.text).toBe(200);
  const { address } = JSON.parse(left.text) as { address: string };
  return { address, cookie: kept(left, /-coming$/) };
}

/** Somebody signs in there and comes back. */
async function come(sub: string, groups: readonly string[] | null, name = sub) {
  provider.account = { sub, name, groups };
  const { address, cookie } = await leave();
  const answer = await provider.visit(address, redirect);
  return post('/sign-in/provider/answer', { answer }, cookie);
}

const who = (came: Answered) =>
  ask(serving.port, '/api/v1/me', { headers: { cookie: kept(came, /^skein-\d+$/) } }).then(
    ({ text }) => (JSON.parse(text) as { person: Pick<Person, 'name' | 'role'> | null }).person,
  );

const problemOf = ({ text }: Answered) => (JSON.parse(text) as { detail: string }).detail;

describe('whoever the provider vouches for', () => {
  it('comes in as one of the groups, in a session like any other, which the custody log notes', async () => {
    const ways = await ask(serving.port, '/api/v1/sign-in/ways');
    expect(JSON.parse(ways.text)).toEqual({ provider: 'The house' });
    const { address, cookie } = await leave();
    expect(Object.fromEntries(new URL(address).searchParams)).toMatchObject({
      ...{ response_type: 'code', client_id: clientId, redirect_uri: redirect },
      ...{ scope: 'openid profile groups', code_challenge_method: 'S256' },
      ...{ state: expect.stringMatching(/^[\w-]{43}$/) as string },
      nonce: expect.stringMatching(/^[\w-]{43}$/) as string,
    });
    expect(cookie).toMatch(/^skein-\d+-coming=[\w-]{43}$/);
    const came = await come('u-1', ['fraud', 'others'], 'ana');
    expect(came.status, came.text).toBe(200);
    expect(JSON.parse(came.text)).toMatchObject({
      person: { name: 'ana', role: 'analyst', has_password: false, sign_on: 'yes' },
      ...{ by: 'session', permissions: ['look', 'see', 'work'], may_set_password: false },
    });
    expect([came.headers['set-cookie']].flat().join()).toMatch(/HttpOnly; SameSite=Strict/);
    expect(await who(came)).toMatchObject({ name: 'ana' });
    const entries: unknown[] = [];
    for await (const entry of shownEntries(house().home, { act: 'access' })) entries.push(entry);
    const noted = (subject: object, after: object) =>
      expect(entries).toContainEqual(
        expect.objectContaining({
          by: 'ana',
          subject,
          after: expect.objectContaining(after) as object,
        }),
      );
    noted({ person: 'ana' }, { role: 'analyst', by: 'sign-on' });
    noted({ sign_in: 'ana' }, { state: 'signed in', by: 'provider' });
    const written = JSON.stringify(entries);
    expect(written).not.toContain(clientSecret);
  });

  it('has the strongest role of their groups, anew at every sign-in, and the name of the first', async () => {
    const first = await come('u-2', ['fraud', 'cn=leads,ou=fraud'], 'ben');
    expect(await who(first)).toMatchObject({ name: 'ben', role: 'lead' });
    const again = await come('u-2', ['fraud'], 'benjamin');
    expect(await who(again)).toMatchObject({ name: 'ben', role: 'analyst' });
    // Of a session that goes on too.
    expect(await who(first)).toMatchObject({ role: 'analyst' });
    await expect(changePerson(house(), 'ben', { role: 'admin' })).rejects.toThrow(
      /follows their groups/,
    );
  });

  it('comes in no more once in no group that may, and what they had come with ends', async () => {
    const before = await come('u-3', ['fraud'], 'cleo');
    const { id } = await personOf(tested.database, 'cleo');
    const asked = { name: 'T', scope: ['look'], days: 1 } as const;
    const as = { id, name: 'cleo', role: 'analyst' as Role };
    const { secret } = await makeToken(house(), as, asked, new Date());
    const refused = await come('u-3', ['others'], 'cleo');
    expect(refused.status).toBe(401);
    expect(problemOf(refused)).toMatch(/^The house knows you as cleo, but in no group/);
    expect(await who(before)).toBeNull();
    const byToken = await ask(serving.port, '/api/v1/overview', {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(byToken.status).toBe(401);
    // Some providers say nothing of groups where there are none.
    const back = await come('u-3', ['fraud'], 'cleo');
    expect((await come('u-3', null, 'cleo')).status).toBe(503);
    expect(await who(back)).toBeNull();
    expect((await come('u-4', [], 'dora')).status).toBe(401);
    await expect(personOf(tested.database, 'dora')).rejects.toThrow(/no person dora/);
  });

  it('is nobody else of the same name, unless an administrator says so', async () => {
    const eve = await addPerson(house(), 'eve', 'admin', new Date());
    await setPassword(house(), eve, 'not to be guessed', null);
    const refused = await come('u-5', ['fraud'], 'Eve');
    expect(refused.status).toBe(401);
    expect(problemOf(refused)).toMatch(/another person called Eve/);
    const link = await makeLink(house(), eve, new Date());
    const device = new SoftwareAuthenticator();
    const { passkeys } = newDoor(house(), () => new Date());
    const making = await passkeys.begin(eve, 'not to be guessed', { place, address: '192.0.2.1' });
    const credential = device.make(making, place);
    await passkeys.add(eve, { name: 'Laptop', credential }, place);
    expect(await changePerson(house(), 'eve', { sign_on: true })).toMatchObject({
      sign_on: 'awaited',
    });
    expect(await who(await come('u-5', ['fraud'], 'Eve'))).toMatchObject({
      name: 'eve',
      role: 'analyst',
    });
    const byPassword = await post('/sign-in', { name: 'eve', password: 'not to be guessed' });
    expect(byPassword.status).toBe(401);
    // Nor by a link that was made before.
    expect((await post('/entry', { secret: link.secret })).status).toBe(401);
    const now = await personOf(tested.database, 'eve');
    // What her device has is known here no more.
    expect(now.passkeys).toBe(0);
    await expect(makeLink(house(), now, new Date())).rejects.toThrow(/by single sign-on/);
    const entries: unknown[] = [];
    for await (const entry of shownEntries(house().home, { act: 'access' })) entries.push(entry);
    const ofEve = JSON.stringify(entries.filter((each) => JSON.stringify(each).includes('"eve"')));
    expect(ofEve).toContain('"before":{"role":"admin","sign_on":"awaited"}');
    // Of who was refused, nothing says that they were added.
    expect(ofEve).not.toContain('"before":null,"by":"Eve"');
    // Somebody else who has come to bear that name there.
    expect((await come('u-6', ['fraud'], 'eve')).status).toBe(401);
    await changePerson(house(), 'eve', { sign_on: false, role: 'lead' });
    expect((await come('u-5', ['fraud'], 'Eve')).status).toBe(401);
  });

  it('stays out while switched off, and without a password however they ask', async () => {
    const came = await come('u-7', ['fraud'], 'finn');
    const cookie = kept(came, /^skein-\d+$/);
    const asked = {
      method: 'PUT',
      headers: { ...json, cookie },
      body: '{"password":"a corridor of maps"}',
    };
    const set = await ask(serving.port, '/api/v1/me/password', asked);
    expect(set.status).toBe(409);
    await changePerson(house(), 'finn', { active: false });
    expect(problemOf(await come('u-7', ['fraud'], 'finn'))).toMatch(/switched off/);
  });
});

describe('what was tampered with', () => {
  // Whoever comes in well is let try again at once.
  beforeEach(async () => {
    expect((await come('u-1', ['fraud'], 'ana')).status).toBe(200);
  });

  const refused = async (answer: string, cookie: string) => {
    const came = await post('/sign-in/provider/answer', { answer }, cookie);
    expect(came.status, came.text).toBe(401);
    expect(problemOf(came)).toMatch(/belongs to no sign-in that this browser has begun/);
    expect(kept(came, /^skein-\d+$/)).toBe('');
  };

  const leaving = async (change: (address: URL) => void) => {
    provider.account = { sub: 'u-1', name: 'ana', groups: ['fraud'] };
    const { address, cookie } = await leave();
    const to = new URL(address);
    change(to);
    return { answer: await provider.visit(to.href, redirect), cookie };
  };

  it('lets nobody in: another state, none, another browser’s, and an answer that came before', async () => {
    const { answer, cookie } = await leaving(() => undefined);
    const other = new URLSearchParams(answer);
    other.set('state', 'A'.repeat(43));
    await refused(other.toString(), cookie);
    other.delete('state');
    await refused(other.toString(), cookie);
    await refused(answer, '');
    await refused(answer, (await leave()).cookie);
    expect((await post('/sign-in/provider/answer', { answer }, cookie)).status).toBe(200);
    await refused(answer, cookie);
  });

  it('frees nobody of waiting by an answer that says nothing of who they are', async () => {
    for (let time = 0; time < 4; time += 1) await refused('code=x', '');
    const { address, cookie } = await leave();
    const state = new URL(address).searchParams.get('state')!;
    const failed = { error: 'server_error', state, iss: provider.issuer };
    const answer = new URLSearchParams(failed).toString();
    const came = await post('/sign-in/provider/answer', { answer }, cookie);
    expect(problemOf(came)).toMatch(/^The house refused: server_error/);
    await refused('code=x', '');
    expect((await post('/sign-in/provider/answer', { answer: 'code=x' })).status).toBe(429);
    // Until the second is over.
    await expect
      .poll(async () => (await post('/sign-in/provider/answer', { answer }, cookie)).status)
      .not.toBe(429);
  });

  it('lets nobody in: another nonce, or a code that was asked for by another', async () => {
    const nonce = await leaving(({ searchParams }) => searchParams.set('nonce', 'B'.repeat(43)));
    await refused(nonce.answer, nonce.cookie);
    const code = await leaving(({ searchParams }) =>
      searchParams.set('code_challenge', 'C'.repeat(43)),
    );
    await refused(code.answer, code.cookie);
  });
});

describe('the client’s secret', () => {
  it('is another from now on: people come in once its file says so, without a start', async () => {
    const { file } = signOn.secret as { file: string };
    const another = 'another, of the provider as of today';
    provider.knows(redirect, another);
    const refused = await come('u-1', ['fraud'], 'ana');
    expect(problemOf(refused)).toMatch(/check SKEIN_OIDC_CLIENT_ID and SKEIN_OIDC_CLIENT_SECRET/);
    await writeFile(file, `${another}\n`);
    const came = await come('u-1', ['fraud'], 'ana');
    expect(came.status, came.text).toBe(200);
    expect(await who(came)).toMatchObject({ name: 'ana' });
    await writeFile(file, `${clientSecret}\n`);
    provider.knows(redirect);
  });
});

describe('what is set wrongly, or away', () => {
  const told = async (other: Partial<SignOnSettings>): Promise<string> => {
    const server = await served(other);
    try {
      provider.knows(`${server.url}/sign-in/provider`);
      provider.account = { sub: 'u-9', name: 'gus', groups: null };
      const left = await post('/sign-in/provider', {}, '', server);
      if (left.status !== 200) return problemOf(left);
      const { address } = JSON.parse(left.text) as { address: string };
      const answer = await provider.visit(address, `${server.url}/sign-in/provider`);
      return problemOf(
        await post('/sign-in/provider/answer', { answer }, kept(left, /-coming$/), server),
      );
    } finally {
      await server.close();
      provider.knows(redirect);
    }
  };

  it('is said in plain words that name the setting', async () => {
    expect(await told({ secret: { value: 'another' } })).toMatch(
      /check SKEIN_OIDC_CLIENT_ID and SKEIN_OIDC_CLIENT_SECRET/,
    );
    expect(await told({ scope: 'openid internal' })).toMatch(/check SKEIN_OIDC_SCOPE/);
    expect(await told({})).toMatch(/no claim "groups".*SKEIN_OIDC_GROUPS/);
    expect(await told({ issuer: `${provider.issuer}/elsewhere` })).toMatch(
      /check SKEIN_OIDC_ISSUER/,
    );
    const file = { file: '/nowhere/at/all', variable: 'SKEIN_OIDC_CLIENT_SECRET_FILE' };
    expect(await told({ secret: file })).toMatch(/^SKEIN_OIDC_CLIENT_SECRET_FILE names/);
  });

  it('says that whoever breaks off there was not let in', async () => {
    provider.account = null;
    const { address, cookie } = await leave();
    const answer = await provider.visit(address, redirect);
    const came = await post('/sign-in/provider/answer', { answer }, cookie);
    expect(came.status).toBe(401);
    expect(problemOf(came)).toMatch(/did not let you in, or you broke off/);
  });

  it('says that the provider is away, to whoever leaves and to whoever comes back', async () => {
    const gone = await LocalProvider.listen();
    await gone.close();
    expect(await told({ issuer: gone.issuer })).toMatch(
      /^The house does not answer .*with a password you can come in/,
    );
    expect((await come('u-1', ['fraud'], 'ana')).status).toBe(200);
    const { address, cookie } = await leave();
    const answer = await provider.visit(address, redirect);
    await provider.close();
    const came = await post('/sign-in/provider/answer', { answer }, cookie);
    expect(came.status).toBe(503);
    expect(problemOf(came)).toMatch(/does not answer/);
  });
});
