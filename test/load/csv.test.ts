import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { CsvRecords, type RawRecord } from '../../server/ingest/load/csv.ts';
import { physicalLines, type Line } from '../../server/ingest/load/lines.ts';
import { csvLine, exactCsvLine } from '../../domain/csv-line.ts';

function inChunks(content: Buffer, size: number): AsyncIterable<Buffer> {
  const chunks: Buffer[] = [];
  for (let at = 0; at < content.length; at += size) chunks.push(content.subarray(at, at + size));
  return Readable.from(chunks);
}

async function read(content: string | Buffer, chunk = 7, longest?: number): Promise<RawRecord[]> {
  const records = new CsvRecords(longest === undefined ? {} : { longest });
  const found: RawRecord[] = [];
  for await (const lines of physicalLines(inChunks(Buffer.from(content), chunk), longest))
    found.push(...records.push(lines));
  return [...found, ...records.end()];
}

const cells = (records: RawRecord[]) => records.map((record) => record.cells);

describe('CSV records', () => {
  it('keep quoted commas, quotes and line ends, and say where they begin and end', async () => {
    const records = await read('a,b\r\n"x, ""y""","1\r\n2\n3"\r\n\nz,\n');
    expect(cells(records)).toEqual([
      ['a', 'b'],
      ['x, "y"', '1\r\n2\n3'],
      ['z', ''],
    ]);
    expect(records.map(({ line, lastLine }) => [line, lastLine])).toEqual([
      [1, 1],
      [2, 4],
      [6, 6],
    ]);
    expect(records[1]!.text).toBe('"x, ""y""","1\r\n2\n3"');
  });

  it('are the same however the bytes are cut into chunks', async () => {
    const content = 'a,"é\n,""",b\r\n"",ü,\n"c","d\r\n"\n';
    const whole = await read(content, 1_000);
    for (const size of [1, 2, 3, 5]) expect(await read(content, size)).toEqual(whole);
    expect(cells(whole)).toEqual([
      ['a', 'é\n,"', 'b'],
      ['', 'ü', ''],
      ['c', 'd\r\n'],
    ]);
  });

  it('take a quote inside an unquoted cell for itself', async () => {
    expect(cells(await read('5" disk,a"b"\n'))).toEqual([['5" disk', 'a"b"']]);
  });

  it.each([
    ['at the end of the file', 'a,"open\nb,2\nc,3\n', [1]],
    ['before a cell that is quoted rightly', 'a,"open\nb,"2"\nc,3\n', [1]],
    ['twice', 'a,"open\nb,"open\nc,3\n', [1, 2]],
    ['in the last line', 'b,2\nc,3\na,"open', [3]],
  ])('lose only the line of a quote left open %s', async (_, content, bad) => {
    const records = await read(content);
    const rejected = records.filter((record) => record.problem !== null);
    expect(rejected.map((record) => record.line)).toEqual(bad);
    expect(rejected.every((record) => /quote/.test(record.problem!))).toBe(true);
    expect(records).toHaveLength(3);
  });

  it('reject text after a closing quote', async () => {
    const [record] = await read('"a"b,c\n');
    expect(record).toMatchObject({ line: 1, problem: 'text follows a closing quote: b,c' });
  });

  it('hold no more than the longest row, and go on behind it', async () => {
    const long = 'x'.repeat(5_000);
    const records = await read(`a,${long}\nb,2\n"${'y\n'.repeat(2_000)}`, 64, 1_000);
    expect(records[0]).toMatchObject({ line: 1, problem: 'the row is larger than 32 MiB' });
    expect(records[0]!.text.length).toBeLessThan(1_000);
    expect(records[1]!.cells).toEqual(['b', '2']);
    expect(records[2]).toMatchObject({ line: 3, problem: 'the row is larger than 32 MiB' });
    expect(records.at(-1)!.line).toBe(2_002);
  });

  it('say when bytes are not UTF-8, and keep a replacement character that was written', async () => {
    const [latin, honest] = await read(Buffer.from('Jos\xe9,1\n', 'latin1')).then((first) =>
      read('\ufffd,1\n').then((second) => [...first, ...second]),
    );
    expect(latin!.notUtf8).toBe(true);
    expect(honest!.notUtf8).toBe(false);
  });
});

describe('written CSV', () => {
  it('is read back as it was', async () => {
    const row = ['plain', 'a,b', '"q"', 'two\nlines', '', '=1+1'];
    expect(cells(await read(exactCsvLine(row)))).toEqual([row]);
  });

  it('runs no formula in a spreadsheet', () => {
    expect(csvLine(['=1+1', '+1', '-1', '@x', '\tx', 'a=b'])).toBe(
      "'=1+1,'+1,'-1,'@x,'\tx,a=b\r\n",
    );
  });
});

it('physical lines are counted by line feeds alone', async () => {
  const lines: Line[] = [];
  for await (const part of physicalLines(inChunks(Buffer.from('a\rb\r\n\nc'), 2)))
    lines.push(...part);
  expect(lines.map(({ number, bytes }) => [number, bytes.toString()])).toEqual([
    [1, 'a\rb\r'],
    [2, ''],
    [3, 'c'],
  ]);
});
