import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columnsOf } from '../domain/schema/graph.ts';
import type { FileName } from '../domain/schema/schema.ts';

/** A row as a test writes it: contract columns, empty ones left out. */
export type Row = Readonly<Record<string, string | number>>;
export type Dataset = Partial<Record<FileName, readonly Row[]>>;

/** Writes a dataset folder of the given rows and returns its path. */
export async function writeDataset(dataset: Dataset): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-dataset-'));
  for (const [file, rows] of Object.entries(dataset)) {
    const columns = Object.keys(columnsOf(file as FileName));
    const lines = [
      columns,
      ...rows.map((row) => columns.map((column) => String(row[column] ?? ''))),
    ];
    const text = lines.map((cells) => cells.map(quoted).join(',')).join('\n');
    await writeFile(join(folder, `${file}.csv`), `${text}\n`);
  }
  return folder;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
