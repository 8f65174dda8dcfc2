/** The commands as a person calls them: what they print and what they end with. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { detect } from '../../server/decisions/applied/detect.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { signer } from '../../server/trust/signing/key-store.ts';
import { asFile, newSigner, packed, temporaryFolder } from './bundles.ts';
import { exhibit, occasion } from './exhibits.ts';

const tested = testDatabase();
const entry = fileURLToPath(new URL('../../bin/skein.mjs', import.meta.url));

interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

function skein(...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [entry, ...words],
      { env: tested.environment },
      (error, stdout, stderr) => {
        const status = error === null ? 0 : Number(error.code);
        resolve({ status, stdout, stderr });
      },
    );
  });
}

const ownSigner = () => signer(tested.settings.home);

describe('skein verify', () => {
  test('ends with 0 for a bundle as it was written, without a database', async () => {
    const { bytes, digest } = await packed(exhibit(), occasion, await ownSigner());
    const { status, stdout } = await skein('verify', await asFile(bytes));
    expect(status).toBe(0);
    expect(stdout).toContain(`Payload digest ${digest}`);
    expect(stdout).toContain(`Signed by this Skein, key ${(await ownSigner()).id}`);
  });

  test('ends with 3 for the signature of somebody else, until their key is trusted', async () => {
    const other = newSigner();
    const path = await asFile((await packed(exhibit(), occasion, other)).bytes);
    const before = await skein('verify', path);
    expect(before.status).toBe(3);
    expect(before.stdout).toContain(`untrusted signature.json: was made with the key ${other.id}`);
    expect(before.stdout).toContain('files as they were written, but not signed by a key');
    const pem = join(await temporaryFolder(), 'agency.pem');
    await writeFile(pem, other.pem);
    expect(await skein('key', 'trust', pem, '--name', 'Agency')).toMatchObject({ status: 0 });
    expect((await skein('verify', path)).stdout).toContain(`Signed by Agency, key ${other.id}`);
    expect(await skein('key', 'distrust', other.id.slice(0, 12))).toMatchObject({ status: 0 });
    expect((await skein('verify', path)).status).toBe(3);
  });

  test('ends with 3 and names the file that was changed', async () => {
    const { bytes } = await packed(exhibit(), occasion, await ownSigner());
    const at = bytes.indexOf('Two accounts are paid');
    bytes[at]! ^= 1;
    const path = await asFile(bytes);
    const spoken = await skein('verify', path);
    expect(spoken.status).toBe(3);
    expect(spoken.stdout).toContain('changed data/findings.json');
    const { status, stdout } = await skein('verify', path, '--json');
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      intact: false,
      faults: [{ kind: 'changed', name: 'data/findings.json' }],
    });
  });

  test('writes the page that does the same, which every bundle holds too', async () => {
    const path = join(await temporaryFolder(), 'verify.html');
    const { status, stdout } = await skein('verify', '--page', path);
    expect(status).toBe(0);
    const page = await readFile(path);
    expect(stdout).toContain(createHash('sha256').update(page).digest('hex'));
    const { bytes } = await packed(exhibit(), occasion, await ownSigner());
    expect(bytes.includes(page)).toBe(true);
  });

  test('says in a line that there is no such file', async () => {
    const { status, stdout, stderr } = await skein('verify', 'none.zip');
    expect([status, stdout, stderr]).toEqual([1, '', 'There is no file or folder none.zip.\n']);
  });
});

describe('skein export and skein report', () => {
  // The first detection of a server that was just started takes its time.
  test('write a bundle that verifies, and the report', async () => {
    const data = await writeDataset({
      accounts: [{ account_id: 'a1', display_name: 'One' }],
    });
    await loadFolders(tested.database, tested.settings, [data], {}, silentProgress);
    await detect(tested.database, {}, silentProgress);
    const folder = await temporaryFolder();
    const out = join(folder, 'a1.zip');
    const exported = await skein('export', '--account', 'a1', '--hops', '1', '--out', out);
    expect(exported.stderr).not.toContain('Error');
    expect(exported.status).toBe(0);
    const verified = await skein('verify', out);
    expect(verified.stdout).toContain('intact');
    const report = await skein('report', '--out', folder);
    expect(report.stdout).toBe(`${join(folder, 'report.html')}\n`);
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('Nothing found');
    for (const path of [out, join(folder, 'report.html')])
      expect((await stat(path)).mode & 0o777).toBe(0o600);
  }, 150_000);

  test.each([
    [['export', '--out', 'x.zip'], 'one of --cluster'],
    [['export', '--cluster', 'C-1', '--finding', 'F-1', '--out', 'x.zip'], 'one of --cluster'],
    [['export', '--account', 'a1', '--hops', '99', '--out', 'x.zip'], '--hops takes'],
    [['export', '--cluster', 'C-1', '--hops', '1', '--out', 'x.zip'], '--hops goes with'],
    [['verify'], 'Say either which bundle'],
    [['verify', 'x.zip', '--page', 'verify.html'], 'Say either which bundle'],
    [['report', '--format', 'docx', '--out', 'x'], 'no report format docx'],
    [['report', '--link', 'javascript:alert(1)', '--out', 'x'], 'is not an address'],
  ])('%s is wrong use', async (words, text) => {
    const { status, stderr } = await skein(...words);
    expect(status).toBe(2);
    expect(stderr).toContain(text);
  });

  test('a bundle of a cluster that is not there leaves the file as it was', async () => {
    const out = join(await temporaryFolder(), 'kept.zip');
    await writeFile(out, 'kept');
    const { status, stderr } = await skein('export', '--cluster', 'C-none', '--out', out);
    expect(status).toBe(1);
    expect(stderr).toContain('has no cluster C-none');
    expect(await readFile(out, 'utf8')).toBe('kept');
  });
});
