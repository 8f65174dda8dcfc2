import { existsSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importOfac } from '../../server/ingest/importers/ofac.ts';
import { readRemarks } from '../../server/ingest/importers/ofac-remarks.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { readSourceRow } from '../../server/ingest/load/source-store.ts';
import { sourceResolver } from '../../server/graph/neo4j/sources.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { folderOf } from '../load/folder-of.ts';

const tested = testDatabase();

/** Rows of the list as OFAC published it in July 2021: a work of the US government. */
const excerpt = fileURLToPath(new URL('ofac-excerpt-2021-07', import.meta.url));
const whole = fileURLToPath(new URL('../../../shared/data/ofac-sdn-2021-07', import.meta.url));

const outFolder = () => mkdtemp(join(tmpdir(), 'skein-ofac-'));

describe('the import of the SDN list', () => {
  it('makes a watchlist that loads without a reject, remarks word for word', async () => {
    const out = await outFolder();
    const made = await importOfac(excerpt, out, {});
    expect(made).toMatchObject({ entries: 11, aliases: 16, links: 2 });
    const { files } = await loadFolders(
      tested.database,
      tested.settings,
      [out],
      {},
      silentProgress,
    );
    expect(files.map(({ file, added, rejected }) => [file, added, rejected])).toEqual([
      ['watchlist.csv', 11, 0],
      ['links.csv', 2, 0],
    ]);
    const [silverstar] = await tested.database.read<Record<string, unknown>>(
      "MATCH (w:WatchlistEntry {_key: 'OFAC-SDN|OFAC-SDN-24977'}) RETURN properties(w) AS w",
    );
    expect(silverstar?.['w']).toMatchObject({
      name: 'YANBIAN SILVERSTAR NETWORK TECHNOLOGY CO., LTD.',
      aliases: [
        'YANBIAN SILVERSTAR',
        'YANBIAN SILVER STAR',
        'SILVER STAR INTERNET TECHNOLOGY CORPORATION',
        'CHINA SILVER STAR INTERNET TECHNOLOGY COMPANY',
        'UNSONG INTERNET TECHNOLOGY CORPORATION',
        'YANJI SILVER STAR NETWORK TECHNOLOGY CO. LTD.',
        'SILVER STAR CHINA',
      ],
      addresses: [
        '20998B-26 Changbaishan East Road, Yanji, Jilin, China',
        'No. 213-214,  Building 2, Science and Technology Industrial Park, Yanji Development Zone, China',
        'Chang Bai Shan Dong Lu, 20998B-26Hao, Yanji, Jilin 133000, China',
      ],
      identifiers: ['Unified Social Credit Code (USCC) 91222401MA0Y31E659 (China)'],
      programs: ['DPRK3', 'DPRK4'],
      kind: 'company',
      country: 'CN',
      list_published_on: '2021-07',
    });
    const [jong] = await tested.database.read<{ w: Record<string, unknown> }>(
      "MATCH (w:WatchlistEntry {id: 'OFAC-SDN-24979'}) RETURN properties(w) AS w",
    );
    expect(jong?.w).toMatchObject({ kind: 'person', birth_date: '1970-02-05', country: 'KP' });
    expect(jong?.w['remarks']).toMatch(/^DOB 05 Feb 1970; nationality Korea, North; Gender Male; /);
  });

  it('ties an entry to the one that its remarks name, and cites them', async () => {
    const [link] = await tested.database.read<{ kind: string; source: string; sources: string[] }>(
      `MATCH ({id: 'OFAC-SDN-15431'})-[l:LINKED_TO]->({id: 'OFAC-SDN-13109'})
       RETURN l.kind AS kind, l.source AS source, l._sources AS sources`,
    );
    expect(link).toMatchObject({
      kind: 'linked_to',
      source: 'OFAC’s remarks on OFAC-SDN-15431 (EP-GOM): “Linked To: POUYA AIR”',
    });
    const sourceOf = await sourceResolver(tested.database);
    const row = await readSourceRow(tested.settings, sourceOf(link!.sources[0]!));
    expect(row.cells.slice(0, 4).map(({ value }) => value)).toEqual([
      'watchlist_entry',
      'OFAC-SDN-15431',
      'watchlist_entry',
      'OFAC-SDN-13109',
    ]);
  });

  it('counts and names what it cannot tie', async () => {
    const { unresolved } = await importOfac(excerpt, await outFolder(), {});
    expect(unresolved.map(({ entry_id }) => entry_id)).toEqual(Array(3).fill('OFAC-SDN-26402'));
    expect(unresolved.map(({ reason }) => reason)).toEqual(Array(3).fill('unknown'));
  });

  it('keeps vessels and aircraft, of no kind, with what OFAC says of them', async () => {
    const out = await outFolder();
    await importOfac(excerpt, out, { published: '2021-07-14', list: 'SDN' });
    const csv = await readFile(join(out, 'watchlist.csv'), 'utf8');
    expect(csv).toContain(
      'SDN-4234,SDN,HERMANN,,,,,CUBA,,,2021-07-14,,vessel,,,CL2685,General Cargo,2597,1098,Cuba,Compania Navegacion Golfo S.A.',
    );
  });

  it.runIf(existsSync(whole))('reads all 8,976 entries of July 2021', async () => {
    const made = await importOfac(whole, await outFolder(), {});
    expect(made).toMatchObject({ entries: 8_976, aliases: 11_910 });
    expect(made.links + made.unresolved.length).toBeGreaterThan(3_300);
    expect(made.unresolved.length).toBeLessThan(20);
  });
});

describe('what the import refuses', () => {
  const sdn = '1,"A",-0- ,"X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n';
  const refused = async (files: Record<string, string | Buffer>) =>
    importOfac(await folderOf(files), await outFolder(), {});

  it('a folder without its files', async () => {
    await expect(refused({ 'sdn.csv': sdn })).rejects.toThrow(/holds no alt\.csv/);
  });
  it('a row of another shape, by file and line', async () => {
    const files = { 'sdn.csv': `${sdn}2,"B"\r\n`, 'alt.csv': '', 'add.csv': '' };
    await expect(refused(files)).rejects.toThrow(/sdn\.csv:2: has 2 cells/);
  });
  it('an alias of an entry that is not there', async () => {
    const files = { 'sdn.csv': sdn, 'alt.csv': '9,1,"aka","B",-0- \r\n', 'add.csv': '' };
    await expect(refused(files)).rejects.toThrow(/names the entry 9/);
  });
});

describe('remarks', () => {
  it.each([
    ['DOB 05 Feb 1970; POB Seoul.', '1970-02-05'],
    ['DOB Feb 1970.', '1970-02'],
    ['DOB 1970.', '1970'],
    ['DOB circa 1970.', null],
    ['DOB 1970 to 1972.', null],
  ])('give a birth date as exact as they state it: %s', (remarks, date) => {
    expect(readRemarks(remarks).birthDate).toBe(date);
  });

  it('are parted only outside brackets, and what was cut off is not read', () => {
    const { identifiers } = readRemarks(
      'Passport A1 (Iran; expired) issued 1999; Phone Number 123.',
    );
    expect(identifiers).toEqual(['Passport A1 (Iran; expired) issued 1999']);
    expect(readRemarks(`${'x'.repeat(985)}; Passport 12`.padEnd(1_000, '3')).identifiers).toEqual(
      [],
    );
  });
});
