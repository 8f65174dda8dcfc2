import { columnsOf } from '../../../domain/schema/graph.ts';
import type { TextForm } from '../../../domain/mapping.ts';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError, type Detail } from '../../platform/problems.ts';
import { RowCheck } from './check.ts';
import type { DatasetFilePath } from './folder.ts';
import { physicalLines } from './lines.ts';
import { OriginalFile } from './original-file.ts';
import { firstRecord, headerOf, unpackedFrom, utf8Bytes } from './table.ts';

const text = messages.load.header;

/** A file whose beginning was looked at, and need not be read again. */
export interface InspectedFile extends DatasetFilePath {
  original: OriginalFile;
}

/**
 * Looks at the beginning of every file before anything is changed. Returns notes on what is odd but no
 * fault; throws InvalidDataError that names every file which cannot be read at all.
 */
export async function inspectFiles(
  files: readonly DatasetFilePath[],
): Promise<{ inspected: InspectedFile[]; notes: string[] }> {
  const inspected: InspectedFile[] = [];
  const notes: string[] = [];
  const details: Detail[] = [];
  for (const file of files) {
    try {
      const original = new OriginalFile(file.path);
      inspected.push({ ...file, original });
      if (!(await hasContent(file, unpackedFrom(original.beginning(), file.gzip))))
        notes.push(text.empty(file.path));
    } catch (error) {
      if (!(error instanceof InvalidDataError)) throw error;
      details.push({ where: file.path, problem: error.message });
    }
  }
  if (details.length > 0) throw new InvalidDataError(text.faults(details), details);
  return { inspected, notes };
}

/**
 * False for a file without so much as a header. Throws InvalidDataError, without the file's name, when its bytes cannot be
 * read as what it is taken for.
 */
async function hasContent(file: DatasetFilePath, bytes: AsyncIterable<Buffer>): Promise<boolean> {
  const form: TextForm = file.mapping ?? {};
  const chunks = utf8Bytes(bytes, form.encoding);
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
