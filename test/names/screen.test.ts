import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { Screening } from '../../server/graph/names/screen.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';

const tested = testDatabase();
const bin = new URL('../../bin/skein.mjs', import.meta.url).pathname;

async function skein(...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('node', [bin, ...words], {
    env: tested.environment,
  });
  return stdout;
}

beforeAll(async () => {
  const folder = await writeDataset({
    watchlist: [
      {
        entry_id: 'T-1',
        list: 'TEST',
        name: 'NORTHERN LANTERN TRADING CO., LTD.',
        aliases: 'LANTERN SOFT',
        kind: 'company',
      },
      { entry_id: 'T-2', list: 'TEST', name: 'JONG, Song Hwa', kind: 'person' },
      { entry_id: 'T-3', list: 'OTHER', name: 'Lantern Software', kind: 'company' },
    ],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
});

describe('skein screen', () => {
  it('finds entries by any spelling, each once, with reasons', async () => {
    const out = await skein('screen', '정성화', 'Lantern Soft LLC', 'Somebody Else', '--json');
    const { results } = JSON.parse(out) as {
      results: {
        name: string;
        matches: { entry_id: string; score: number; reasons: string[] }[];
      }[];
    };
    expect(results.map(({ name }) => name)).toEqual([
      '정성화',
      'Lantern Soft LLC',
      'Somebody Else',
    ]);
    expect(results.map(({ matches }) => matches.map(({ entry_id }) => entry_id)[0])).toEqual([
      'T-2',
      'T-1',
      undefined,
    ]);
    expect(results[0]!.matches[0]!.score).toBeGreaterThan(0.8);
    expect(results[0]!.matches[0]!.reasons.length).toBeGreaterThan(0);
  });

  it('reads names of a file and keeps to one list', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'skein-names-'));
    const file = join(folder, 'names.csv');
    await writeFile(file, 'id,name\n1,Lantern Software\n');
    const out = await skein('screen', '--file', file, '--list', 'OTHER', '--json');
    expect(JSON.parse(out)).toMatchObject({
      results: [{ matches: [{ entry_id: 'T-3', score: 1 }] }],
    });
  });
});

describe('skein names', () => {
  it('adds a score to each pair', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'skein-names-'));
    const [pairs, out] = [join(folder, 'pairs.csv'), join(folder, 'scored.csv')];
    await writeFile(
      pairs,
      'name1,name2,schema\n"Smith, John",John Smith,Person\nExample AG,Example,Company\n',
    );
    await skein('names', pairs, '--out', out);
    expect(await readFile(out, 'utf8')).toBe(
      'name1,name2,schema,score\n"Smith, John",John Smith,Person,1\nExample AG,Example,Company,1\n',
    );
  });
});

describe('a CSV that is not right', () => {
  /** What a command says of it on stderr, and how it ends. */
  async function refused(csv: string, ...command: string[]) {
    const folder = await mkdtemp(join(tmpdir(), 'skein-names-'));
    const [file, out] = [join(folder, 'in.csv'), join(folder, 'out.csv')];
    await writeFile(file, csv);
    const words = command.map((word) => (word === 'FILE' ? file : word === 'OUT' ? out : word));
    const ended = await promisify(execFile)('node', [bin, ...words], {
      env: tested.environment,
    }).then(
      () => null,
      (error: unknown) => error as { code: number; stderr: string },
    );
    return { ...ended, left: await readdir(folder) };
  }
  const names = ['names', 'FILE', '--out', 'OUT'];
  const screen = ['screen', '--file', 'FILE'];

  it.each([
    [
      names,
      'name1,name2\nJohn Doe,John Doe\nSmith, John,John Smith\n',
      'line 3: has 3 cells where the header has 2: a cell that holds a comma stands in quotes, as in "Smith, John"',
    ],
    [names, 'name1,name2\nJohn Doe\n', 'line 2: has 1 cell where the header has 2'],
    [names, 'name1,name2\n"John" Doe,John Doe\n', 'line 2: text follows a closing quote'],
    [names, 'name1,name2\n"John Doe,John Doe\n', 'line 2: a quote is opened and not closed'],
    [names, 'name1;name2\nJohn Doe;John Doe\n', 'in.csv: '],
    [names, 'name1,name\nJohn Doe,John Doe\n', 'has no column name2'],
    [screen, 'id,name\n1,"Doe, John"\n2,Smith, John\n', 'line 3: has 3 cells'],
    [screen, 'id,who\n', 'has no column name'],
  ])('ends %s with what is wrong, where, and no stack: %s', async (command, csv, said) => {
    const { code, stderr, left } = await refused(csv, ...command);
    expect(stderr).toContain(said);
    expect(stderr).toContain('in.csv');
    expect(stderr).not.toMatch(/CsvError|CSV_|\n\s+at /);
    expect([1, 2]).toContain(code);
    expect(left).toEqual(['in.csv']);
  });
});

describe('screening', () => {
  it('finds a slip among many names without comparing all', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      entry_id: `E-${index}`,
      list: 'MANY',
      name: `Person${index} Family${(index * 7919) % 20_000}`,
      kind: 'person' as const,
    }));
    const wanted = {
      entry_id: 'X',
      list: 'MANY',
      name: 'Alexander Lukashenko',
      kind: 'person' as const,
    };
    const screening = new Screening([...many, wanted]);
    // Hundreds of millions of comparisons would outlast the test.
    for (let at = 0; at < 10_000; at++)
      expect(screening.matches(`Alexandr${'x'.repeat(at % 2)} Lukashnko`)[0]?.entry_id).toBe('X');
    expect(screening.matches('Александр Лукашенко')[0]?.entry_id).toBe('X');
  });
});
