/** Every act leaves its entry, done as people do it: by command or over HTTP. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../domain/finding.ts';
import type { Judgement } from '../../domain/judgement.ts';
import { audit } from '../../server/trust/custody/audit.ts';
import { custodyFiles, sha256 } from '../../server/trust/custody/files.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { checkCustody } from '../../verifier/custody-part.ts';
import type { Act } from '../../domain/custody-acts.ts';
import type { Entry } from '../../verifier/custody-entry.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { newSigner, temporaryFolder } from '../evidence/bundles.ts';
import { unpackedIn } from '../evidence/unpacked.ts';
import { ask, servedApp } from '../http/served.ts';
import { oneHand } from '../one-hand.ts';

const tested = testDatabase();
const app = servedApp(tested);
const entry = fileURLToPath(new URL('../../bin/skein.mjs', import.meta.url));
const members = ['jane-doe', 'john-roe', 'third-one'];
const home = () => tested.settings.home;

interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

function skein(...words: string[]): Promise<Ended> {
  return skeinAt(home(), ...words);
}

function skeinAt(at: string, ...words: string[]): Promise<Ended> {
  const env = { ...tested.environment, SKEIN_HOME: at };
  return new Promise((resolve) => {
    execFile(process.execPath, [entry, ...words], { env }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

async function done(...words: string[]): Promise<string> {
  const { status, stdout, stderr } = await skein(...words);
  expect([status, stderr.includes('Error')], stderr + stdout).toEqual([0, false]);
  return stdout;
}

async function answered<T>(path: string, body?: object): Promise<T> {
  const { status, text } = await asked(path, body);
  expect(status, text).toBe(200);
  return JSON.parse(text) as T;
}

function asked(path: string, body?: object) {
  const headers = { 'content-type': 'application/json' };
  const sent = body ? { method: 'POST', headers, body: JSON.stringify(body) } : {};
  return ask(app.port, `/api/v1${path}`, sent);
}

async function entriesOf(act: Act): Promise<Entry[]> {
  const found: Entry[] = [];
  for await (const each of shownEntries(home(), { act })) found.push(each);
  return found;
}

async function lastOf(act: Act): Promise<Entry> {
  return (await entriesOf(act)).at(-1)!;
}

async function findings(): Promise<Finding[]> {
  return (await answered<{ items: Finding[] }>('/findings')).items;
}

const judging = {
  kind: 'link',
  verdict: 'confirmed',
  subjects: ['account:jane-doe', 'account:john-roe'],
  why: 'jane-doe and john-roe share a passport',
};

/** Several commands a test, each a process of its own. */
vi.setConfig({ testTimeout: 150_000 });

let out: string;

beforeAll(async () => {
  const others = Array.from({ length: 12 }, (_, at) => ({ account_id: `other-${at}` }));
  const folder = await writeDataset({
    ...oneHand(members, 'Holder Of All'),
    accounts: [
      ...members.map((account_id) => ({ account_id, legal_name: 'Jane Q. Public' })),
      ...others,
    ],
  });
  await done('load', folder);
  // One rule: a server that was just started plans every query anew.
  await done('detect', '--only', 'shared-payout');
  out = join(await mkTemporary(), 'bundle.zip');
});

async function mkTemporary(): Promise<string> {
  const folder = join(home(), 'outside');
  await mkdir(folder, { recursive: true });
  return folder;
}

