import { limits } from '../../../domain/schema/cell-kinds.ts';
import type { FileMapping, TextForm } from '../../../domain/mapping.ts';
import { messages } from '../../../domain/messages/index.ts';
import {
  fileBytes,
  firstRecord,
  headerOf,
  tableRecords,
  utf8Bytes,
  type NamedFormat,
  type TableRecord,
} from '../load/table.ts';
import { InvalidDataError } from '../../platform/problems.ts';
import { guessDelimiter, guessEncoding } from './text-form.ts';

/** The beginning of a file under a reading. */
export interface Head {
  columns: readonly string[];
  /** Column by column, the different filled cells in the order met. */
  values: readonly (readonly string[])[];
}

const rowsRead = 500;
const startBytes = 64 * 1024;
/** What is read of the file at most, a row of the largest size and more. */
const mostBytes = 40 * 1024 * 1024;
/** Characters of rows that are enough to tell what columns hold. */
const enoughCharacters = 4 * 1024 * 1024;
/** A cell is shown to nobody beyond this, and is longer than the contract's cells may be. */
const shownOfCell = limits.cell + 1;

/** Throws InvalidDataError for a file that is no table in that form. */
export async function readHead(path: string, named: NamedFormat, form: TextForm): Promise<Head> {
  const values = new Map<string, Set<string>>();
  const start = new Beginning(path, named);
  let columns: readonly string[] = [];
  let read = 0;
  let characters = 0;
  for await (const part of tableRecords(start.bytes(), named.format, form)) {
    if (start.cut) break;
    for (const record of part.slice(0, rowsRead - read)) {
      if (record.columns.length > columns.length) columns = record.columns;
      note(record, values);
      characters += record.text.length;
    }
    read += part.length;
    if (read >= rowsRead || characters >= enoughCharacters) break;
  }
  if (start.cut && read === 0) throw new InvalidDataError(messages.intake.fault.noRow(mostBytes));
  if (columns.length === 0) columns = await headerAlone(path, named, form);
  return { columns, values: columns.map((name) => [...(values.get(name) ?? [])]) };
}

function note({ columns, cells }: TableRecord, values: Map<string, Set<string>>): void {
  columns.forEach((name, at) => {
    const cell = cells[at]?.trim().slice(0, shownOfCell) ?? '';
    if (cell === '') return;
    const seen = values.get(name);
    if (seen) seen.add(cell);
    else values.set(name, new Set([cell]));
  });
}

/** The first bytes of a file: one that has no row in them is not read on to its end. */
class Beginning {
  readonly #path: string;
  readonly #gzip: boolean;
  /** The file goes on beyond what was read: its last record is not whole. */
  cut = false;

  constructor(path: string, { gzip }: NamedFormat) {
    this.#path = path;
    this.#gzip = gzip;
  }

  async *bytes(): AsyncGenerator<Buffer> {
    let length = 0;
    for await (const chunk of fileBytes(this.#path, this.#gzip)) {
      length += chunk.length;
      this.cut = length > mostBytes;
      if (this.cut) return;
      yield chunk;
    }
  }
}

/** Of a file without a row: what its one line says. */
async function headerAlone(
  path: string,
  named: NamedFormat,
  form: TextForm,
): Promise<readonly string[]> {
  if (named.format === 'ndjson') return [];
  const bytes = new Beginning(path, named).bytes();
  const header = await firstRecord(utf8Bytes(bytes, form.encoding), form.delimiter);
  return header ? headerOf(header, form) : [];
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
