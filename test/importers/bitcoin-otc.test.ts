import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importBitcoinOtc } from '../../server/ingest/importers/bitcoin-otc.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { folderOf } from '../load/folder-of.ts';

const tested = testDatabase();
const outFolder = () => mkdtemp(join(tmpdir(), 'skein-otc-'));

/** Invented rows in the shape of the published file. */
const ratings = '6,2,4,1289241911.72836\n2,6,-10,1289241941\n6,15,1,1289243140.5\n';

describe('the import of Bitcoin-OTC', () => {
  it('makes accounts, ratings on their own scale and labels that load without a reject', async () => {
    const source = await folderOf({
      'ratings.csv.gz': gzipSync(ratings),
      'ground-truth.csv': '6,+1\n2,-1\n99,-1\n',
    });
    const out = await outFolder();
    expect(await importBitcoinOtc(source, out)).toEqual({
      folder: out,
      accounts: 4,
      ratings: 3,
      labels: 3,
    });
    const { files } = await loadFolders(
      tested.database,
      tested.settings,
      [out],
      {},
      silentProgress,
    );
    expect(files.map(({ file, added, rejected }) => [file, added, rejected])).toEqual([
      ['accounts.csv', 4, 0],
      ['labels.csv', 3, 0],
      ['ratings.csv', 3, 0],
    ]);
    const [rating] = await tested.database.read<{ r: Record<string, unknown> }>(
      "MATCH ({id: 'otc-6'})-[r:RATED]->({id: 'otc-2'}) RETURN properties(r) AS r",
    );
    expect(rating?.r).toMatchObject({
      score: 4,
      scale_min: -10,
      scale_max: 10,
      rated_at: '2010-11-08T18:45:11.728Z',
    });
    expect(await readFile(join(out, 'labels.csv'), 'utf8')).toBe(
      'account_id,role,kind\notc-6,benign,otc-trusted\notc-2,operator,otc-distrusted\notc-99,operator,otc-distrusted\n',
    );
  });

  it('makes no labels where there is no truth, and reads the name that SNAP gives', async () => {
    const source = await folderOf({ 'soc-sign-bitcoinotc.csv': ratings });
    expect(await importBitcoinOtc(source, await outFolder())).toMatchObject({ labels: 0 });
  });
});

describe('what the import of Bitcoin-OTC refuses', () => {
  const refused = async (files: Record<string, string>) =>
    importBitcoinOtc(await folderOf(files), await outFolder());

  it('a folder without ratings', async () => {
    await expect(refused({ 'ground-truth.csv': '1,1\n' })).rejects.toThrow(/no ratings\.csv/);
  });
  it.each([
    ['a row of another shape', '1,2,3\n', /ratings\.csv:1: has 3 cells/],
    ['a rating outside the scale', '1,2,3,4\n1,2,11,4\n', /ratings\.csv:2: the rating 11/],
    ['a time that is none', '1,2,3,soon\n', /soon is no time/],
    ['a row without a rater', ',2,3,4\n', /names no rater/],
  ])('%s, by file and line', async (_, csv, message) => {
    await expect(refused({ 'ratings.csv': csv })).rejects.toThrow(message);
  });
  it('a label that is neither', async () => {
    await expect(refused({ 'ratings.csv': ratings, 'ground-truth.csv': '6,2\n' })).rejects.toThrow(
      /the label 2/,
    );
  });
});
