import type { FileMapping, TextForm } from '../../domain/mapping.ts';
import { fileBytes, tableRecords, utf8Bytes, type NamedFormat } from '../load/table.ts';
import { guessDelimiter, guessEncoding } from './text-form.ts';

/** The beginning of a file under a reading. */
export interface Head {
  columns: readonly string[];
  /** Column by column, the different filled cells in the order met. */
  values: readonly (readonly string[])[];
}

const rowsRead = 500;
const startBytes = 64 * 1024;

/** Throws InvalidDataError for a file that is no table in that form. */
export async function readHead(path: string, named: NamedFormat, form: TextForm): Promise<Head> {
  const values = new Map<string, Set<string>>();
  const records = tableRecords(fileBytes(path, named.gzip), named.format, form);
  let columns: readonly string[] = [];
  let read = 0;
  for await (const part of records) {
    for (const record of part) {
      if (record.columns.length > columns.length) columns = record.columns;
      read += 1;
      if (read > rowsRead) break;
      record.columns.forEach((name, at) => {
        const cell = record.cells[at]?.trim() ?? '';
        if (cell === '') return;
        const seen = values.get(name);
        if (seen) seen.add(cell);
        else values.set(name, new Set([cell]));
      });
    }
    if (read > rowsRead) break;
  }
  if (columns.length === 0) columns = await headerAlone(path, named, form);
  return { columns, values: columns.map((name) => [...(values.get(name) ?? [])]) };
}

/** Of a file without a row: what its one line says. */
async function headerAlone(
  path: string,
  named: NamedFormat,
  form: TextForm,
): Promise<readonly string[]> {
  if (named.format === 'ndjson') return [];
  const [line = ''] = await firstLines(path, named, form);
  return line === '' ? [] : line.split(form.delimiter ?? ',').map((cell) => cell.trim());
}

async function firstLines(path: string, named: NamedFormat, form: TextForm): Promise<string[]> {
  const start = await startOf(path, named);
  const parts: Buffer[] = [];
  for await (const part of utf8Bytes(only(start), form.encoding)) parts.push(part);
  const lines = Buffer.concat(parts).toString('utf8').split(/\r?\n/);
  // The last may be cut.
  return lines.slice(0, Math.max(1, Math.min(lines.length - 1, 20))).filter((line) => line !== '');
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* only(start: Buffer): AsyncGenerator<Buffer> {
  yield start;
}

async function startOf(path: string, { gzip }: NamedFormat): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of fileBytes(path, gzip)) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= startBytes) break;
  }
  return Buffer.concat(parts).subarray(0, startBytes);
}

export interface GuessedForm {
  form: TextForm;
  /** In words. */
  taken: string[];
}

/** In which encoding and with which delimiter the file is most likely written. */
export async function guessForm(
  path: string,
  named: NamedFormat,
  utf8: boolean | null,
): Promise<GuessedForm> {
  const encoding = guessEncoding(await startOf(path, named), utf8);
  const form: Pick<FileMapping, 'encoding' | 'delimiter'> = {};
  if (encoding.is !== 'utf-8') form.encoding = encoding.is;
  const taken = encoding.said === null ? [] : [encoding.said];
  if (named.format === 'ndjson') return { form, taken };
  const delimiter = guessDelimiter(await firstLines(path, named, form));
  if (delimiter.is !== ',') form.delimiter = delimiter.is;
  if (delimiter.said !== null) taken.push(delimiter.said);
  return { form, taken };
}
