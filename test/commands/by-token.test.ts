/** Commands with SKEIN_TOKEN: as the token's person, where that person and the token's scope may, and else not at all. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import type { Permission, Role } from '../../domain/people.ts';
import { createCase } from '../../server/decisions/cases/case-store.ts';
import { changeListMembers, listKnown } from '../../server/decisions/lists/list-members.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { addPerson, changePerson, houseOf, type House } from '../../server/people/persons.ts';
import { makeToken, revokeToken } from '../../server/people/tokens.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { operator } from '../../server/platform/access/actor.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import type { Serving } from '../../server/edge/http/serve.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { ask, serveOver, smallPage } from '../http/served.ts';
import { runSkein, type Ran } from '../run-skein.ts';

const tested = testDatabase();
const patience = 3 * 60_000;
const tokens = new Map<string, string>();
let house: House;
let folder: string;
let rows: string;
let page: string;
let serving: Serving;

async function tokenOf(name: string, role: Role, scope: readonly Permission[]) {
  const person = await addPerson(house, name, role, new Date());
  const made = await makeToken(house, person, { name: 'T', scope, days: 1 }, new Date());
  tokens.set(name, made.secret);
  return { person, token: made.id };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-by-token-'));
  page = await smallPage();
  const settings = { ...tested.settings, open: false };
  house = houseOf(tested.database, settings);
  serving = await serveOver(tested.database, { settings }, { page, level: 'silent' });
  rows = await writeDataset({ accounts: [{ account_id: 'a1' }] });
  await tokenOf('lea', 'lead', ['look', 'see', 'work', 'lead']);
  await tokenOf('len', 'lead', ['look', 'work', 'lead']);
  await tokenOf('ann', 'analyst', ['look', 'see', 'work']);
  await tokenOf('ada', 'admin', ['look', 'see', 'administer']);
});
afterAll(async () => {
  await serving.close();
  for (const each of [folder, rows, page]) await rm(each, { recursive: true, force: true });
});

const as = (name: string, ...args: string[]): Promise<Ran> =>
  runSkein({ ...tested.environment, SKEIN_TOKEN: tokens.get(name) ?? name }, ...args);

/** What the API answers to the same token. */
async function told(name: string, path: string, method = 'GET'): Promise<string> {
  const headers = {
    authorization: `Bearer ${tokens.get(name)!}`,
    'content-type': 'application/json',
  };
  const body = method === 'GET' ? {} : { body: '{}' };
  const { status, text } = await ask(serving.port, `/api/v1${path}`, { method, headers, ...body });
  expect(status).toBe(403);
  return (JSON.parse(text) as { detail: string }).detail;
}

async function actsBy(name: string): Promise<string[]> {
  const acts: string[] = [];
  for await (const { by, act, subject } of shownEntries(tested.settings.home, {}))
    if (by === name) acts.push(`${act} ${JSON.stringify(subject)}`);
  return acts;
}

const accounts = () => tested.database.read('MATCH (a:Account) RETURN a.id AS id');

