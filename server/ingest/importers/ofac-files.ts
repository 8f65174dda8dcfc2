import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError } from '../../platform/problems.ts';
import { CsvRecords, type RawRecord } from '../load/csv.ts';
import { physicalLines } from '../load/lines.ts';
import { namedBytes, utf8Bytes } from '../load/table.ts';

const text = messages.load.ofac;

/** OFAC's files end with a Ctrl-Z, as files of DOS did. */
const endMark = '\u001a';
const nothing = '-0-';

/** The rows of one of OFAC's files, nulls as empty cells. Throws InvalidDataError with file and line. */
export async function* readOfacFile(path: string, columns: number): AsyncGenerator<string[]> {
  const chunks = utf8Bytes(namedBytes(path));
  const records = new CsvRecords();
  for await (const lines of physicalLines(chunks)) yield* rows(records.push(lines), path, columns);
  yield* rows(records.end(), path, columns);
}

function* rows(records: readonly RawRecord[], path: string, columns: number): Generator<string[]> {
  for (const record of records) {
    if (record.text.trim() === endMark) continue;
    const fault = record.problem ?? (record.notUtf8 ? messages.load.row.notUtf8 : null);
    if (fault !== null) throw new InvalidDataError(text.badRow(path, record.line, fault));
    // A quoted cell may be followed by the blank that OFAC writes after its nulls.
    const cells = record.cells.map((cell) => cell.trim());
    if (cells.length !== columns) {
      const reason = messages.load.row.cellCount(
        cells.length,
        columns,
        record.line,
        record.lastLine,
      );
      throw new InvalidDataError(text.badRow(path, record.line, reason));
    }
    yield cells.map((cell) => (cell === nothing ? '' : cell));
  }
}
