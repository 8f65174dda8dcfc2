import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CsvBytes } from '../../server/ingest/load/csv-bytes.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'skein-csv-bytes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a file holds into which each text went as a line of its own, and whether any of them goes on over a line. */
function written(...texts: string[]): { text: string; multiline: boolean } {
  const path = join(folder, 'cells.csv');
  const bytes = new CsvBytes(openSync(path, 'wx'));
  for (const text of texts) {
    bytes.text(text);
    bytes.endLine();
  }
  bytes.close();
  return { text: readFileSync(path, 'utf8'), multiline: bytes.multiline };
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"\n`;
const long = 'a long text of plain letters, '.repeat(5);

describe('cells of CSV', () => {
  it.each([
    ['nothing', ''],
    ['plain', 'a17'],
    ['quotes', 'the "best" one'],
    ['letters beyond ASCII after plain ones', 'Zürich 서울 🧵'],
    ['half a pair of surrogates', 'a\ud83d'],
    ['long', long],
    ['long, with quotes and letters', `${long}"ü"`],
  ])('are written as UTF-8 within quotes: %s', (_name, text) => {
    const whole = Buffer.from(text, 'utf8').toString('utf8');
    expect(written(text, text)).toEqual({ text: quoted(whole).repeat(2), multiline: false });
  });

  it.each([`one\ntwo`, `one\rtwo`, `${long}\n`, 'ü\n'])(
    'tell when a line ends within: %j',
    (text) => {
      expect(written('plain', text).multiline).toBe(true);
    },
  );

  it('are all written, more than are held at once and longer than what is held', () => {
    const huge = 'ü'.repeat(1_500_000);
    const many = Array.from({ length: 60_000 }, (_, at) => `a text with the number ${at}`);
    const texts = [...many, huge, ...many];
    expect(written(...texts).text).toBe(texts.map(quoted).join(''));
  });
});
