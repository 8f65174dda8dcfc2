import { columnsOf } from '../../domain/schema/graph.ts';
import { files, type FileName } from '../../domain/schema/schema.ts';
import type { Dataset } from '../dataset.ts';
import { rowsOf, type CsvRow } from '../datasets/rows.ts';

/** Every one is written by somebody who would like it to be run where it is shown. */
const attacks = [
  '<script>skein()</script>',
  '<img src=x onerror=skein()>',
  '"><svg onload=skein()>',
  "' onmouseover='skein()",
  ']]><skein-element/>',
  '</title><style>@import "//skein.example"</style>',
  '<a href="javascript:skein()">',
  '{{skein()}}${skein()}',
  '\u202eskein',
  "=skein()+cmd|'/C calc'!A0",
];

/** By column and attack, what is written there. */
export type HostileInputs = ReadonlyMap<string, ReadonlySet<string>>;

/** The sample, in which an attack stands in every text of every column, and all of them. */
export function hostileDataset(): { dataset: Dataset; inputs: HostileInputs } {
  const inputs = new Map<string, Set<string>>();
  const named = (Object.keys(files) as FileName[]).filter((file) => file !== 'labels');
  const rows = named.map((file) => [file, rowsOf(file).map((row) => hostile(file, row, inputs))]);
  const dataset = Object.fromEntries(rows.filter(([, some]) => some!.length > 0)) as Dataset;
  return { dataset, inputs };
}

/** Which of them a text shows, whatever its spaces and whether it leaves out what turns the direction of writing. */
export function shownIn(inputs: HostileInputs, text: string): string[] {
  const shown = plain(text);
  return [...inputs].flatMap(([name, written]) =>
    [...written].some((one) => shown.includes(plain(one))) ? [name] : [],
  );
}

const plain = (text: string) => text.replaceAll(/[\s\u202e]+/g, '');

/** The same after the same value, so that what was equal is equal still. */
function attackAfter(value: string, column: string): number {
  return Buffer.from(value + column).reduce((sum, byte) => sum + byte, 0);
}

function hostile(file: FileName, row: CsvRow, inputs: Map<string, Set<string>>): CsvRow {
  const columns = columnsOf(file);
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (value === '' || columns[column]?.kind !== 'text') return [column, value];
      const at = attackAfter(value, column) % attacks.length;
      const attack = attacks[at]!;
      // A spreadsheet takes for a formula only what begins as one.
      const written = attack.startsWith('=') ? `${attack} ${value}` : `${value} ${attack}`;
      const name = `${file}.${column} ${at}`;
      inputs.set(name, (inputs.get(name) ?? new Set()).add(written));
      return [column, written];
    }),
  );
}
