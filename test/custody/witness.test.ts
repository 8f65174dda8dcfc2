/** What the database holds of the logs of several homes. */
import { cp, rename, rm } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditEntries, auditEntry } from '../../server/operations/audit/entries.ts';
import { checkAudit } from '../../server/operations/audit/check.ts';
import { witness } from '../../server/operations/audit/witness.ts';
import { erase } from '../../server/trust/custody/erase.ts';
import { custodyFiles } from '../../server/trust/custody/files.ts';
import { append } from '../../server/trust/custody/log.ts';
import { backupBegun, backupEnded } from '../../server/trust/custody/acts.ts';
import { signedIn } from '../../server/trust/custody/access-acts.ts';
import { testDatabase } from '../database.ts';
import { exportWith, homeWithViews, newHome, viewOf } from './homes.ts';

const tested = testDatabase();
beforeEach(() => tested.empty());

const checked = async (home: string) => {
  const { whole, entries, faults } = await checkAudit(tested.database, home);
  return { whole, entries, faults: faults.map(({ detail }) => detail) };
};

describe('the chain of all homes', { timeout: 120_000 }, () => {
  it('takes in each home’s entries once, in one chain, whoever asks', async () => {
    const [one, two] = [await homeWithViews(3), await homeWithViews(2)];
    const taken = () => Promise.all([one, two].map((home) => witness(tested.database, home)));
    await Promise.all([taken(), taken()]);
    await append(one, viewOf('a9'));
    await taken();
    expect(await checked(one)).toEqual({ whole: true, entries: 8, faults: [] });
    expect(await checked(two)).toEqual({ whole: true, entries: 8, faults: [] });
    const { logs } = await checkAudit(tested.database, one);
    expect(logs.map(({ entries, own }) => ({ entries, own }))).toEqual(
      expect.arrayContaining([
        { entries: 5, own: true },
        { entries: 3, own: false },
      ]),
    );
  });

  it('goes on where a larger number of entries was added than fits at once', async () => {
    const home = await newHome();
    for (let at = 0; at < 520; at += 1) await append(home, viewOf(`a${at}`));
    expect(await witness(tested.database, home)).toMatchObject({ entries: 521, departed: null });
    expect(await checked(home)).toEqual({ whole: true, entries: 521, faults: [] });
  });

  it('is narrowed by act, person, thing and words, and tells what is kept, erased or elsewhere', async () => {
    const [home, other] = [await homeWithViews(2), await homeWithViews(1)];
    await append(home, signedIn('ana', 'password', '192.0.2.7'));
    await append(home, exportWith('About Zoë Example', 'f'.repeat(64)));
    for (const each of [home, other]) await witness(tested.database, each);
    const listed = async (filter: Parameters<typeof auditEntries>[2]) =>
      (await auditEntries(tested.database, home, filter, null, 10)).map(({ act, own, entry }) =>
        own ? `${act} ${entry}` : `${act} ${entry} elsewhere`,
      );
    expect(await listed({ act: 'access' })).toEqual(['access 4']);
    expect(await listed({ thing: 'account:a1' })).toEqual(['export 5', 'view 2']);
    expect(await listed({ text: 'zoë example' })).toEqual(['export 5']);
    expect(await listed({ text: 'SIGNED ana' })).toEqual(['access 4']);
    expect(await listed({ by: 'nobody' })).toEqual([]);
    expect(await listed({ since: '2999-01-01T00:00:00.000Z' })).toEqual([]);
    expect(await listed({ act: 'begin' })).toEqual(['begin 1 elsewhere', 'begin 1']);
    const view = await auditEntry(tested.database, home, 2);
    expect(view.subject).toEqual({ nodes: { personal: 'kept', value: 'account:a1' } });
    const elsewhere = await auditEntry(tested.database, other, 2);
    expect(elsewhere).toMatchObject({ own: false, subject: { nodes: { personal: 'elsewhere' } } });
    await erase(home, 'a1');
    const erased = await auditEntry(tested.database, home, 2);
    expect(erased.subject).toEqual({ nodes: { personal: 'erased' } });
    expect(await checked(home)).toMatchObject({ whole: true, faults: [] });
  });

  it('shows a log that was put back, and one that was written anew with the key', async () => {
    const home = await homeWithViews(2);
    const { folder } = custodyFiles(home);
    const before = `${folder}-before`;
    await witness(tested.database, home);
    await cp(folder, before, { recursive: true });
    await append(home, viewOf('a3'));
    await witness(tested.database, home);
    // Put back: the log is whole in itself.
    await rm(folder, { recursive: true });
    await rename(before, folder);
    const { whole, faults } = await checked(home);
    expect(whole).toBe(false);
    expect(faults[0]).toMatch(/ends before entry 4, and the database knows it up to entry 4/);
    // Gone on with: entry 4 is another now.
    await append(home, viewOf('other'));
    await append(home, viewOf('other'));
    const { departed } = await witness(tested.database, home);
    expect(departed).toMatchObject({ kind: 'changed', entry: 4 });
    expect((await checked(home)).faults[0]).toMatch(/Entry 4 of this home’s log is another/);
  });

  it.each([
    [
      'content',
      'SET e.content = replace(e.content, \'"view"\', \'"load"\')',
      /entry 2, as it stands there, is not what/,
    ],
    [
      'what it is found by',
      "SET e.by = 'somebody'",
      /what entry 2 is found by is not what it says/,
    ],
    ['an entry that is gone', 'DETACH DELETE e', /entry 2 is not there/],
    ['a link', "SET e.link = 'f'", /entry 2 is not what its link/],
    ['a hash', 'SET e.hash = reverse(e.hash)', /entry 2/],
  ])('shows in the database %s that was changed', async (_what, change, fault) => {
    const home = await homeWithViews(3);
    await witness(tested.database, home);
    await tested.database.write(`MATCH (e:SkeinAuditEntry {number: 2}) ${change}`);
    const { whole, faults } = await checked(home);
    expect(whole).toBe(false);
    expect(faults.join('\n')).toMatch(fault);
  });

  it('waits by itself while a backup is written, unless it was killed', async () => {
    const home = await homeWithViews(1);
    const known = async (now?: Date) => (await witness(tested.database, home, now)).entries;
    const [now, tomorrow] = [new Date(), new Date(Date.now() + 24 * 60 * 60_000)];
    await append(home, backupBegun('d'));
    expect(await known(now)).toBe(0);
    expect(await known(tomorrow)).toBe(3);
    await append(home, backupBegun('d'));
    expect(await known(now)).toBe(3);
    await append(home, backupEnded('d', 'f'.repeat(64), { nodes: 1, relations: 0 }));
    expect(await known(now)).toBe(5);
    const failed = { act: 'backup', before: null, after: { failed: true } } as const;
    const { entry: again } = await append(home, backupBegun('d'));
    await append(home, { ...failed, subject: { entry: again } });
    expect(await known(now)).toBe(7);
  });

  it('shows an end that was cut off, though all before it holds', async () => {
    const home = await homeWithViews(3);
    const other = await homeWithViews(1);
    for (const each of [home, other]) await witness(tested.database, each);
    await tested.database.write('MATCH (e:SkeinAuditEntry) WHERE e.number > 4 DETACH DELETE e');
    expect(await checked(home)).toMatchObject({
      whole: false,
      faults: [expect.stringMatching(/entries 5 to 6 are not there/)],
    });
  });
});