describe('what is recorded', () => {
  it('of a load: the files and what came of them', async () => {
    const [begun, ended] = await entriesOf('load');
    expect(begun).toMatchObject({ before: null, after: { state: 'begun' } });
    expect(begun?.after?.['files']).toContainEqual({
      file: 'accounts.csv',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(ended).toMatchObject({
      subject: begun?.subject,
      before: { state: 'begun' },
      after: { state: 'ended' },
    });
    expect(ended?.after?.['counts']).toContainEqual(
      expect.objectContaining({ file: 'accounts.csv', added: 15 }),
    );
  });

  it('of a detection: the run, its counts and what it used', async () => {
    const { subject, after } = await lastOf('detect');
    const [load] = await entriesOf('load');
    expect(subject['run']).toMatch(/^R-/);
    expect(after).toMatchObject({ as_of: null, judgements: [], loads: [load?.subject['load']] });
    expect(after?.['counts']).toMatchObject({ accounts: 15 });
  });

  it('of views: each look once', async () => {
    const [finding, ...others] = await findings();
    const source = finding!.id;
    const { evidence } = await answered<Finding>(`/findings/${source}`);
    await answered(`/findings/${source}/graph`);
    await answered(`/findings/${source}`);
    const row = evidence.flatMap(({ sources }) => sources)[0]!;
    await answered(`/sources/${row.sha256}/${row.line}`);
    await answered('/nodes/account:jane-doe');
    await answered('/nodes/account:jane-doe/expand');
    await answered('/explain?a=jane-doe&b=john-roe');
    await answered('/views/payouts', { accounts: ['jane-doe'] });
    const looks = [
      { view: 'findings', asked: null, count: 1 + others.length },
      { finding: source },
      { sha256: row.sha256, line: row.line },
      { nodes: 'account:jane-doe' },
      { nodes: '["account:jane-doe","account:john-roe"]' },
      { view: 'payouts', count: 1, nodes: 'account:jane-doe' },
    ];
    await vi.waitFor(async () =>
      expect((await entriesOf('view')).map(({ subject }) => subject)).toEqual(looks),
    );
  });

  it('of a judgement and its withdrawal: the verdict before and after', async () => {
    const made = await answered<Judgement>('/judgements', judging);
    expect(await lastOf('judge')).toMatchObject({
      subject: {
        judgement: made.id,
        kind: 'link',
        nodes: '["account:jane-doe","account:john-roe"]',
      },
      before: null,
      after: { state: 'in force', verdict: 'confirmed', why: judging.why },
    });
    await answered(`/judgements/${made.id}/withdrawal`, { why: 'too early' });
    expect(await lastOf('judge')).toMatchObject({
      subject: { judgement: made.id },
      before: { state: 'in force', verdict: 'confirmed' },
      after: { state: 'withdrawn', why: 'too early' },
    });
    // What is refused never was.
    const count = (await entriesOf('judge')).length;
    expect((await asked(`/judgements/${made.id}/withdrawal`, { why: 'again' })).status).toBe(409);
    expect(await entriesOf('judge')).toHaveLength(count);
  });

  it('of an export: what, the payload’s digest, why; by command and over HTTP', async () => {
    const said = ['--reason', 'order on jane-doe', '--case', 'K-77', '--authority', 'Court'];
    const written = await done('export', '--account', 'jane-doe', '--out', out, ...said);
    const { subject, after } = await lastOf('export');
    expect(subject).toMatchObject({ nodes: 'account:jane-doe', hops: 1 });
    expect(after).toMatchObject({
      form: 'bundle',
      reason: said[1],
      case_number: 'K-77',
      authority: 'Court',
    });
    expect(written).toContain(`Payload digest ${after?.['payload_digest'] as string}`);
    expect((await asked('/export?account=john-roe')).status).toBe(200);
    expect((await lastOf('export')).subject).toMatchObject({ nodes: 'account:john-roe' });
    const canvas = { nodes: ['account:jane-doe'], relations: [] };
    expect((await asked('/graph/file?format=nodes', canvas)).status).toBe(200);
    expect(await lastOf('export')).toMatchObject({
      subject: { count: 1 },
      after: { form: 'nodes' },
    });
  });

  it('of a verification: the file and the verdict', async () => {
    await done('verify', out);
    expect(await lastOf('verify')).toMatchObject({
      subject: { sha256: sha256(await readFile(out)) },
      after: { intact: true, faults: 0 },
    });
  });

  it('of the keys: which came and which went', async () => {
    const other = newSigner();
    const pem = join(await mkTemporary(), 'agency.pem');
    await writeFile(pem, other.pem);
    await done('key', 'trust', pem, '--name', 'Agency');
    expect(await lastOf('key')).toMatchObject({
      subject: { change: 'trusted', name: 'Agency' },
      after: { key: other.id },
    });
    await done('key', 'distrust', other.id.slice(0, 12));
    expect(await lastOf('key')).toMatchObject({ before: { key: other.id }, after: null });
    await done('key', 'rotate');
    const { before, after } = await lastOf('key');
    expect(after?.['key']).not.toBe(before?.['key']);
  });
});

describe('the part in the bundle', () => {
  it('verifies, and shows the way from the load to the export', async () => {
    const bag = await unpackedIn(await temporaryFolder(), await readFile(out));
    const part = checkCustody(await readFile(join(bag, 'custody.json'), 'utf8'), sha256);
    expect(part.faults).toEqual([]);
    const shown = part.entries.map(({ act }) => act);
    expect(shown).toEqual(
      expect.arrayContaining(['begin', 'load', 'detect', 'view', 'judge', 'export']),
    );
    expect(part.payload_digest).toBe(sha256(await readFile(join(bag, 'manifest-sha256.txt'))));
  });

  it('and the log hold no name, id, reason or case number', async () => {
    const bag = await unpackedIn(await temporaryFolder(), await readFile(out));
    const texts = [
      await readFile(custodyFiles(home()).log, 'utf8'),
      await readFile(join(bag, 'custody.json'), 'utf8'),
    ];
    for (const text of texts)
      for (const personal of [...members, 'Jane', 'K-77', 'order on', 'Court', 'passport', 'F-'])
        expect(text).not.toContain(personal);
  });
});

describe('skein audit', () => {
  it('verifies the log, and holds it against a bundle', async () => {
    const { entries, head } = await audit(home());
    const whole = `The custody log is whole: ${entries} entries.\nHead ${head}\n`;
    expect(await done('audit', 'verify', '--no-database')).toBe(whole);
    const ofAll = `The chain of all homes is whole: ${entries} entries of 1 home.\n`;
    expect(await done('audit', 'verify')).toContain(whole + ofAll);
    expect(await done('audit', 'verify', '--against', out)).toContain('It goes on from');
    const json = JSON.parse(await done('audit', 'verify', '--json')) as unknown;
    expect(json).toMatchObject({ whole: true, entries, head, faults: [] });
  });

  it('ends with 3 and names the entry that was changed', async () => {
    const { log } = custodyFiles(home());
    const text = await readFile(log, 'utf8');
    await writeFile(log, text.replace('"added":15', '"added":16'));
    const { status, stdout } = await skein('audit', 'verify', '--against', out);
    await writeFile(log, text);
    expect(status).toBe(3);
    expect(stdout).toMatch(/NOT as it was written, 1 fault:\n {2}changed, line 3: entry 3/);
  });

  it('shows the entries of an act since a time', async () => {
    expect(await done('audit', 'show', '--act', 'judge')).toContain(judging.why);
    expect(await done('audit', 'show', '--since', '2099-01-01')).toBe('');
    const shown = JSON.parse(await done('audit', 'show', '--act', 'detect', '--json')) as Entry[];
    expect(shown).toHaveLength(1);
    expect(await skein('audit', 'show', '--act', 'dream')).toMatchObject({ status: 2 });
    expect(await skein('audit', 'show', '--since', 'then')).toMatchObject({ status: 2 });
  });

  it('erases an account only when told so, and the chain holds', async () => {
    expect(await skein('audit', 'erase', '--account', 'jane-doe')).toMatchObject({ status: 2 });
    expect(await done('audit', 'erase', '--account', 'jane-doe', '--yes')).toMatch(/^Removed \d+/);
    const values = await readFile(custodyFiles(home()).values, 'utf8');
    expect(values).not.toContain('jane-doe');
    expect(values).toContain('john-roe');
    expect(await done('audit', 'verify', '--against', out)).toContain('is whole');
    expect(await done('audit', 'erase', '--account', 'jane-doe')).toBe('Nothing was removed.\n');
  });
});

describe('a log that cannot be written', () => {
  it('lets nobody judge, load or export, and everybody look and verify', async () => {
    const { folder } = custodyFiles(home());
    const aside = `${folder}-aside`;
    await rename(folder, aside);
    await writeFile(folder, 'no folder');
    try {
      const refused = await asked('/judgements', judging);
      expect(refused.status).toBe(503);
      expect(refused.text).toContain('custody log');
      expect((await asked('/export?account=john-roe')).status).toBe(503);
      const kept = join(dirname(out), 'kept.zip');
      const exported = await skein('export', '--account', 'john-roe', '--out', kept);
      expect(exported).toMatchObject({ status: 1, stdout: '' });
      expect(exported.stderr).toContain('cannot be written');
      await expect(stat(kept)).rejects.toThrow('ENOENT');
      const folderOfMore = await writeDataset({ accounts: [{ account_id: 'more' }] });
      expect((await skein('load', folderOfMore)).status).toBe(1);
      expect((await asked('/nodes/account:more')).status).toBe(404);

      expect((await asked('/nodes/account:john-roe')).status).toBe(200);
      await vi.waitFor(() => expect(app.logged.join('')).toContain('view not recorded'));
      const verified = await skein('verify', out);
      expect(verified).toMatchObject({ status: 0 });
      expect(verified.stderr).toMatch(/^This check was not recorded: .*\n$/);
    } finally {
      await rm(folder);
      await rename(aside, folder);
    }
    const { items } = await answered<{ items: Judgement[] }>('/judgements');
    expect(items.filter(({ withdrawn }) => withdrawn === null)).toEqual([]);
  });
});
