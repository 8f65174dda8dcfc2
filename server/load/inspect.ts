import { columnsOf } from '../../domain/graph.ts';
import type { Delimiter, TextForm } from '../../domain/mapping.ts';
import { words } from '../../domain/words/index.ts';
import { InvalidDataError, type Detail } from '../problems.ts';
import { RowCheck } from './check.ts';
import { CsvRecords, type RawRecord } from './csv.ts';
import type { DatasetFilePath } from './folder.ts';
import { physicalLines } from './lines.ts';
import { fileBytes, headerOf, utf8Bytes } from './table.ts';

const text = words.load.header;

/**
 * Looks at the beginning of every file before anything is changed. Returns notes on what is odd but no
 * fault; throws InvalidDataError that names every file which cannot be read at all.
 */
export async function inspectFiles(files: readonly DatasetFilePath[]): Promise<string[]> {
  const notes: string[] = [];
  const details: Detail[] = [];
  for (const file of files) {
    try {
      if (!(await hasContent(file))) notes.push(text.empty(file.path));
    } catch (error) {
      if (!(error instanceof InvalidDataError)) throw error;
      details.push({ where: file.path, problem: error.message });
    }
  }
  if (details.length > 0) throw new InvalidDataError(text.faults(details), details);
  return notes;
}

/** False for a file without so much as a header. */
async function hasContent(file: DatasetFilePath): Promise<boolean> {
  const form: TextForm = file.mapping ?? {};
  const chunks = utf8Bytes(fileBytes(file.path, file.gzip), form.encoding);
  if (file.format === 'ndjson') {
    for await (const lines of physicalLines(chunks)) return lines.length > 0;
    return false;
  }
  const header = await firstRecord(chunks, form.delimiter);
  if (!header) return false;
  const columns = headerOf(header, form);
  if (!new RowCheck(file.file, '', file.mapping).knowsAny(columns))
    throw new InvalidDataError(text.noneKnown(columns, Object.keys(columnsOf(file.file))));
  return true;
}

async function firstRecord(
  chunks: AsyncIterable<Buffer>,
  delimiter: Delimiter | undefined,
): Promise<RawRecord | undefined> {
  const records = new CsvRecords({ delimiter });
  for await (const lines of physicalLines(chunks)) {
    const [first] = records.push(lines);
    if (first) return first;
  }
  return records.end()[0];
}
