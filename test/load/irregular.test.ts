import { execFileSync } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, it } from 'vitest';
import { formatError } from '../../server/platform/format-error.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress, type Progress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { folderOf } from './folder-of.ts';
import { nodeOf } from './loading.ts';

const tested = testDatabase();
beforeEach(() => tested.empty());

const accounts = 'account_id,handle\na1,ann\n';

const load = (folder: string, progress: Progress = silentProgress) =>
  loadFolders(tested.database, tested.settings, [folder], {}, progress);

/** What a person is told of a folder that is refused: one line for each file at fault. */
async function refusal(folder: string, progress?: Progress): Promise<string> {
  const told = await load(folder, progress).then(
    () => 'loaded',
    (error: unknown) => formatError(error).text,
  );
  const [found] = await tested.database.read<{ count: number }>(
    'MATCH (n:Account) RETURN count(n) AS count',
  );
  expect(found!.count).toBe(0);
  return told.replaceAll(folder, 'FOLDER');
}

it('a pipe, a socket and a folder that are called as files are named, and never waited for', async () => {
  const folder = await folderOf({ 'ips.csv': 'ip\n192.0.2.1\n' });
  execFileSync('mkfifo', [join(folder, 'accounts.csv')]);
  await mkdir(join(folder, 'devices.csv'));
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(join(folder, 'jobs.csv'), resolve));
  try {
    expect((await refusal(folder)).split('\n  ')).toEqual([
      'Nothing was loaded. These files cannot be read:',
      'FOLDER/accounts.csv: is no file but a pipe; put the file itself there',
      'FOLDER/devices.csv: is no file but a folder; put the file itself there',
      'FOLDER/jobs.csv: is no file but a socket; put the file itself there',
    ]);
  } finally {
    server.close();
  }
});

it('so is a mapping that is a pipe', async () => {
  const folder = await folderOf({ 'accounts.csv': accounts });
  execFileSync('mkfifo', [join(folder, 'mapping.json')]);
  expect(await refusal(folder)).toContain('FOLDER/mapping.json: is no file but a pipe');
});

it('a link that leads out of the folder is refused, to a device, to a file, by way of another link', async () => {
  const other = await folderOf({ 'secret.csv': accounts, 'mapping.json': '{"files":{}}' });
  const folder = await folderOf({ 'ips.csv': 'ip\n192.0.2.1\n' });
  await symlink('/dev/zero', join(folder, 'accounts.csv'));
  await symlink(join(other, 'secret.csv'), join(folder, 'devices.csv'));
  await symlink(other, join(folder, 'elsewhere'));
  await symlink('elsewhere/secret.csv', join(folder, 'jobs.csv'));
  await symlink(join(other, 'mapping.json'), join(folder, 'mapping.json'));
  await symlink('nowhere.csv', join(folder, 'bids.csv'));
  const told = await refusal(folder);
  for (const name of ['accounts.csv', 'devices.csv', 'jobs.csv', 'mapping.json'])
    expect(told).toContain(`FOLDER/${name}: is a link that leads out of the folder`);
  expect(told).toContain('FOLDER/bids.csv: is not there any more, or is a link to nothing');
});

it('a link that stays inside is followed, in a folder that is itself reached by a link', async () => {
  const folder = await folderOf({});
  await mkdir(join(folder, 'today'));
  await writeFile(join(folder, 'today', 'accounts.csv'), accounts);
  await symlink('today/accounts.csv', join(folder, 'accounts.csv'));
  const link = join(await folderOf({}), 'data');
  await symlink(folder, link);
  const { files } = await load(link);
  expect(files).toMatchObject([{ file: 'accounts.csv', added: 1 }]);
  expect(await nodeOf(tested, 'Account', 'a1')).toMatchObject({ handle: 'ann' });
});

it('gzip that swells beyond what a table does is refused', { timeout: 120_000 }, async () => {
  const swelling = gzipSync(Buffer.alloc(280 * 1024 * 1024, 'x'), { level: 9 });
  const folder = await folderOf({ 'accounts.csv.gz': swelling });
  expect(await refusal(folder)).toMatch(
    /accounts\.csv\.gz: unpacks to more than 250 times its size/,
  );
});

it('50,000 columns are refused in a line', async () => {
  const names = Array.from({ length: 50_000 }, (_, at) => `column_${at}`);
  const folder = await folderOf({ 'accounts.csv': `account_id,${names.join(',')}\n` });
  expect((await refusal(folder)).split('\n  ')[1]).toMatch(
    /^FOLDER\/accounts\.csv: the header cannot be read: has more than 2,000 columns; leave out/,
  );
});

/** Does something to a file at the moment before its bytes are kept. */
function before(keeping: () => void): Progress {
  return {
    ...silentProgress,
    step: (step) => {
      if (step.startsWith('Keeping')) keeping();
    },
  };
}

it('a file that somebody writes to while it is kept is refused, as half a row would be kept as evidence', async () => {
  const folder = await folderOf({ 'accounts.csv': `${accounts}${'a2,bob\n'.repeat(1_000_000)}` });
  let writing: NodeJS.Timeout | undefined;
  const told = await refusal(
    folder,
    before(() => {
      writing = setInterval(() => appendFileSync(join(folder, 'accounts.csv'), 'a3,'), 1);
    }),
  );
  clearInterval(writing);
  expect(told).toMatch(/accounts\.csv: was written to while it was read; load it again/);
});

it('one that vanishes, or becomes another, before it is kept is named in a line', async () => {
  const folder = await folderOf({ 'accounts.csv': accounts });
  const file = join(folder, 'accounts.csv');
  expect(
    await refusal(
      folder,
      before(() => rmSync(file)),
    ),
  ).toBe('There is no file or folder FOLDER/accounts.csv.');
  await writeFile(file, accounts);
  const swapped = before(() => {
    rmSync(file);
    execFileSync('mkfifo', [file]);
  });
  expect(await refusal(folder, swapped)).toContain('FOLDER/accounts.csv: is no file but a pipe');
  rmSync(file);
  await writeFile(file, accounts);
  const emptied = before(() => appendFileSync(file, Buffer.alloc(0)));
  expect(await load(folder, emptied)).toMatchObject({ files: [{ added: 1 }] });
});
