/** An erasure takes a person out of graph, home and custody, leaves others as they are, and can be held to its certificate. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { keptBoard, saveBoard } from '../../server/decisions/cases/board-store.ts';
import { findingsOfRun, latestRun } from '../../server/detection/runs/read-runs.ts';
import { checkAudit } from '../../server/operations/audit/check.ts';
import { checkCertificate } from '../../server/operations/retention/certificate.ts';
import {
  erasePerson,
  erasurePlan,
  type ErasedPerson,
} from '../../server/operations/retention/erase-person.ts';
import { liftHold, setHold } from '../../server/operations/retention/holds.ts';
import { readmitAccount } from '../../server/operations/retention/readmit.ts';
import { ConflictError, NotFoundError } from '../../server/platform/problems.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { audit } from '../../server/trust/custody/audit.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { testDatabase } from '../database.ts';
import { newHome } from '../custody/homes.ts';
import { rejectsOf } from '../load/loading.ts';
import {
  dataset,
  detectWorld,
  graphTexts,
  loadWorld,
  others,
  person,
  personal,
  workOn,
  type Detected,
} from './world.ts';

const tested = testDatabase();
const holding = () => ({
  ...{ database: tested.database, home: tested.settings.home },
  progress: silentProgress,
});
const patience = 5 * 60_000;
const erasing = () => ({
  database: tested.database,
  settings: tested.settings,
  progress: silentProgress,
});
const erase = (account = person) => erasePerson(erasing(), account, 'asked for by the person');

const rowsOfOthers = `
  MATCH (a:Account)-[r]->(o) WHERE a.id <> $person AND o.id <> $person AND r.rule IS NULL
  RETURN type(r) + ' ' + a.id + ' ' + o.id + ' ' + r.key AS row ORDER BY row`;

async function linesOfOthers(): Promise<string[]> {
  const rows = await tested.database.read<{ row: string }>(rowsOfOthers, { person });
  return rows.map(({ row }) => row);
}

async function filesNaming(texts: readonly string[]): Promise<string[]> {
  const { home } = tested.settings;
  const entries = await readdir(home, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const text = (await readFile(path)).toString('latin1');
    if (texts.some((one) => text.includes(one))) found.push(relative(home, path));
  }
  return found;
}

describe('an erasure', () => {
  let before: { run: Detected; rows: string[] };
  let done: ErasedPerson;

  beforeAll(async () => {
    await loadWorld(tested, {
      ...dataset(),
      shipments: [
        { shipment_id: 's1', account_id: person, country: 'ana.quintanilha@example.com' },
      ],
    });
    const run = await detectWorld(tested);
    await workOn(tested);
    before = { run, rows: await linesOfOthers() };
    expect(run.findings.some(({ accounts }) => accounts.includes(person))).toBe(true);
    done = await erase();
  }, patience);

  it('leaves none of what the person’s rows said in the graph', async () => {
    const texts = await graphTexts(tested);
    for (const value of personal)
      expect(
        texts.filter((text) => text.includes(value)).map((text) => text.slice(0, 400)),
        value,
      ).toEqual([]);
  });

  it('leaves none of it in the files of the home but in those that the certificate lists', async () => {
    const found = await filesNaming(personal);
    expect(found).toEqual([]);
    expect(await filesNaming(['[erased]'])).toEqual([
      expect.stringMatching(/^rejects\/.*shipments\.csv/),
    ]);
    const kept = await readdir(tested.settings.sources);
    const listed = done.certificate.elsewhere.flatMap(({ sha256 = [] }) => sha256);
    expect(listed.length).toBeGreaterThan(0);
    for (const digest of listed) expect(kept).toContain(`${digest}.gz`);
  });

  it('leaves the rows of others, and what they share', async () => {
    expect(await linesOfOthers()).toEqual(before.rows);
    const [left] = await tested.database.read<{ shared: number; rests: unknown; job: unknown }>(
      `MATCH (p:PaymentAccount {id: 'p1'}) MATCH (d:Device {id: 'd1'})
       MATCH (b:PaymentAccount {id: 'pay-rests'}) MATCH (j:Job {id: 'job-ana'})
       RETURN COUNT { (:Account)-[:PAID_THROUGH]->(p) } AS shared, b.holder_name AS rests, j.client_account_id AS job`,
    );
    expect(left).toEqual({ shared: others.length, rests: null, job: null });
  });

  it('leaves findings that name others too, without the person, and takes away those of the person alone', async () => {
    const run = (await latestRun(tested.database))!.run;
    const now = await findingsOfRun(tested.database, run);
    const of = (accounts: readonly string[]) => accounts.filter((one) => one !== person);
    const expected = before.run.findings.filter(({ accounts }) => of(accounts).length > 0);
    expect(now.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
    for (const { id, accounts, score } of expected) {
      const left = now.find((one) => one.id === id)!;
      expect(left.score).toBe(score);
      expect(left.accounts.filter((one) => !one.startsWith('erased-'))).toEqual(of(accounts));
    }
  });

  it('takes the person off boards, with the notes on it', async () => {
    const place = { case: 'case-of-ana', board: 'case-of-ana-board' };
    const { content, revision } = await keptBoard(tested.database, place);
    expect(content.nodes.map(({ id }) => id)).toEqual([others[0]]);
    expect(Object.values(content.notes).map(({ text }) => text)).toEqual(['Seen with [erased].']);
    // Whoever has it open with the person on it cannot save that over it.
    const open = { ...content, pinned: ['account:acc-ana-7731'] };
    await expect(saveBoard(tested.database, place, open, 1, null)).rejects.toThrow(ConflictError);
    expect(revision).toBe(2);
    const [kinds] = await tested.database.read<{ kinds: string[] }>(
      `MATCH (b:SkeinCaseBoard) RETURN [v IN [b.revision, b.nodes, b.notes] | valueType(v)] AS kinds`,
    );
    expect(new Set(kinds!.kinds)).toEqual(new Set(['INTEGER NOT NULL']));
  });

  it('leaves both chains whole, and says so in them', async () => {
    const { home } = tested.settings;
    expect(await audit(home)).toMatchObject({ whole: true, faults: [] });
    expect((await checkAudit(tested.database, home)).faults).toEqual([]);
    const states: unknown[] = [];
    for await (const { subject, after } of shownEntries(home, { act: 'erase' }))
      if (subject['erasure'] === done.certificate.erasure) states.push(after?.['state']);
    expect(states).toEqual(['begun', 'ended']);
  });

  it('writes a certificate that verifies, and one that was changed does not', async () => {
    const { home } = tested.settings;
    const verdict = await checkCertificate(home, done.path);
    expect(verdict).toMatchObject({ is: 'good', certificate: done.certificate });
    const text = await readFile(done.path, 'utf8');
    const payload = (JSON.parse(text) as { payload: string }).payload;
    const changed = Buffer.from(payload, 'base64').toString('utf8').replace('person', 'nobody');
    const other = join(await newHome(), 'changed.json');
    await writeFile(other, text.replace(payload, Buffer.from(changed).toString('base64')));
    expect(await checkCertificate(home, other)).toEqual({ is: 'bad' });
    expect(await checkCertificate(await newHome(), done.path)).toMatchObject({ is: 'foreign' });
  });

  it('says in the certificate how many of each kind went, why, and where the log stood', () => {
    const { removed, reason, custody } = done.certificate;
    const counts = Object.fromEntries(removed.map(({ kind, count }) => [kind, count]));
    expect(counts).toMatchObject({
      ...{ account: 1, account_change: 1, device: 1, payment_account: 1, AccountScore: 1 },
      ...{ 'logins.ip': 6, 'ratings.to_account_id': 1 },
    });
    expect(counts).not.toHaveProperty('job');
    expect(reason).toBe('asked for by the person');
    expect(custody.after!.count).toBeGreaterThan(custody.before!.count);
  });

  it(
    'keeps the account from coming back with the next load, and loads what others say',
    async () => {
      const load = await loadWorld(tested);
      const file = (name: string) => load.files.find((one) => one.file === name)!;
      for (const { read, added, updated, unchanged, rejected } of load.files)
        expect(read).toBe(added + updated + unchanged + rejected);
      expect(file('accounts.csv')).toMatchObject({ rejected: 1 });
      const [reject] = await rejectsOf(file('accounts.csv'));
      expect(reject).toMatch(/^2,account_id,erased-[0-9a-f]{12},.*erased on/);
      expect(load.notes.join()).toMatch(/1 cell names an account that was erased/);
      const texts = await graphTexts(tested);
      expect(texts.filter((text) => text.includes(person))).toEqual([]);
      const changed = await detectWorld(tested, true);
      expect(changed.findings.flatMap(({ accounts }) => accounts).join()).not.toMatch(/erased/);
      const whole = await detectWorld(tested);
      expect(changed.findings).toEqual(whole.findings);
      expect(changed.accounts).toEqual(whole.accounts);
    },
    patience,
  );

  it('is told when it is asked for again, and ends when the person is let in', async () => {
    await expect(erase()).rejects.toThrow(NotFoundError);
    await expect(erase()).rejects.toThrow(/was erased on/);
    await expect(erase('acc-nobody')).rejects.toThrow(/There is no account acc-nobody/);
    await readmitAccount(tested.database, tested.settings, person, 'came back');
    const load = await loadWorld(tested);
    expect(load.files.every(({ rejected }) => rejected === 0)).toBe(true);
    expect(await erasurePlan(erasing(), person)).toMatchObject({ account: person });
  });
});

describe('a legal hold', () => {
  it(
    'on an account or on a case with it refuses its erasure, until it is lifted',
    async () => {
      await tested.empty();
      await loadWorld(tested);
      await workOn(tested, 'case-held');
      const { database, settings } = tested;
      const held = { kind: 'account', of: person, reason: 'a court asked' } as const;
      const onAccount = await setHold(holding(), held);
      const onCase = await setHold(holding(), {
        ...held,
        kind: 'case',
        of: 'case-held',
      });
      await expect(erase()).rejects.toThrow(ConflictError);
      await expect(erase()).rejects.toThrow(`under legal hold (${onAccount.id}, ${onCase.id})`);
      await liftHold(database, settings.home, onAccount.id, 'over');
      await expect(erase()).rejects.toThrow(onCase.id);
      await liftHold(database, settings.home, onCase.id, 'over');
      await erase();
      expect((await graphTexts(tested)).filter((text) => text.includes(person))).toEqual([]);
    },
    patience,
  );

  it('needs an account or case that there is', async () => {
    const { database, settings } = tested;
    const held = { of: 'nobody', reason: 'a court asked' } as const;
    const set = (kind: 'account' | 'case') => setHold(holding(), { ...held, kind });
    await expect(set('account')).rejects.toThrow('There is no account nobody in the graph.');
    await expect(set('case')).rejects.toThrow(NotFoundError);
    await expect(liftHold(database, settings.home, 'H-0', 'x')).rejects.toThrow('skein hold list');
  });
});
