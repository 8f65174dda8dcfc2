/** The end of the chain, put outside: to an authority, a file, a mailbox; and what a check makes of it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anchor, type Anchoring } from '../../server/operations/audit/anchor.ts';
import { startAnchoring } from '../../server/operations/audit/keeper.ts';
import { checkAnchored } from '../../server/operations/audit/check-anchored.ts';
import { witness } from '../../server/operations/audit/witness.ts';
import { noDelivery } from '../../server/platform/settings/delivery-settings.ts';
import { noTimestamps } from '../../server/platform/settings/settings.ts';
import { custodyFiles } from '../../server/trust/custody/files.ts';
import { append } from '../../server/trust/custody/log.ts';
import { testDatabase } from '../database.ts';
import { letterbox, type Letterbox } from '../delivery/letterbox.ts';
import { startAuthority, type TestAuthority } from '../timestamp/authority.ts';
import { homeWithViews, viewOf } from './homes.ts';

const tested = testDatabase();
let authority: TestAuthority;
let box: Letterbox;
let outside: string;
beforeAll(async () => {
  authority = await startAuthority();
  box = await letterbox({ disabledCommands: ['STARTTLS'] });
  outside = await mkdtemp(join(tmpdir(), 'skein-anchors-'));
});
afterAll(async () => {
  await authority.close();
  await box.close();
  await rm(outside, { recursive: true });
});
beforeEach(() => tested.empty());

const now = () => new Date();
const fileOf = (home: string) => join(outside, `${home.split('/').at(-1)!}.ndjson`);

function settingsFor(home: string, more: Partial<Anchoring> = {}): Anchoring {
  return {
    ...{ home, timestamps: noTimestamps, delivery: noDelivery },
    anchors: { file: fileOf(home), mail: [], everyMs: 60_000 },
    ...more,
  };
}

async function checked(settings: Anchoring, more: string[] = []) {
  const { whole, faults, anchors } = await checkAnchored(tested.database, settings, more);
  return { whole, faults: faults.map(({ detail }) => detail), anchors };
}

describe('an anchor', { timeout: 120_000 }, () => {
  it('goes to an authority, a file and a mailbox, and the chain is held to each', async () => {
    const home = await homeWithViews(2);
    const smtp = {
      host: '127.0.0.1',
      port: box.port,
      tls: 'never',
      credentials: null,
      authorities: null,
    } as const;
    const settings = settingsFor(home, {
      timestamps: { authority: authority.url, roots: authority.rootFile },
      anchors: { file: fileOf(home), mail: ['audit@house.example'], everyMs: null },
      delivery: { ...noDelivery, smtp, from: 'skein@house.example' },
    });
    const { kept, failed } = await anchor(tested.database, settings, now());
    expect(failed).toEqual([]);
    expect(kept).toMatchObject({ count: 3, timestamp: true, file: true, mail: 1 });
    const letter = box.letters.at(-1)!;
    expect(letter.to).toEqual(['audit@house.example']);
    expect(letter.mail.text).toContain(kept.hash);
    const attached = join(outside, 'by-mail.ndjson');
    await writeFile(attached, letter.mail.attachments[0]!.content);
    expect(await readFile(attached, 'utf8')).toBe(kept.line);

    await append(home, viewOf('a9'));
    const found = await checked(settings, [attached]);
    expect(found).toMatchObject({ whole: true, faults: [] });
    expect(found.anchors).toEqual([
      expect.objectContaining({
        ...{ count: 3, holds: true, signature: 'right', found: ['database', 'file', 'given'] },
        timestamp: { at: expect.any(String) as string, authority: 'Test Timestamps' },
      }),
    ]);
  });

  it('shows a chain that was written anew with every key and file in hand', async () => {
    const home = await homeWithViews(3);
    const settings = settingsFor(home);
    await anchor(tested.database, settings, now());
    // Log and database from the beginning, as whole as before.
    await rm(custodyFiles(home).folder, { recursive: true });
    await tested.empty();
    for (const account of ['a1', 'other', 'a3', 'a4']) await append(home, viewOf(account));
    await witness(tested.database, home);
    const { whole, faults, anchors } = await checked(settings);
    expect(whole).toBe(false);
    expect(faults).toEqual([expect.stringMatching(/says another hash of entry 4/)]);
    expect(anchors).toMatchObject([{ holds: false, found: ['file'] }]);
  });

  it('says which are missing: from the file, and from the database', async () => {
    const home = await homeWithViews(1);
    const settings = settingsFor(home);
    await anchor(tested.database, settings, now());
    await anchor(tested.database, settings, now());
    const [first] = (await readFile(fileOf(home), 'utf8')).split('\n');
    await writeFile(fileOf(home), `${first}\n`);
    expect((await checked(settings)).faults).toEqual([
      expect.stringMatching(/is not in \/.*ndjson/),
    ]);
    await tested.database.write('MATCH (a:SkeinAuditAnchor) DETACH DELETE a');
    expect((await checked(settings)).faults).toEqual(
      expect.arrayContaining([expect.stringMatching(/is not in the database any more/)]),
    );
  });

  it('shows a statement and a timestamp that were changed', async () => {
    const home = await homeWithViews(1);
    const settings = settingsFor(home, { timestamps: { authority: authority.url, roots: null } });
    const { kept } = await anchor(tested.database, settings, now());
    const changed = kept.line.replace(/"at":"\d{4}/, '"at":"2001');
    await writeFile(fileOf(home), `${kept.line}${changed}{"statement":{}}\n`);
    expect((await checked(settings)).faults).toEqual([
      expect.stringMatching(/1 anchor in .* is not as Skein writes them/),
      expect.stringMatching(/anchor of 2001.* is not what its key has signed/),
      expect.stringMatching(/timestamp of the anchor of 2001.* is not of it/),
    ]);
  });

  it('counts where one place took it, and says why another did not; of none it is refused', async () => {
    const home = await homeWithViews(1);
    const away = { authority: 'http://127.0.0.1:1/', roots: null };
    const { kept, failed } = await anchor(
      tested.database,
      settingsFor(home, { timestamps: away }),
      now(),
    );
    expect(kept).toMatchObject({ timestamp: false, file: true });
    expect(failed).toEqual([expect.stringMatching(/127\.0\.0\.1:1/)]);
    const none = { file: null, mail: [], everyMs: null };
    const only = (more: Partial<Anchoring>) =>
      anchor(tested.database, settingsFor(home, { anchors: none, ...more }), now());
    await expect(only({ timestamps: away })).rejects.toThrow(/No place took/);
    await expect(only({})).rejects.toThrow(/No place is set/);
    const inside = { file: join(home, 'anchors.ndjson'), mail: [], everyMs: null };
    await expect(only({ anchors: inside })).rejects.toThrow(/lies in SKEIN_HOME/);
  });

  it('is made by one of two servers when it is due, and again once it is', async () => {
    const [one, two] = [await homeWithViews(1), await homeWithViews(1)];
    let time = Date.now();
    const clock = () => new Date(time);
    const troubles: unknown[] = [];
    const keepers = [one, two].map((home) =>
      startAnchoring({
        ...{ database: tested.database, settings: settingsFor(home), clock },
        failed: (error) => troubles.push(error),
      }),
    );
    const look = () => Promise.all(keepers.map((keeper) => keeper.look()));
    const made = async () =>
      (await tested.database.read('MATCH (a:SkeinAuditAnchor) RETURN a.id AS id')).length;
    await look();
    expect(await made()).toBe(1);
    await look();
    expect(await made()).toBe(1);
    time += 61_000;
    await look();
    expect(await made()).toBe(2);
    await Promise.all(keepers.map((keeper) => keeper.stop()));
    expect(troubles).toEqual([]);
    expect((await checked(settingsFor(one))).whole).toBe(true);
  });
});
