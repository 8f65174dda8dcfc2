import { compareText } from '../../../domain/compare-text.ts';
import type { SourceRow } from '../../../domain/answers.ts';
import type { Source } from '../../../domain/finding.ts';
import type { TextForm } from '../../../domain/mapping.ts';
import { keptBytes } from '../../ingest/load/source-store.ts';
import { formatOf, tableRecords } from '../../ingest/load/table.ts';
import { NotFoundError } from '../../platform/problems.ts';
import type { Settings } from '../../platform/settings/settings.ts';

export interface CitedRows {
  /** By file, digest and line. */
  rows: SourceRow[];
  /** Those whose file, or line in it, is not kept any more. */
  missing: Source[];
}

/**
 * The cited rows word for word; every kept file is read once, however many of its rows are cited. `forms` has
 * those of the files that are not in the contract's form.
 */
export async function citedRows(
  settings: Settings,
  sources: readonly Source[],
  forms: ReadonlyMap<string, TextForm>,
): Promise<CitedRows> {
  const found: CitedRows = { rows: [], missing: [] };
  for (const cited of byFile(sources)) {
    const rows = await rowsOfFile(settings, cited, forms);
    found.rows.push(...rows.values());
    found.missing.push(...cited.filter((source) => !rows.has(source.line)));
  }
  return found;
}

/** Each source once, those of one file together. */
function byFile(sources: readonly Source[]): Source[][] {
  const distinct = new Map(sources.map((source) => [`${source.sha256}:${source.line}`, source]));
  const files = new Map<string, Source[]>();
  for (const source of [...distinct.values()].sort(bySource)) {
    const ofFile = files.get(source.sha256);
    if (ofFile) ofFile.push(source);
    else files.set(source.sha256, [source]);
  }
  return [...files.values()];
}

function bySource(a: Source, b: Source): number {
  return compareText(a.file, b.file) || compareText(a.sha256, b.sha256) || a.line - b.line;
}

async function rowsOfFile(
  settings: Settings,
  cited: readonly Source[],
  forms: ReadonlyMap<string, TextForm>,
): Promise<Map<number, SourceRow>> {
  const [first] = cited;
  const rows = new Map<number, SourceRow>();
  if (!first) return rows;
  const wanted = new Set(cited.map((source) => source.line));
  const bytes = await kept(settings, first);
  if (!bytes) return rows;
  const format = formatOf(first.file)?.format ?? 'csv';
  for await (const records of tableRecords(bytes, format, forms.get(first.sha256))) {
    for (const { line, text, cells, columns } of records) {
      if (!wanted.has(line)) continue;
      const named = cells.map((value, at) => ({ column: columns[at] ?? '', value }));
      rows.set(line, { file: first.file, sha256: first.sha256, line, text, cells: named });
    }
    if (rows.size === wanted.size) break;
  }
  return rows;
}

async function kept(settings: Settings, source: Source): Promise<AsyncGenerator<Buffer> | null> {
  try {
    return await keptBytes(settings, source);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
