import { join } from 'node:path';
import { readCell } from '../../../domain/input/cell.ts';
import { columnsOf } from '../../../domain/schema/graph.ts';
import { becomesOf, type IntakeColumn, type IntakeFile } from '../../../domain/intake.ts';
import { stemOf, type FileMapping } from '../../../domain/mapping.ts';
import type { Column, FileName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import { cellForm } from '../load/cell-forms.ts';
import { mappingFaults } from '../load/mapping.ts';
import { formatOf, type NamedFormat } from '../load/table.ts';
import { InvalidDataError, type Detail } from '../../platform/problems.ts';
import type { FileRecord } from './folder.ts';
import { guessForm, readHead, type Head } from './head.ts';
import { suggestColumns } from './suggest-columns.ts';
import { suggestFile } from './suggest-file.ts';
import { guessComma, guessDates, guessWords, needsZone, strangeWords } from './suggest-forms.ts';

const text = messages.intake;
const examplesShown = 4;
const exampleLength = 80;

type Seen = Pick<FileRecord, 'name' | 'utf8'>;

/** How a file that has just arrived is most likely to be read; `said` is what somebody has settled already. */
export async function suggestReading(
  folder: string,
  { name, utf8 }: Seen,
  said: FileMapping = { columns: {} },
): Promise<FileMapping> {
  const path = join(folder, name);
  const named = namedFormat(name);
  const guessed = await unlessUnreadable(guessForm(path, named, utf8));
  const form = {
    ...guessed?.form,
    ...(said.encoding ? { encoding: said.encoding } : {}),
    ...(said.delimiter ? { delimiter: said.delimiter } : {}),
  };
  const head = await unlessUnreadable(readHead(path, named, form));
  const file = said.file ?? (head && suggestFile(name, head)?.file);
  if (!head || !file) return { columns: {}, ...form };
  return { file, ...form, ...suggestMatch(head, file) };
}

function suggestMatch(head: Head, file: FileName): FileMapping {
  const suggestions = suggestColumns(head, file);
  const columns: Record<string, string> = {};
  const values: Record<string, Record<string, string>> = {};
  const further: string[] = [];
  suggestions.forEach((suggestion, at) => {
    const name = head.columns[at]!;
    if (!suggestion) {
      // Its name alone would make it the contract's.
      if (Object.hasOwn(columnsOf(file), name)) further.push(name);
      return;
    }
    if (suggestion.column !== name) columns[name] = suggestion.column;
    const { kind, values: allowed } = columnsOf(file)[suggestion.column]!;
    const meant = kind === 'enum' ? guessWords(head.values[at] ?? [], allowed ?? []) : {};
    if (Object.keys(meant).length > 0) values[suggestion.column] = meant;
  });
  const dates = guessDates(head, file, columns).is;
  const comma = guessComma(head, file, columns).is;
  return {
    columns,
    ...(further.length > 0 ? { further } : {}),
    ...(Object.keys(values).length > 0 ? { values } : {}),
    ...(dates === 'iso' ? {} : { dates }),
    ...(comma ? { decimal_comma: true } : {}),
  };
}

/** What there is to know of a file before it is loaded, under the reading that it has. */
export async function describeFile(folder: string, record: FileRecord): Promise<IntakeFile> {
  const { name, size, reading } = record;
  const path = join(folder, name);
  const named = namedFormat(name);
  const described: IntakeFile = {
    name,
    size,
    format: named.format,
    reading,
    taken: [],
    why: null,
    columns: [],
    faults: [],
  };
  let head: Head;
  try {
    const { form, taken } = await guessForm(path, named, record.utf8);
    if (form.encoding === reading.encoding && form.delimiter === reading.delimiter)
      described.taken.push(...taken);
    head = await readHead(path, named, reading);
  } catch (error) {
    if (!(error instanceof InvalidDataError)) throw error;
    return { ...described, faults: [{ where: 'file', problem: error.message }] };
  }
  const suggested = suggestFile(name, head);
  if (suggested?.file === reading.file) described.why = suggested?.reason ?? null;
  const { file } = reading;
  if (!file)
    return {
      ...described,
      columns: head.columns.map((column, at) => plainColumn(column, head.values[at] ?? [])),
      faults: [{ where: 'reading.file', problem: text.fault.noFile }],
    };
  return {
    ...described,
    taken: [...described.taken, ...formsTaken(head, file, reading)],
    columns: describeColumns(head, file, reading),
    faults: faultsOf(head, file, record),
  };
}

function formsTaken(head: Head, file: FileName, reading: FileMapping): string[] {
  const dates = guessDates(head, file, reading.columns);
  const comma = guessComma(head, file, reading.columns);
  return [
    ...(dates.said !== null && dates.is === (reading.dates ?? 'iso') ? [dates.said] : []),
    ...(comma.said !== null && reading.decimal_comma ? [comma.said] : []),
  ];
}

function plainColumn(name: string, values: readonly string[]): IntakeColumn {
  return { name, examples: examplesOf(values), suggestion: null, doubt: null, strange: [] };
}

function describeColumns(head: Head, file: FileName, reading: FileMapping): IntakeColumn[] {
  const suggestions = suggestColumns(head, file);
  const rewrite = cellForm(reading);
  return head.columns.map((name, at) => {
    const values = head.values[at] ?? [];
    const plain = { ...plainColumn(name, values), suggestion: suggestions[at] ?? null };
    const becomes = columnOf(name, file, reading);
    if (becomes === null) return plain;
    const column = columnsOf(file)[becomes]!;
    const problems = values.flatMap((value) => {
      const rewritten = rewrite ? rewrite(becomes, column.kind, value) : { cell: value };
      const read =
        'problem' in rewritten ? rewritten : readCell(column.kind, rewritten.cell, column.values);
      return 'problem' in read ? [{ value, problem: read.problem }] : [];
    });
    const [first] = problems;
    const many = first !== undefined && problems.length * 2 > values.length;
    return {
      ...plain,
      doubt: many ? text.suggested.doubt(shortened(first.value), first.problem) : null,
      strange: column.kind === 'enum' ? strangeWords(values, column.values ?? []) : [],
    };
  });
}

/** The contract's column that a column becomes under the reading; null for a further one, or one left out. */
function columnOf(name: string, file: FileName, reading: FileMapping): string | null {
  const becomes = becomesOf(name, columnsOf(file), reading);
  return typeof becomes === 'object' ? becomes.column : null;
}

/** What must be settled before the file can be loaded. */
function faultsOf(head: Head, file: FileName, { name, reading }: FileRecord): Detail[] {
  const known: Readonly<Record<string, Column>> = columnsOf(file);
  const become = head.columns.map((column) => columnOf(column, file, reading));
  const present = new Set([...become, ...Object.keys(reading.constants ?? {})]);
  const missing = Object.keys(known).filter(
    (column) => known[column]!.required && !present.has(column),
  );
  const twice = become.find((column, at) => column !== null && become.indexOf(column) !== at);
  return [
    ...(head.columns.length === 0 ? [{ where: 'file', problem: text.fault.empty }] : []),
    ...mappingFaults(stemOf(name), file, reading),
    ...missing.map((column) => ({
      where: `required.${column}`,
      problem: text.fault.missing(column, known[column]!.about),
    })),
    ...(twice ? [{ where: `columns.${twice}`, problem: text.fault.twice(twice) }] : []),
    ...(needsZone(head, file, reading)
      ? [{ where: 'reading.zone', problem: text.fault.zone }]
      : []),
  ];
}

function namedFormat(name: string): NamedFormat {
  const named = formatOf(name);
  if (!named) throw new Error(`${name} was taken in without being a table.`);
  return named;
}

/** Null for a file that is no table, which `describeFile` says. */
async function unlessUnreadable<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof InvalidDataError) return null;
    throw error;
  }
}

function examplesOf(values: readonly string[]): string[] {
  return values.slice(0, examplesShown).map(shortened);
}

function shortened(value: string): string {
  return value.length > exampleLength ? `${value.slice(0, exampleLength)}…` : value;
}
