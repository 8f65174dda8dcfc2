import { createGunzip } from 'node:zlib';
import type { ReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { limits } from '../../../domain/schema/cell-kinds.ts';
import type { Delimiter, Encoding, TextForm } from '../../../domain/mapping.ts';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError } from '../../platform/problems.ts';
import { Breath } from './breath.ts';
import { CsvRecords, type RawRecord } from './csv.ts';
import { physicalLines } from './lines.ts';
import { NdjsonRecords } from './ndjson.ts';
import { openRegular } from './regular-file.ts';

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

const text = messages.load.header;
const chunkSize = 64 * 1024;
const byteOrderMark = Buffer.from('\ufeff');

/** A table's text packs to a tenth or so; what swells like this was made to fill a disk or a day. */
const mostSwelling = 250;
/** Smaller than this it may swell as it likes. */
const harmlessSize = 256 * 1024 * 1024;

/**
 * The file's own bytes, unpacked where it is compressed. Throws InvalidDataError, without the file's name, for a broken
 * gzip, one that unpacks to far more than a table would, and what is no regular file.
 */
export async function* fileBytes(path: string, gzip: boolean): AsyncGenerator<Buffer> {
  yield* unpackedFrom((await streamOf(path)) as AsyncIterable<Buffer>, gzip);
}

/** What a file's own bytes are unpacked, where it is compressed; throws as `fileBytes` does. */
export async function* unpackedFrom(
  stored: AsyncIterable<Buffer>,
  gzip: boolean,
): AsyncGenerator<Buffer> {
  yield* gzip ? unpacked(stored, mostSwelling) : stored;
}

/** The bytes of a file that the program has packed itself, however well they packed. */
export async function* ownBytes(path: string): AsyncGenerator<Buffer> {
  yield* unpacked((await streamOf(path)) as AsyncIterable<Buffer>, Infinity);
}

/** As `fileBytes` by the file's name; what is wrong with it is told with its path. */
export async function* namedBytes(path: string): AsyncGenerator<Buffer> {
  try {
    yield* fileBytes(path, formatOf(path)?.gzip ?? false);
  } catch (error) {
    if (!(error instanceof InvalidDataError)) throw error;
    throw new InvalidDataError(`${path}: ${error.message}`);
  }
}

async function streamOf(path: string): Promise<ReadStream> {
  const handle = await openRegular(path);
  return handle.createReadStream({ highWaterMark: chunkSize });
}

async function* unpacked(stored: AsyncIterable<Buffer>, swelling: number): AsyncGenerator<Buffer> {
  let [read, size] = [0, 0];
  const counted = async function* () {
    for await (const chunk of stored) {
      read += chunk.length;
      yield chunk;
    }
  };
  const plain = pipeline(counted, createGunzip({ chunkSize }), () => {
    // An error reaches the reader through the iteration below.
  });
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > harmlessSize && size > read * swelling)
        throw new InvalidDataError(text.swells(swelling));
      yield chunk;
    }
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
  const breath = new Breath();
  for await (const part of allRecords(utf8Bytes(chunks, form.encoding), format, form)) {
    yield part;
    await breath.after(part);
  }
}

async function* allRecords(
  checked: AsyncIterable<Buffer>,
  format: Format,
  form: TextForm,
): AsyncGenerator<TableRecord[]> {
  if (format === 'ndjson') {
    const records = new NdjsonRecords();
    for await (const lines of physicalLines(checked)) yield* records.parts(lines);
    return;
  }
  const records = new CsvRecords({ delimiter: form.delimiter });
  let columns: readonly string[] | null = null;
  const underHeader = (raw: RawRecord[]): TableRecord[] => {
    const [first] = raw;
    if (!first) return [];
    const rows = columns === null ? raw.slice(1) : raw;
    const names = (columns ??= headerOf(first, form));
    return rows.map((record) => underColumns(record, names));
  };
  for await (const lines of physicalLines(checked))
    for (const part of records.parts(lines)) yield underHeader(part);
  for (const part of records.lastParts()) yield underHeader(part);
}

/** Name by name: a spread takes longer than reading the line does. */
function underColumns(record: RawRecord, columns: readonly string[]): TableRecord {
  const { line, lastLine, cells, problem, notUtf8, text: whole } = record;
  return { line, lastLine, cells, problem, notUtf8, text: whole, columns };
}

/** The record that is the header of a CSV file; undefined where there is none. */
export async function firstRecord(
  chunks: AsyncIterable<Buffer>,
  delimiter: Delimiter | undefined,
): Promise<RawRecord | undefined> {
  const records = new CsvRecords({ delimiter });
  for await (const lines of physicalLines(chunks))
    for (const [first] of records.parts(lines)) if (first) return first;
  for (const [first] of records.lastParts()) if (first) return first;
  return undefined;
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
  const long = names.find((name) => name.length > limits.id);
  if (long !== undefined) throw new InvalidDataError(text.columnName(long.slice(0, 40), limits.id));
  const seen = new Set<string>();
  for (const name of names) {
    if (name !== '' && seen.has(name)) throw new InvalidDataError(text.columnTwice(name));
    seen.add(name);
  }
  return names;
}
