import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceRow } from '../../../domain/answers.ts';
import type { Source } from '../../../domain/finding.ts';
import type { TextForm } from '../../../domain/mapping.ts';
import { messages } from '../../../domain/messages/index.ts';
import { NotFoundError } from '../../platform/problems.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { CsvRecords, type RawRecord } from './csv.ts';
import { physicalLines, type Line } from './lines.ts';
import { NdjsonRecords } from './ndjson.ts';
import { formatOf, headerOf, ownBytes, utf8Bytes } from './table.ts';

const text = messages.load.source;

/** Where the bytes of a loaded file are kept: compressed, under the digest of the bytes as they came. */
export function keptPath(settings: Settings, sha256: string): string {
  return join(settings.sources, `${sha256}.gz`);
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
