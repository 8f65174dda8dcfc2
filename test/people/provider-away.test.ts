/** While the provider of single sign-on answers nothing, whoever is not signed in keeps nobody else waiting, however often they ask. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Serving } from '../../server/edge/http/serve.ts';
import { testDatabase } from '../database.ts';
import { ask, serveOver, smallPage, type Answered } from '../http/served.ts';
import { SilentProvider } from './silent-provider.ts';

const tested = testDatabase();
const json = { 'content-type': 'application/json' };
let silent: SilentProvider;
let serving: Serving;
let page: string;

beforeAll(async () => {
  silent = await SilentProvider.listen();
  page = await smallPage();
  const signOn = {
    ...{ issuer: silent.issuer, name: 'The house', clientId: 'skein', secret: null },
    ...{ scope: 'openid', groupsClaim: 'groups' },
    roleOfGroups: [{ role: 'analyst' as const, group: 'fraud' }],
  };
  const bounds = { usual: { atOnce: 2, waiting: 2 }, dear: { atOnce: 1, waiting: 1 } };
  const settings = { ...tested.settings, open: false, signOn };
  serving = await serveOver(tested.database, { settings }, { page, level: 'silent', bounds });
});
afterAll(async () => {
  await serving.close();
  await silent.close();
  await rm(page, { recursive: true });
});

const post = (path: string, body: object, headers = {}): Promise<Answered> =>
  ask(serving.port, `/api/v1${path}`, {
    ...{ method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) },
  });

describe('whoever leaves for a provider that answers nothing', () => {
  it('keeps nobody waiting who signs in otherwise, and has it asked once', async () => {
    const leaving = Promise.all(
      Array.from({ length: 20 }, () => post('/sign-in/provider', {})),
    ).then((left) => left.map(({ status }) => status));
    await silent.untilAsked(1);
    const others = Promise.all([
      post('/sign-in', { name: 'nobody', password: 'not to be guessed' }),
      ask(serving.port, '/api/v1/me'),
    ]).then((came) => came.map(({ status }) => status));
    expect(await Promise.race([others, leaving])).toEqual([401, 200]);
    silent.hangUp();
    expect(new Set(await leaving)).toEqual(new Set([503]));
    expect(silent.asked).toBe(1);
  });

  it('does not have it asked by what comes back to no sign-in that was begun', async () => {
    const before = silent.asked;
    const came = await post('/sign-in/provider/answer', { answer: 'code=x' });
    expect(came.status).toBe(401);
    expect(silent.asked).toBe(before);
  });

  it('waits as whoever guesses passwords waits', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 6; time += 1)
      statuses.push((await post('/sign-in/provider/answer', { answer: 'code=x' })).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await post('/sign-in/provider', {})).status).toBe(429);
  });
});
