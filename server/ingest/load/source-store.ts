import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { SourceRow } from '../../../domain/answers.ts';
import type { Source } from '../../../domain/finding.ts';
import type { TextForm } from '../../../domain/mapping.ts';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError, NotFoundError } from '../../platform/problems.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { CsvRecords, type RawRecord } from './csv.ts';
import { physicalLines, type Line } from './lines.ts';
import { NdjsonRecords } from './ndjson.ts';
import { openRegular } from './regular-file.ts';
import { fileBytes, formatOf, headerOf, ownBytes, utf8Bytes } from './table.ts';

const text = messages.load.source;

/** Where the bytes of a loaded file are kept: compressed, under the digest of the bytes as they came. */
function keptPath(settings: Settings, sha256: string): string {
  return join(settings.sources, `${sha256}.gz`);
}

export interface KeptSource {
  /** Of the bytes as they came. */
  sha256: string;
  /** Bytes, unpacked. */
  size: number;
}

/**
 * Keeps a file under SKEIN_SOURCES before its rows are written. A file that is compressed already stays as
 * it is. The copy appears whole or not at all, and is on disk when this returns.
 * Throws InvalidDataError, without the file's name, for what is no regular file, for a broken gzip, and for a file
 * that somebody writes to meanwhile: half a row would be kept as evidence.
 */
export async function keepSource(
  settings: Settings,
  path: string,
  gzip: boolean,
  signal?: AbortSignal,
): Promise<KeptSource> {
  await mkdir(settings.sources, { recursive: true, mode: 0o700 });
  const unfinished = join(settings.sources, `.${randomUUID()}.part`);
  const digest = new Digest();
  const handle = await openRegular(path);
  try {
    const ended = signal ? { signal } : {};
    const before = await handle.stat({ bigint: true });
    const bytes = handle.createReadStream({ autoClose: false });
    const target = (await open(unfinished, 'wx', 0o600)).createWriteStream({ flush: true });
    if (gzip) await pipeline(bytes, digest, target, ended);
    else await pipeline(bytes, digest, createGzip(), target, ended);
    const after = await handle.stat({ bigint: true });
    if (after.size !== BigInt(digest.size) || after.mtimeNs !== before.mtimeNs)
      throw new InvalidDataError(text.changing);
    const size = gzip ? await lengthOf(fileBytes(unfinished, true)) : digest.size;
    const sha256 = digest.hex();
    await rename(unfinished, keptPath(settings, sha256));
    await syncDirectory(settings.sources);
    return { sha256, size };
  } finally {
    await handle.close();
    await rm(unfinished, { force: true });
  }
}

async function lengthOf(chunks: AsyncIterable<Buffer>): Promise<number> {
  let length = 0;
  for await (const chunk of chunks) length += chunk.length;
  return length;
}

/** A rename is on disk only once its directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

class Digest extends Transform {
  readonly #hash = createHash('sha256');
  size = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk);
    this.size += chunk.length;
    done(null, chunk);
  }

  hex(): string {
    return this.#hash.digest('hex');
  }
}

/** The bytes of a kept file, unpacked. Throws NotFoundError when it is not kept here. */
export async function keptBytes(
  settings: Settings,
  source: { file: string; sha256: string },
): Promise<AsyncGenerator<Buffer>> {
  const path = keptPath(settings, source.sha256);
  try {
    await access(path);
  } catch {
    throw new NotFoundError(text.notKept(source.file, source.sha256, settings.sources));
  }
  return ownBytes(path);
}

/**
 * A row of a loaded file word for word, and its cells under the file's own header. A row that could not be
 * read as cells has its text alone. `form` is the one in which it was loaded.
 * Throws NotFoundError when the file is not kept or has no such line.
 */
export async function readSourceRow(
  settings: Settings,
  source: Source,
  form: TextForm = {},
): Promise<SourceRow> {
  const { file, sha256, line } = source;
  const chunks = utf8Bytes(await keptBytes(settings, source), form.encoding);
  const row =
    formatOf(file)?.format === 'ndjson'
      ? await ndjsonRow(chunks, line)
      : await csvRow(chunks, line, form);
  if (!row) throw new NotFoundError(text.noLine(file, line));
  return { file, sha256, line, ...row };
}

type RowText = Pick<SourceRow, 'text' | 'cells'>;

async function ndjsonRow(chunks: AsyncIterable<Buffer>, line: number): Promise<RowText | null> {
  for await (const lines of physicalLines(chunks)) {
    const wanted = lines.find((candidate) => candidate.number === line);
    if (!wanted) continue;
    const [record] = [...new NdjsonRecords().parts([wanted])].flat();
    return record ? rowText(record, record.columns) : null;
  }
  return null;
}

async function csvRow(
  chunks: AsyncIterable<Buffer>,
  line: number,
  form: TextForm,
): Promise<RowText | null> {
  const head = new CsvRecords({ delimiter: form.delimiter });
  const tail = new CsvRecords({ delimiter: form.delimiter });
  let header: RawRecord | undefined;
  for await (const lines of physicalLines(chunks)) {
    header ??= firstOf(head.parts(lines));
    const record = firstOf(tail.parts(from(line, lines)));
    if (record) return rowText(record, header ? headerOf(header, form) : []);
  }
  const record = firstOf(tail.lastParts());
  return record ? rowText(record, header ? headerOf(header, form) : []) : null;
}

function firstOf(parts: Iterable<RawRecord[]>): RawRecord | undefined {
  for (const [first] of parts) if (first) return first;
  return undefined;
}

/** Reading begins at the wanted line: it is where a record begins. */
function from(line: number, lines: readonly Line[]): readonly Line[] {
  const last = lines.at(-1);
  if (!last || last.number < line) return [];
  return lines[0]!.number >= line ? lines : lines.filter((candidate) => candidate.number >= line);
}

function rowText(record: RawRecord, columns: readonly string[]): RowText {
  const cells = record.cells.map((value, at) => ({ column: columns[at] ?? '', value }));
  return { text: record.text, cells };
}
