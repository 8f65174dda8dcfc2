import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeLatest } from '../../bench/latest-rows.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-latest-'));
  await mkdir(join(folder, 'world'));
  await mkdir(join(folder, 'latest'));
  const files = {
    'accounts.csv': ['account_id', 'A1', 'A2'],
    'logins.csv': ['account_id,started_at', 'A1,2024-01-01', 'A1,2024-01-03', 'A2,2024-01-03'],
    'bids.csv': [
      'bid_id,submitted_at,cover',
      'B1,2024-01-02,early',
      'B2,2024-01-04,"late, ""so"""',
    ],
    'documents.csv': [
      'document_id,used_for,submitted_at',
      'D1,bid,2024-01-01',
      'D2,verification,2023-01-01',
    ],
  };
  for (const [name, lines] of Object.entries(files))
    await writeFile(join(folder, 'world', name), `${lines.join('\n')}\n`);
});
afterEach(() => rm(folder, { recursive: true }));

const rowsOf = async (name: string) =>
  (await readFile(join(folder, 'latest', name), 'utf8')).trim().split('\n').slice(1).sort();

it('leaves what happened last, all of its earliest moment, and whatever is no event', async () => {
  // Two accounts and a paper are no events; of two more, the earlier happened together with another.
  await writeLatest(join(folder, 'world'), join(folder, 'latest'), 5);
  expect((await readdir(join(folder, 'latest'))).sort()).toEqual([
    ...['accounts.csv', 'bids.csv', 'documents.csv', 'logins.csv'],
  ]);
  expect(await rowsOf('accounts.csv')).toEqual(['A1', 'A2']);
  expect(await rowsOf('logins.csv')).toEqual(['A1,2024-01-03', 'A2,2024-01-03']);
  expect(await rowsOf('bids.csv')).toEqual(['B2,2024-01-04,"late, ""so"""']);
  expect(await rowsOf('documents.csv')).toEqual(['D2,verification,2023-01-01']);
});

it.each([3, 10])(
  'says so where %i rows would be no event alone, or more than there are',
  async (rows) => {
    await expect(writeLatest(join(folder, 'world'), join(folder, 'latest'), rows)).rejects.toThrow(
      `The world has no ${rows} rows with as many events.`,
    );
    expect(await readdir(join(folder, 'latest'))).toEqual([]);
  },
);
