import type { Load } from '../../../domain/answers.ts';
import { messages } from '../../../domain/messages/index.ts';

const text = messages.load.summary;

/** What a person reads after a load: a table, and below it whatever asks for attention. */
export function loadSummary(load: Load, seconds: number): string {
  const total = { read: 0, added: 0, updated: 0, unchanged: 0, rejected: 0, conflicts: 0 };
  for (const file of load.files)
    for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += file[name];
  const rows = [
    [...text.columns],
    ...load.files.map((file) => cells(file.file, file)),
    ...(load.files.length > 1 ? [cells(text.total, total)] : []),
  ];
  const remarks = [
    ...load.files.flatMap((file) => (file.rejects === null ? [] : text.rejects(file.rejects))),
    ...(total.conflicts > 0 ? [text.conflicts(total.conflicts)] : []),
    ...load.unknown_files.map(({ file, nearest }) => text.unknownFile(file, nearest)),
    ...load.unknown_columns.map(({ file, column, nearest }) =>
      text.unknownColumn(file, column ?? '', nearest),
    ),
    ...load.notes,
  ];
  const blank = remarks.length > 0 ? [''] : [];
  return [table(rows), ...blank, ...remarks, '', text.load(load.load, seconds, total.read)].join(
    '\n',
  );
}

type Counts = Pick<
  Load['files'][number],
  'read' | 'added' | 'updated' | 'unchanged' | 'rejected' | 'conflicts'
>;

function cells(name: string, counts: Counts): string[] {
  const { read, added, updated, unchanged, rejected, conflicts } = counts;
  const figures = [read, added, updated, unchanged, rejected, conflicts];
  return [name, ...figures.map((figure) => figure.toLocaleString('en'))];
}

function table(rows: readonly string[][]): string {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ');
  return rows.map(line).join('\n');
}
