/**
 * A CSV file of which every row is needed as it stands, such as pairs of names: read as a dataset's files are, but the first
 * row that is not right ends it, with the file, the line and what to do. A name with a comma, most of all, is not to be
 * taken for two.
 */
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError, UsageError } from '../../platform/problems.ts';
import { CsvRecords, type RawRecord } from './csv.ts';
import { physicalLines } from './lines.ts';
import { fileBytes, formatOf, headerOf, utf8Bytes } from './table.ts';

const text = messages.load.exact;

/** Header and rows, each row with one cell a column. */
export interface ExactTable {
  columns: readonly string[];
  rows: AsyncGenerator<readonly string[]>;
}

/**
 * Opens it and reads its header. Throws UsageError when a needed column is missing, InvalidDataError for what cannot be
 * read; so do the rows, as they come.
 */
export async function exactTable(path: string, needed: readonly string[]): Promise<ExactTable> {
  const records = recordsOf(path);
  const first = await records.next();
  const columns = first.done ? [] : inFile(path, () => headerOf(first.value, {}));
  for (const column of needed)
    if (!columns.includes(column)) throw new UsageError(text.noColumn(path, column));
  return { columns, rows: rowsUnder(path, columns, records) };
}

async function* rowsUnder(
  path: string,
  columns: readonly string[],
  records: AsyncGenerator<RawRecord>,
): AsyncGenerator<readonly string[]> {
  for await (const record of records) {
    const fault = faultOf(record, columns.length);
    if (fault !== null) throw new InvalidDataError(text.badRow(path, record.line, fault));
    yield record.cells;
  }
}

function faultOf(record: RawRecord, columns: number): string | null {
  const { problem, notUtf8, cells, line, lastLine } = record;
  if (problem !== null) return problem;
  if (notUtf8) return messages.load.row.notUtf8;
  if (cells.length === columns) return null;
  const counted = messages.load.row.cellCount(cells.length, columns, line, lastLine);
  return cells.length > columns && line === lastLine ? text.strayComma(counted) : counted;
}

async function* recordsOf(path: string): AsyncGenerator<RawRecord> {
  const chunks = utf8Bytes(fileBytes(path, formatOf(path)?.gzip ?? false));
  const records = new CsvRecords();
  const lines = physicalLines(chunks)[Symbol.asyncIterator]();
  for (;;) {
    const next = await inFileLater(path, () => lines.next());
    if (next.done) break;
    yield* records.push(next.value);
  }
  yield* records.end();
}

/** What is wrong with the whole of a file is said with its name. */
function inFile<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw withName(path, error);
  }
}

async function inFileLater<T>(path: string, read: () => Promise<T>): Promise<T> {
  return read().catch((error: unknown) => {
    throw withName(path, error);
  });
}

function withName(path: string, error: unknown): unknown {
  if (!(error instanceof InvalidDataError)) return error;
  return new InvalidDataError(text.badFile(path, error.message), error.details, { cause: error });
}
