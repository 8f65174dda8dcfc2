import { expect, it } from 'vitest';
import { CsvRecords, type RawRecord } from '../../server/ingest/load/csv.ts';
import type { Line } from '../../server/ingest/load/lines.ts';
import { tried } from '../hostile/tally.ts';
import { generator } from './hostile-csv.ts';
import { readPlainly } from './csv-reference.ts';

/** Times that a byte may be looked at: as a beginning, behind an open quote, and when its record is put together. */
const mostLooks = 6;

function linesOf(content: string): Line[] {
  const parts = content.split('\n');
  if (parts.at(-1) === '') parts.pop();
  return parts.map((part, at) => ({ number: at + 1, bytes: Buffer.from(part), cut: false }));
}

function read(content: string, longest?: number): { records: RawRecord[]; examined: number } {
  const reader = new CsvRecords(longest === undefined ? {} : { longest });
  const lines = linesOf(content);
  const records: RawRecord[] = [];
  // Lines come in chunks, of whatever size.
  for (let at = 0; at < lines.length; at += 7)
    records.push(...reader.push(lines.slice(at, at + 7)));
  records.push(...reader.end());
  return { records, examined: reader.examined };
}

const sizes = [1, 4, 16].map((times) => times * 2_000);

it.each([
  [
    'quotes that stay open, and one that breaks them all',
    (n: number) => `${'x","z\n'.repeat(n)}q"q\n`,
  ],
  ['quotes that stay open to the end', (n: number) => 'x","z\n'.repeat(n)],
  ['quotes opened and closed by turns', (n: number) => '"x","z"\n'.repeat(n)],
  ['a quote before plain lines', (n: number) => `"${'y\n'.repeat(n)}`],
  ['a quote before empty lines', (n: number) => `"${'\n'.repeat(n)}a"b\n`],
  ['doubled quotes', (n: number) => '"""\n'.repeat(n)],
  ['one line of quotes', (n: number) => '"'.repeat(n + 1)],
  ['one line of delimiters', (n: number) => ','.repeat(n)],
  ['breaks that take turns with openings', (n: number) => 'a,"b\n"c\n'.repeat(n)],
])('%s: no byte is looked at more than a few times, however long the file', (_, make) => {
  for (const size of sizes) {
    const content = make(size);
    for (const longest of [undefined, 1_000])
      expect(read(content, longest).examined).toBeLessThan(mostLooks * (content.length + 1));
  }
});

it('nor in any of a thousand hostile files made at random, which are read as line by line they would be', () => {
  for (let seed = 1; seed <= 1_000; seed += 1) {
    const random = generator(seed);
    const content = random.file(20 + random.below(200));
    const longest = random.below(3) === 0 ? 10 + random.below(200) : undefined;
    tried('table', content);
    const { records, examined } = read(content, longest);
    expect(examined, `seed ${seed}`).toBeLessThan(mostLooks * (content.length + 1));
    expect(records, `seed ${seed}`).toEqual(readPlainly(linesOf(content), longest));
  }
});

it('nor in long ones', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const content = generator(seed).file(60_000);
    expect(read(content).examined, `seed ${seed}`).toBeLessThan(mostLooks * (content.length + 1));
  }
});

it('no line is dropped in silence: each is of a record, or is empty', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const content = generator(seed).file(300);
    const { records } = read(content);
    const covered = new Set<number>();
    for (const { line, lastLine } of records)
      for (let number = line; number <= lastLine; number += 1) {
        expect(covered.has(number), `seed ${seed}, line ${number} twice`).toBe(false);
        covered.add(number);
      }
    for (const { number, bytes } of linesOf(content))
      if (bytes.toString().trimEnd() !== '')
        expect(covered.has(number), `seed ${seed}, line ${number}`).toBe(true);
  }
});

it('the 4,001 lines that ended a load with a stack trace are 4,002 rejects', () => {
  const { records } = read(`${'x","z\n'.repeat(4_001)}q"q\n`);
  expect(records.filter(({ problem }) => problem !== null)).toHaveLength(4_001);
  expect(records.at(-1)).toMatchObject({ line: 4_002, cells: ['q"q'], problem: null });
});
