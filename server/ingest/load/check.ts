import { limits, type CellKind } from '../../../domain/schema/cell-kinds.ts';
import { readCell, type CellValue } from '../../../domain/input/cell.ts';
import { columnsOf, fileOf, idOfRow, keyOfRow } from '../../../domain/schema/graph.ts';
import type { FileMapping } from '../../../domain/mapping.ts';
import type { Column, FileName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import { extraPrefix } from '../../graph/neo4j/records.ts';
import { cellForm, type CellForm } from './cell-forms.ts';
import { nobodyErased, type ErasedAccounts } from './erased-accounts.ts';
import type { TableRecord } from './table.ts';

/** A row that may be stored. */
export interface Row {
  line: number;
  /** `<ref>:<line>`. */
  source: string;
  /** The row's key columns; `id` is that of the node it describes. */
  key: string;
  id: string;
  /** The contract's columns that are filled, and `extra.<name>` for the others. */
  values: Record<string, CellValue>;
  at: string | null;
}

/** A row that is not stored. */
export interface Reject {
  line: number;
  /** Empty when the row as a whole is at fault. */
  column: string;
  value: string;
  reason: string;
}

export type Checked = { row: Row } | { reject: Reject };

interface CellPlan {
  /** The column's name in the file. */
  name: string;
  /** The property that keeps it; null for a column that the mapping leaves out. */
  property: string | null;
  kind: CellKind;
  /** Blanks around it are the writer's, and no part of the text. */
  trimmed: boolean;
  values: readonly string[] | undefined;
}

interface Plan {
  cells: readonly CellPlan[];
  /** Why every row under these columns is rejected, or null. */
  problem: Omit<Reject, 'line'> | null;
}

const text = messages.load.row;
/** An indexed value of more bytes than this would abort its transaction. */
const longestIndexed = 8_000;
/** Columns outside the contract in one file; each is a name that the database keeps for good. */
const mostUnknown = 1_000;
/** The longest value that a rejects file shows; the whole row stands in the kept source. */
const shownValue = 200;

/** Checks the records of one file, column by column. */
export class RowCheck {
  readonly #file: FileName;
  readonly #ref: string;
  readonly #known: Readonly<Record<string, Column>>;
  readonly #required: readonly string[];
  readonly #indexed: readonly string[];
  readonly #when: string | undefined;
  readonly #renamed: ReadonlyMap<string, string>;
  readonly #further: ReadonlySet<string>;
  readonly #leftOut: ReadonlySet<string>;
  readonly #constants: readonly (readonly [property: string, value: CellValue])[];
  readonly #form: CellForm | null;
  readonly #erased: ErasedAccounts;
  readonly #plans = new WeakMap<readonly string[], Plan>();
  /** The columns seen that the contract does not name. */
  readonly unknown = new Set<string>();

  constructor(
    file: FileName,
    ref: string,
    mapping: FileMapping | null,
    erased: ErasedAccounts = nobodyErased,
  ) {
    this.#erased = erased;
    this.#file = file;
    this.#ref = ref;
    this.#known = columnsOf(file);
    this.#required = Object.keys(this.#known).filter((name) => this.#known[name]!.required);
    this.#indexed = Object.keys(this.#known).filter((name) => this.#known[name]!.indexed);
    this.#when = fileOf(file).when;
    this.#renamed = new Map(Object.entries(mapping?.columns ?? {}));
    this.#further = new Set(mapping?.further);
    this.#leftOut = new Set(mapping?.leave_out);
    this.#constants = constantsOf(this.#known, mapping?.constants ?? {});
    this.#form = cellForm(mapping);
  }

  /** Whether any of the columns is one of the contract's. */
  knowsAny(columns: readonly string[]): boolean {
    return columns.some((name) => !this.#leftOut.has(name) && this.#contractColumn(name) !== null);
  }

  check(record: TableRecord): Checked {
    if (record.problem) return reject(record, '', record.text, record.problem);
    const plan = this.#plan(record.columns);
    if (plan.problem) return { reject: { line: record.line, ...plan.problem } };
    if (record.cells.length !== plan.cells.length) {
      const [found, wanted] = [record.cells.length, plan.cells.length];
      const reason = text.cellCount(found, wanted, record.line, record.lastLine);
      return reject(record, '', record.text, reason);
    }
    const damaged = damagedCell(record);
    if (damaged) return reject(record, damaged.column, damaged.value, damaged.reason);
    return this.#read(record, plan);
  }

  #read(record: TableRecord, plan: Plan): Checked {
    const values: Record<string, CellValue> = {};
    const faults: Omit<Reject, 'line'>[] = [];
    for (let at = 0; at < plan.cells.length; at += 1) {
      const { name, property, kind, trimmed, values: allowed } = plan.cells[at]!;
      if (property === null) continue;
      const cell = trimmed ? trim(record.cells[at]!) : record.cells[at]!;
      if (isBlank(cell)) continue;
      const rewritten = this.#form?.(property, kind, cell);
      const read =
        rewritten && 'problem' in rewritten
          ? rewritten
          : readCell(kind, rewritten ? rewritten.cell : cell, allowed);
      if ('problem' in read) faults.push({ column: name, value: cell, reason: read.problem });
      else if (!Array.isArray(read.value) || read.value.length > 0) values[property] = read.value;
    }
    for (const [property, value] of this.#constants) values[property] ??= value;
    const missing = this.#missing(record, values, faults);
    const [first, ...others] = missing.length > 0 ? [...faults, ...missing] : faults;
    if (first) return reject(record, first.column, first.value, text.reasons(first.reason, others));
    const erased = this.#erased.in(this.#file, values);
    if (erased && 'reject' in erased) return { reject: { line: record.line, ...erased.reject } };
    const row = this.#row(record, erased ? withoutColumns(values, erased.without) : values);
    const long = this.#tooLong(row);
    return long ? reject(record, long.column, long.value, text.reasons(long.reason, [])) : { row };
  }

  /** Required cells that are empty, but those that are at fault already. */
  #missing(
    record: TableRecord,
    values: Readonly<Record<string, CellValue>>,
    faults: readonly Omit<Reject, 'line'>[],
  ): Omit<Reject, 'line'>[] {
    if (this.#required.every((name) => values[name] !== undefined)) return [];
    return this.#required
      .filter((name) => values[name] === undefined)
      .map((name) => ({ name, column: this.#nameInFile(name, record.columns) }))
      .filter(({ column }) => !faults.some((fault) => fault.column === column))
      .map(({ column }) => ({ column, value: '', reason: text.missing }));
  }

  /** A key or an indexed value that is too long for an index. */
  #tooLong({ key, values }: Row): Omit<Reject, 'line'> | null {
    const long = this.#indexed.find((name) => bytesOf(values[name]) > longestIndexed);
    if (long) return { column: long, value: String(values[long]), reason: text.indexTooLong };
    return bytesOf(key) > longestIndexed
      ? { column: fileOf(this.#file).key.join('|'), value: key, reason: text.keyTooLong }
      : null;
  }

  #row(record: TableRecord, values: Record<string, CellValue>): Row {
    const at = this.#when === undefined ? undefined : values[this.#when];
    const key = keyOfRow(this.#file, values);
    return {
      line: record.line,
      source: `${this.#ref}:${record.line}`,
      key,
      id: idOfRow(this.#file, key, values),
      values,
      at: at === undefined ? null : String(at),
    };
  }

  #plan(columns: readonly string[]): Plan {
    const made = this.#plans.get(columns);
    if (made) return made;
    const cells = columns.map((name, at) => this.#cellPlan(name, at));
    const twice = firstTwice(cells);
    const long = columns.find((name) => name.length > limits.id || name.includes('\0'));
    const problem = twice
      ? { column: twice.name, value: '', reason: text.columnTwice(twice.property!) }
      : long !== undefined
        ? { column: long.slice(0, shownValue), value: '', reason: text.columnName(limits.id) }
        : this.unknown.size > mostUnknown
          ? { column: '', value: '', reason: text.manyUnknown(mostUnknown) }
          : null;
    const plan = { cells, problem };
    this.#plans.set(columns, plan);
    return plan;
  }

  #cellPlan(name: string, at: number): CellPlan {
    const free = { kind: 'text', trimmed: false, values: undefined } as const;
    if (this.#leftOut.has(name)) return { ...free, name, property: null };
    const contract = this.#contractColumn(name);
    if (contract !== null) {
      const { kind, values } = this.#known[contract]!;
      return { name, property: contract, kind, trimmed: !freeText.has(kind), values };
    }
    const called = name === '' ? text.namelessColumn(at + 1) : name;
    if (this.unknown.size <= mostUnknown) this.unknown.add(called.slice(0, limits.id));
    return { ...free, name: called, property: `${extraPrefix}${called}` };
  }

  #contractColumn(name: string): string | null {
    if (this.#further.has(name)) return null;
    const contract = this.#renamed.get(name) ?? name;
    return Object.hasOwn(this.#known, contract) ? contract : null;
  }

  #nameInFile(contract: string, columns: readonly string[]): string {
    return columns.find((name) => this.#contractColumn(name) === contract) ?? contract;
  }
}

function withoutColumns(
  values: Readonly<Record<string, CellValue>>,
  columns: readonly string[],
): Record<string, CellValue> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !columns.includes(name)));
}

/** The first column kept by a property that an earlier one is kept by too. */
function firstTwice(cells: readonly CellPlan[]): CellPlan | undefined {
  const seen = new Set<string>();
  return cells.find(({ property }) => {
    if (property === null) return false;
    if (seen.has(property)) return true;
    seen.add(property);
    return false;
  });
}

/** The mapping's constants as they are stored; one that a constant cannot be is none, as `readMapping` has said. */
function constantsOf(
  known: Readonly<Record<string, Column>>,
  constants: Readonly<Record<string, string>>,
): (readonly [property: string, value: CellValue])[] {
  return Object.entries(constants).flatMap(([name, cell]) => {
    const column = Object.hasOwn(known, name) ? known[name] : undefined;
    const read = column && readCell(column.kind, cell, column.values);
    return read && 'value' in read ? [[name, read.value] as const] : [];
  });
}

const freeText = new Set<CellKind>(['id', 'text', 'long_text']);

/** Neither a blank nor beyond ASCII, where other blanks are: most cells begin and end so, and need no looking through. */
const isPlain = (unit: number) => unit > 0x20 && unit < 0x7f;

function isBlank(cell: string): boolean {
  return !isPlain(cell.charCodeAt(0)) && cell.trim() === '';
}

function trim(cell: string): string {
  const ends = isPlain(cell.charCodeAt(0)) && isPlain(cell.charCodeAt(cell.length - 1));
  return ends ? cell : cell.trim();
}

function bytesOf(value: CellValue | undefined): number {
  // Four bytes a character at most: most values need no counting.
  return typeof value === 'string' && value.length * 4 > longestIndexed
    ? Buffer.byteLength(value)
    : 0;
}

function damagedCell(record: TableRecord): Omit<Reject, 'line'> | null {
  if (!record.notUtf8 && !record.text.includes('\0')) return null;
  const find = (mark: string, reason: string) => {
    const at = record.cells.findIndex((cell) => cell.includes(mark));
    return at === -1
      ? null
      : { column: record.columns[at] ?? '', value: record.cells[at]!, reason };
  };
  if (record.notUtf8)
    return find('\ufffd', text.notUtf8) ?? { column: '', value: record.text, reason: text.notUtf8 };
  return find('\0', text.nul);
}

function reject(record: TableRecord, column: string, value: string, reason: string): Checked {
  const short = value.length > shownValue ? `${value.slice(0, shownValue)}…` : value;
  return { reject: { line: record.line, column, value: short, reason } };
}
