import type { IntakePreview } from '../../../domain/intake.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import { batches } from '../load/batches.ts';
import { RowCheck, type Reject, type Row } from '../load/check.ts';
import { ambiguousLinks, note, type ListedEntries } from '../load/strict.ts';
import { fileBytes, formatOf, tableRecords } from '../load/table.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { FileRecord } from './folder.ts';

/** Rows, and characters of them, that are tried at most. */
const previewedRows = 20_000;
const previewedCharacters = 64 * 1024 * 1024;
const rejectsShown = 100;
const reasonsShown = 12;
const rowsShown = 5;

/** A file beside the one previewed, of which links may name entries. */
export interface PreviewedFile {
  path: string;
  record: FileRecord;
  file: FileName;
}

/**
 * What the loader's own check says of the file's first rows. `others` are the files that would be loaded with it.
 * Reads the database only for links, whose watchlist entries must be told apart.
 */
export async function previewFile(
  database: Database,
  previewed: PreviewedFile,
  others: readonly PreviewedFile[],
): Promise<IntakePreview> {
  const { record, file } = previewed;
  const links = file === 'links';
  const listed = links ? await entriesIn(others) : null;
  const result = emptyPreview(record.name);
  const reasons = new Map<string, IntakePreview['reasons'][number]>();
  let characters = 0;
  for await (const { rows, rejects, size } of checked(previewed)) {
    const late = listed ? await ambiguousLinks(database, rows, listed) : [];
    const all = [...rejects, ...late].sort((a, b) => a.line - b.line);
    result.read += rows.length + rejects.length;
    result.rejected += all.length;
    for (const reject of all) count(reasons, reject);
    result.rejects.push(...all.slice(0, rejectsShown - result.rejects.length));
    const refused = new Set(late.map(({ line }) => line));
    const taken = rows.filter(({ line }) => !refused.has(line));
    for (const { line, values } of taken.slice(0, rowsShown - result.rows.length))
      result.rows.push({ line, values });
    characters += size;
    if (result.read >= previewedRows || characters >= previewedCharacters) {
      result.whole = false;
      break;
    }
  }
  result.taken = result.read - result.rejected;
  result.reasons = [...reasons.values()].sort((a, b) => b.rows - a.rows).slice(0, reasonsShown);
  return result;
}

function checked({ path, record, file }: PreviewedFile) {
  const { format = 'csv', gzip = false } = formatOf(record.name) ?? {};
  const records = tableRecords(fileBytes(path, gzip), format, record.reading);
  return batches(records, new RowCheck(file, '', record.reading));
}

async function entriesIn(others: readonly PreviewedFile[]): Promise<ListedEntries> {
  const listed: ListedEntries = new Map();
  for (const other of others.filter(({ file }) => file === 'watchlist'))
    for await (const { rows } of checked(other)) note(listed, rows satisfies readonly Row[]);
  return listed;
}

function count(reasons: Map<string, IntakePreview['reasons'][number]>, reject: Reject): void {
  const key = `${reject.column}\n${reject.reason}`;
  const known = reasons.get(key);
  if (known) known.rows += 1;
  else if (reasons.size < mostReasons)
    reasons.set(key, { column: reject.column, reason: reject.reason, rows: 1 });
}

/** Reasons may name the row's own values; so many different ones are told apart. */
const mostReasons = 1_000;

function emptyPreview(file: string): IntakePreview {
  return {
    file,
    read: 0,
    whole: true,
    taken: 0,
    rejected: 0,
    rejects: [],
    reasons: [],
    rows: [],
  };
}
