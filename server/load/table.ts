import { createGunzip } from 'node:zlib';
import { createReadStream, type ReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import type { Encoding, TextForm } from '../../domain/mapping.ts';
import { words } from '../../domain/words/index.ts';
import { InvalidDataError } from '../problems.ts';
import { CsvRecords, type RawRecord } from './csv.ts';
import { physicalLines } from './lines.ts';
import { NdjsonRecords } from './ndjson.ts';

/** A record under the names of its columns; the records of a CSV file share one array of names. */
export interface TableRecord extends RawRecord {
  columns: readonly string[];
}

export type Format = 'csv' | 'ndjson';

export interface NamedFormat {
  stem: string;
  format: Format;
  gzip: boolean;
  /** `.tsv` and `.txt`, which are no endings of the contract's. */
  unusual: boolean;
}

/** The format that a file's name tells, and whether it is compressed; null for a name that tells neither. */
export function formatOf(file: string): NamedFormat | null {
  const parts = /^(.+)\.(csv|tsv|txt|ndjson)(\.gz)?$/i.exec(file);
  if (!parts) return null;
  const ending = parts[2]!.toLowerCase();
  return {
    stem: parts[1]!,
    format: ending === 'ndjson' ? 'ndjson' : 'csv',
    gzip: parts[3] !== undefined,
    unusual: ending === 'tsv' || ending === 'txt',
  };
}

const text = words.load.header;
const chunkSize = 256 * 1024;
const byteOrderMark = Buffer.from('\ufeff');

/** The file's own bytes, unpacked where it is compressed. Throws InvalidDataError for a broken gzip. */
export async function* fileBytes(path: string, gzip: boolean): AsyncGenerator<Buffer> {
  const stored = createReadStream(path, { highWaterMark: chunkSize });
  yield* gzip ? unpacked(stored) : (stored as AsyncIterable<Buffer>);
}

async function* unpacked(stored: ReadStream): AsyncGenerator<Buffer> {
  const plain = pipeline(stored, createGunzip({ chunkSize }), () => {
    // An error reaches the reader through the iteration below.
  });
  try {
    yield* plain as AsyncIterable<Buffer>;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code.startsWith('Z_')) throw new InvalidDataError(text.brokenGzip);
    throw error;
  }
}

/**
 * The records of a dataset file in arrays, as they come. Throws InvalidDataError, without the file's name,
 * when the whole of it cannot be read: UTF-16, another delimiter, a header with a column twice.
 */
export async function* tableRecords(
  chunks: AsyncIterable<Buffer>,
  format: Format,
  form: TextForm = {},
): AsyncGenerator<TableRecord[]> {
  const checked = utf8Bytes(chunks, form.encoding);
  if (format === 'ndjson') {
    const records = new NdjsonRecords();
    for await (const lines of physicalLines(checked)) yield records.push(lines);
    return;
  }
  const records = new CsvRecords({ delimiter: form.delimiter });
  let columns: readonly string[] | null = null;
  const underHeader = (raw: RawRecord[]): TableRecord[] => {
    const [first] = raw;
    if (!first) return [];
    const rows = columns === null ? raw.slice(1) : raw;
    const names = (columns ??= headerOf(first, form));
    return rows.map((record) => ({ ...record, columns: names }));
  };
  for await (const lines of physicalLines(checked)) yield underHeader(records.push(lines));
  yield underHeader(records.end());
}

/**
 * The bytes as UTF-8 without a byte order mark. Throws InvalidDataError for UTF-16 that no mapping told of: no
 * line could be found in it.
 */
export async function* utf8Bytes(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding = 'utf-8',
): AsyncGenerator<Buffer> {
  if (encoding !== 'utf-8') {
    yield* decoded(chunks, encoding);
    return;
  }
  let first = true;
  for await (const chunk of chunks) {
    if (first && looksLikeUtf16(chunk)) throw new InvalidDataError(text.utf16);
    const marked = first && chunk.subarray(0, 3).equals(byteOrderMark);
    yield marked ? chunk.subarray(3) : chunk;
    first = false;
  }
}

async function* decoded(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** By its byte order mark, or by a NUL in every other byte of the beginning. */
function looksLikeUtf16(chunk: Buffer): boolean {
  if (chunk.length < 2) return false;
  const mark = chunk.readUInt16BE(0);
  if (mark === 0xfffe || mark === 0xfeff) return true;
  const start = chunk.subarray(0, 64);
  const nuls = (odd: number) =>
    start.filter((byte, at) => at % 2 === odd && byte === 0).length * 2 >= start.length - 1;
  return start.length >= 4 && (nuls(0) || nuls(1));
}

/** The names of the header row; throws InvalidDataError when it cannot be one. */
export function headerOf(record: RawRecord, form: TextForm = {}): string[] {
  if (record.problem) throw new InvalidDataError(text.unreadable(record.problem));
  if (record.notUtf8) throw new InvalidDataError(text.notUtf8);
  const names = record.cells.map((cell) => cell.trim());
  const [only] = names;
  if (names.length === 1 && only !== undefined) {
    const delimiter = [';', '\t', '|'].find((mark) => only.includes(mark));
    if (delimiter && form.delimiter === undefined)
      throw new InvalidDataError(text.delimiter(delimiter === '\t' ? 'tab' : delimiter));
    if (only.includes('\r')) throw new InvalidDataError(text.carriageReturns);
  }
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice !== undefined) throw new InvalidDataError(text.columnTwice(twice));
  return names;
}
