/** What a backup brings back of what lets people in: nothing; and what it cannot know of, it says. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Whole } from '../../server/operations/backup/back-up.ts';
import { backUp } from '../../server/operations/backup/back-up.ts';
import {
  addPerson,
  changePerson,
  houseOf,
  listPersons,
  makeLink,
  setPassword,
} from '../../server/people/persons.ts';
import { listTokens, makeToken, revokeToken } from '../../server/people/tokens.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { testDatabase } from '../database.ts';
import { newDoor } from '../people/new-door.ts';
import { runSkein, type Ran } from '../run-skein.ts';
import { settingsOf } from '../settings-of.ts';

const tested = testDatabase();
const patience = 3 * 60_000;
const password = 'a corridor of old maps';
const from = { address: '192.0.2.1', agent: 'a browser', before: null };
const now = () => new Date();
let folder: string;
let file: string;
let restored: Ran;
let stolen: { session: string; token: string; link: string };
let into: Whole;

/** Somebody has a session, a token and a link, all of it is backed up, and then all of it is ended in earnest. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-let-in-'));
  file = join(folder, 'whole.zip');
  const { database, settings } = tested;
  const house = houseOf(database, settings);
  const ana = await addPerson(house, 'ana', 'lead', now());
  const ben = await addPerson(house, 'ben', 'analyst', now());
  for (const each of [ana, ben]) await setPassword(house, each, password, null);
  const door = newDoor(house, now);
  const { secret: session } = await door.signIn({ name: 'ana', password }, from);
  const asked = { name: 'A program', scope: ['look'], days: 30 } as const;
  const made = await makeToken(house, ana, asked, now());
  const { secret: link } = await makeLink(house, ana, now());
  stolen = { session, token: made.secret, link };
  await backUp({ database, connection: settings.neo4j!, settings }, file, silentProgress);
  await revokeToken(house, made.id, ana.id);
  await changePerson(house, ben.id, { active: false });
  await tested.empty();
  into = {
    database,
    connection: settings.neo4j!,
    settings: settingsOf(join(folder, 'home'), settings.neo4j),
  };
  const env = { ...tested.environment, SKEIN_HOME: into.settings.home };
  restored = await runSkein(env, 'db', 'restore', file, '--replaces', settings.home);
}, patience);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a restore', () => {
  it('lets nobody in by what let them in at the time of the backup', async () => {
    expect(restored.status, restored.err).toBe(0);
    const house = houseOf(into.database, into.settings);
    const door = newDoor(house, now);
    expect(await door.whoHas({ session: stolen.session, token: null })).toBeNull();
    expect(await door.whoHas({ session: null, token: stolen.token })).toBeNull();
    await expect(door.enter(stolen.link, from)).rejects.toThrow(/does not serve any more/);
    expect(await listTokens(into.database, null)).toEqual([]);
    // People are there, and sign in by what they know.
    expect((await listPersons(into.database)).map(({ name }) => name)).toEqual(['ana', 'ben']);
    expect((await door.signIn({ name: 'ana', password }, from)).caller.person.name).toBe('ana');
  });

  it('says so, in its log too, and what has to be done again since which moment', async () => {
    expect(restored.out).toContain('1 session, 1 token and 1 link have ended');
    expect(restored.out).toMatch(/All else is as of \d{4}-\d\d-\d\dT[\d:.]+Z, .* done again/);
    const entries: unknown[] = [];
    for await (const { after } of shownEntries(into.settings.home, { act: 'restore' }))
      entries.push(after);
    expect(entries).toEqual([
      expect.objectContaining({ sessions: 'ended', tokens: 'revoked', links: 'withdrawn' }),
    ]);
  });

  it('lists what the log of the home that it replaces knows was done since', () => {
    const [, known = ''] = restored.out.split(`The custody log in ${tested.settings.home} has `);
    expect(known).toMatch(/^1 entry/);
    expect(known).toMatch(/"person":"ben".*"active":false/);
  });

  it('is refused, and nothing changed, where a home is named that has no log', async () => {
    const env = { ...tested.environment, SKEIN_HOME: join(folder, 'another') };
    const ran = await runSkein(env, 'db', 'restore', file, '--replaces', folder);
    expect([ran.status, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain('is no home whose custody log could say');
  });
});
