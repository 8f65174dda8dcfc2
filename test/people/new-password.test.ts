/** What a new password ends, what it may not be, and what a token asks for: by the API, as a page or a program asks. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { leastPassword } from '../../domain/people.ts';
import type { Serving } from '../../server/edge/http/serve.ts';
import { addPerson, makeLink, setPassword, type House } from '../../server/people/persons.ts';
import { listTokens } from '../../server/people/tokens.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { testDatabase } from '../database.ts';
import { ask, serveOver, smallPage, type Answered } from '../http/served.ts';

const tested = testDatabase();
const password = 'not to be guessed';
const next = 'nor is this one here';
let serving: Serving;
let page: string;
let house: House;
let names = 0;

beforeAll(async () => {
  const settings = { ...tested.settings, open: false };
  page = await smallPage();
  serving = await serveOver(tested.database, { settings }, { page });
  house = { database: tested.database, home: settings.home };
});
afterAll(async () => {
  await serving.close();
  await rm(page, { recursive: true });
});

function send(method: string, path: string, body: unknown, headers = {}): Promise<Answered> {
  return ask(serving.port, `/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

const cookieOf = ({ headers }: Answered) => ({
  cookie: [headers['set-cookie']].flat()[0]?.split(';')[0] ?? '',
});

/** Somebody who has come in by a password. */
async function somebody() {
  const person = await addPerson(house, `person-${String(++names)}-ruth`, 'analyst', new Date());
  await setPassword(house, person, password, null);
  const came = await send('POST', '/sign-in', { name: person.name, password });
  expect(came.status, came.text).toBe(200);
  const session = cookieOf(came);
  const make = (given: object) =>
    send('POST', '/me/tokens', { name: 'A program', ...given }, session);
  const change = (given: object) =>
    send('PUT', '/me/password', { current: password, ...given }, session);
  return { person, session, make, change };
}

const problemOf = ({ text }: Answered) => (JSON.parse(text) as { detail: string }).detail;
const secretIn = ({ text }: Answered) => (JSON.parse(text) as { secret: string }).secret;
const byToken = (secret: string) =>
  ask(serving.port, '/api/v1/detectors', { headers: { authorization: `Bearer ${secret}` } });

async function lastOf(name: string): Promise<unknown> {
  let last: unknown = null;
  for await (const entry of shownEntries(house.home, { act: 'access' }))
    if (JSON.stringify(entry).includes(`"person":"${name}"`)) last = entry;
  return last;
}

describe('a token', () => {
  it('is made by whoever gives their password anew, and by no session alone', async () => {
    const { person, make } = await somebody();
    const without = await make({});
    expect(without.status).toBe(422);
    expect(problemOf(without)).toBe(messages.people.passwordNeeded);
    const wrong = await make({ password: 'a wrong one' });
    expect(wrong.status).toBe(422);
    expect(problemOf(wrong)).toBe(messages.people.currentWrong);
    expect(await listTokens(house.database, person.id)).toEqual([]);
    const made = await make({ password });
    expect((await byToken(secretIn(made))).status).toBe(200);
    // Nobody learns the password from what is told of the token.
    expect(made.text).not.toContain(password);
  });

  it('is made by who has come in by a link and has no password yet', async () => {
    const person = await addPerson(house, 'linked', 'analyst', new Date());
    const { secret } = await makeLink(house, person, new Date());
    const session = cookieOf(await send('POST', '/entry', { secret }));
    expect((await send('POST', '/me/tokens', { name: 'A program' }, session)).status).toBe(200);
  });
});

describe('a new password', () => {
  it('ends tokens and links that were made before, and the log says so', async () => {
    const { person, make, change, session } = await somebody();
    const token = secretIn(await make({ password }));
    const { secret: link } = await makeLink(house, person, new Date());
    const set = await change({ password: next });
    expect(set.status, set.text).toBe(200);
    expect((await byToken(token)).status).toBe(401);
    expect(await listTokens(house.database, person.id)).toEqual([]);
    expect((await send('POST', '/entry', { secret: link })).status).toBe(401);
    // The session that set it goes on.
    expect((await send('POST', '/me/tokens', { name: 'T', password: next }, session)).status).toBe(
      200,
    );
    expect(await lastOf(person.name)).toMatchObject({
      after: { password: 'set', sessions: 'ended', links: 'withdrawn', tokens: 'revoked' },
    });
  });

  it('leaves tokens to whoever asks for it, and links to nobody', async () => {
    const { person, make, change } = await somebody();
    const token = secretIn(await make({ password }));
    const { secret: link } = await makeLink(house, person, new Date());
    expect((await change({ password: next, keep_tokens: true })).status).toBe(200);
    expect((await byToken(token)).status).toBe(200);
    expect((await send('POST', '/entry', { secret: link })).status).toBe(401);
    expect(await lastOf(person.name)).toMatchObject({ after: { tokens: 'kept' } });
  });

  it('is refused in words where it would soon be guessed, and then ends nothing', async () => {
    const { person, make, change } = await somebody();
    const token = secretIn(await make({ password }));
    const refused = async (given: string) => {
      const answer = await change({ password: given });
      expect(answer.status).toBe(422);
      return problemOf(answer);
    };
    expect(await refused('Password12345')).toBe(messages.people.mostUsed);
    expect(await refused('a skein of old wool')).toBe(messages.people.guessableBy('skein'));
    expect(await refused(`here is ${person.name}`)).toContain(person.name);
    const short = await change({ password: 'x'.repeat(leastPassword - 1) });
    expect(short.status).toBe(400);
    expect(short.text).toContain(String(leastPassword));
    expect((await byToken(token)).status).toBe(200);
    const again = await send('POST', '/sign-in', { name: person.name, password });
    expect(again.status).toBe(200);
  });
});

// Last, as the address waits with whoever is tried.
describe('whoever tries passwords by making tokens', () => {
  it('waits, as by signing in', async () => {
    const { make } = await somebody();
    for (let time = 0; time < 5; time += 1) await make({ password: `a wrong one ${time}` });
    expect((await make({ password })).status).toBe(429);
  });
});
