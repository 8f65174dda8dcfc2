/** Files that hold what is found about people are for their owner alone, however they were before. */
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { growFiles } from '../../server/ingest/importers/growing-csv.ts';
import { inOwnFile, writeOwnFile } from '../../server/platform/own-file.ts';

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'skein-own-'));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

const rightsOf = async (path: string) => (await stat(path)).mode & 0o777;

/** As the system gives new files, which others may read. */
async function readable(path: string): Promise<string> {
  await writeFile(path, 'before');
  await chmod(path, 0o644);
  return path;
}

it('is for its owner alone, also in the place of one that others could read, or of half a one', async () => {
  const path = await readable(join(await folder(), 'report.html'));
  await readable(`${path}.${process.pid}.part`);
  await writeOwnFile(path, 'after');
  expect(await readFile(path, 'utf8')).toBe('after');
  expect(await rightsOf(path)).toBe(0o600);
});

it('is for its owner alone while it is written, and leaves what was there when that fails', async () => {
  const path = await readable(join(await folder(), 'bundle.zip'));
  const written = inOwnFile(path, async (unfinished) => {
    expect(await rightsOf(unfinished)).toBe(0o600);
    await writeFile(unfinished, 'half');
    throw new Error('the disk is full');
  });
  await expect(written).rejects.toThrow('the disk is full');
  expect(await readFile(path, 'utf8')).toBe('before');
  expect(await readdir(join(path, '..'))).toEqual(['bundle.zip']);
});

it('is for its owner alone where it grows row by row', async () => {
  const out = await folder();
  await growFiles(out, { accounts: ['account_id'] }, async (csv) => {
    await csv.add('accounts', { account_id: 'a1' });
  });
  expect(await rightsOf(join(out, 'accounts.csv'))).toBe(0o600);
});
