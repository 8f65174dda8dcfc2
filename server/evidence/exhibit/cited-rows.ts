import { compareText } from '../../../domain/compare-text.ts';
import type { SourceRow } from '../../../domain/answers.ts';
import type { Source } from '../../../domain/finding.ts';
import type { TextForm } from '../../../domain/mapping.ts';
import { keptBytes } from '../../ingest/load/source-store.ts';
import { formatOf, tableRecords } from '../../ingest/load/table.ts';
import { NotFoundError } from '../../platform/problems.ts';
import type { Scratch } from '../../platform/scratch.ts';
import { ScratchList } from '../../platform/scratch-list.ts';
import type { Sequence } from '../../platform/sequence.ts';
import type { Settings } from '../../platform/settings/settings.ts';

export interface CitedRows {
  /** By file, digest and line. */
  rows: Sequence<SourceRow>;
  /** Those whose file, or line in it, is not kept any more. */
  missing: Source[];
}

/** The sources cited, each once; the digest and the name of a file are kept once for all of its lines. */
export class Cited {
  /** What the file is called where the line is cited, by digest and line. */
  readonly #names = new Map<string, Map<number, string>>();
  readonly #known = new Map<string, string>();

  add(sources: Iterable<Source>): void {
    for (const { file, sha256, line } of sources) {
      const name = this.#known.get(file) ?? file;
      this.#known.set(name, name);
      const lines = this.#names.get(sha256);
      if (lines) lines.set(line, name);
      else this.#names.set(sha256, new Map([[line, name]]));
    }
  }

  /** Those of one file together, in order. */
  byFile(): Source[][] {
    return [...this.#names]
      .map(([sha256, lines]) =>
        Array.from(lines, ([line, file]): Source => ({ file, sha256, line })).sort(bySource),
      )
      .sort(([one], [other]) => bySource(one!, other!));
  }
}

/**
 * The cited rows word for word; every kept file is read once, however many of its rows are cited. `forms` has
 * those of the files that are not in the contract's form. The rows lie in the scratch.
 */
export async function citedRows(
  settings: Settings,
  sources: Cited,
  forms: ReadonlyMap<string, TextForm>,
  scratch: Scratch,
): Promise<CitedRows> {
  const rows = new ScratchList<SourceRow>(scratch.file());
  const missing: Source[] = [];
  for (const cited of sources.byFile()) {
    const wanted = new Map(cited.map((source) => [source.line, source]));
    for await (const row of rowsOfFile(settings, cited[0]!, wanted, forms)) {
      rows.push(row);
      wanted.delete(row.line);
    }
    for (const source of wanted.values()) missing.push(source);
  }
  return { rows, missing };
}

function bySource(a: Source, b: Source): number {
  return compareText(a.file, b.file) || compareText(a.sha256, b.sha256) || a.line - b.line;
}

/** Rows that are still wanted when they are read; whoever takes one wants it no more. */
async function* rowsOfFile(
  settings: Settings,
  first: Source,
  wanted: ReadonlyMap<number, Source>,
  forms: ReadonlyMap<string, TextForm>,
): AsyncGenerator<SourceRow> {
  const { file, sha256 } = first;
  const bytes = await kept(settings, first);
  if (!bytes) return;
  const format = formatOf(file)?.format ?? 'csv';
  for await (const records of tableRecords(bytes, format, forms.get(sha256))) {
    for (const { line, text, cells, columns } of records) {
      if (!wanted.has(line)) continue;
      const named = cells.map((value, at) => ({ column: columns[at] ?? '', value }));
      yield { file, sha256, line, text, cells: named };
    }
    if (wanted.size === 0) return;
  }
}

async function kept(settings: Settings, source: Source): Promise<AsyncGenerator<Buffer> | null> {
  try {
    return await keptBytes(settings, source);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