describe('a command by token', () => {
  it(
    'is refused in the words of the API where its person or its scope may not, and does nothing',
    async () => {
      const analyst = await as('ann', 'load', rows);
      expect([analyst.status, analyst.out]).toEqual([1, '']);
      expect(analyst.err).toContain(await told('ann', '/retention'));
      const masked = await as('len', 'load', rows);
      expect([masked.status, masked.out]).toEqual([1, '']);
      expect(masked.err).toContain(await told('len', '/loads'));
      const narrow = await as('ada', 'load', rows);
      expect(narrow.err).toContain(messages.people.notOfToken('lead'));
      expect(await accounts()).toEqual([]);
      expect(await actsBy(operator())).toEqual(
        expect.not.arrayContaining([expect.stringMatching(/^load/)]),
      );
    },
    patience,
  );

  it(
    'acts as its person, whom the custody log and all that is decided name',
    async () => {
      const loaded = await as('lea', 'load', rows);
      expect(loaded.status, loaded.err).toBe(0);
      expect(await accounts()).toEqual([{ id: 'a1' }]);
      expect(await actsBy('lea')).toContainEqual(expect.stringMatching(/^load /));
      const file = join(folder, 'token');
      await writeFile(file, `${tokens.get('lea')!}\n`, { mode: 0o600 });
      const env = { ...tested.environment, SKEIN_TOKEN_FILE: file };
      const why = ['--why', 'a test', '--json'];
      const set = await runSkein(
        env,
        'detector',
        'set',
        'shared-ip',
        '--param',
        'hub_accounts=30',
        ...why,
      );
      expect(set.status, set.err).toBe(0);
      expect(JSON.parse(set.out)).toMatchObject({ by: 'lea' });
    },
    patience,
  );

  it(
    'lets nobody in, and takes no Skein away',
    async () => {
      const asked = [
        ['people', 'link', 'ann'],
        ['people', 'role', 'ann', 'admin'],
        ['token', 'add', 'Another'],
        ['db', 'reset', '--yes'],
      ];
      const ran: Ran[] = [];
      for (const args of asked) ran.push(await as('ada', ...args));
      expect(ran.map(({ status, out }) => [status, out])).toEqual(asked.map(() => [1, '']));
      const [link, role, token, reset] = ran.map(({ err }) => err);
      expect(link).toContain(messages.people.noEntryByToken);
      expect(role).toContain(messages.people.noEntryByToken);
      expect(token).toContain(messages.people.notByToken);
      expect(reset).toContain(messages.byToken.notByToken('db reset', 'SKEIN_TOKEN'));
      const listed = await as('ada', 'people', 'list');
      expect(listed.status, listed.err).toBe(0);
      expect(listed.out).toContain('ann · analyst');
      // Whoever runs it on this machine may.
      expect((await runSkein(tested.environment, 'people', 'link', 'ann')).status).toBe(0);
    },
    patience,
  );

  it(
    'sees the cases and the lists that its person sees, and is refused what could hold others',
    async () => {
      const { database } = tested;
      const given = { title: 'Of two', description: '', tags: [] };
      await createCase(database, { id: 'of-ann', ...given, members: ['ann'] });
      expect((await as('ann', 'case', 'list')).out).toContain('of-ann');
      expect((await as('lea', 'case', 'list')).out).not.toContain('of-ann');
      const members = await as('lea', 'case', 'members', 'of-ann', '--all', '--why', 'mine');
      expect([members.status, members.err.trim()]).toEqual([1, messages.cases.noCase('of-ann')]);
      const listed = await writeDataset({
        watchlist: [{ entry_id: 'entry-of-house', list: 'house-list', name: 'Nobody Known' }],
      });
      await loadFolders(database, tested.settings, [listed], {}, silentProgress);
      await rm(listed, { recursive: true });
      const { revision } = await listKnown(database, 'house-list');
      await changeListMembers(database, 'house-list', {
        ...{ members: ['ann'], why: 'a test', rests_on: revision },
      });
      expect((await as('ann', 'list', 'list')).out).toContain('house-list');
      expect((await as('lea', 'list', 'list')).out).not.toContain('house-list');
      const screened = await as('lea', 'screen', 'Nobody Known');
      expect([screened.status, screened.out]).toEqual([1, '']);
      expect(screened.err.trim()).toBe(messages.lists.refused);
      expect((await as('ann', 'screen', 'Nobody Known')).out).toContain('house-list');
    },
    patience,
  );
});

describe('a token that does not hold', () => {
  it(
    'has nothing done, be it wrong, revoked, or of somebody who is switched off',
    async () => {
      const { person, token } = await tokenOf('rod', 'lead', ['look', 'see', 'lead']);
      await revokeToken(house, token, person.id);
      const { person: off } = await tokenOf('oda', 'lead', ['look', 'see', 'lead']);
      await changePerson(house, off.id, { active: false });
      const before = await accounts();
      const more = await writeDataset({ accounts: [{ account_id: 'a2' }] });
      for (const name of ['skein_never-was-one', 'rod', 'oda']) {
        const ran = await as(name, 'load', more);
        expect([ran.status, ran.out]).toEqual([1, '']);
        expect(ran.err.trim()).toBe(messages.byToken.noneSuch('SKEIN_TOKEN'));
      }
      await rm(more, { recursive: true });
      expect(await accounts()).toEqual(before);
    },
    patience,
  );

  it('is no matter to what asks for nobody, and told of as one that is set', async () => {
    const config = await as('skein_never-was-one', 'config');
    expect(config.status, config.err).toBe(0);
    expect(config.out).toMatch(/^SKEIN_TOKEN=(?!skein_)\S/m);
    expect(config.out).not.toContain('never-was-one');
  });
});
