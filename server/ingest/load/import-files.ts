import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  arrayDelimiter,
  manifestName,
  type ImportManifest,
} from '../../graph/neo4j/local-import.ts';
import { CsvBytes } from './csv-bytes.ts';

/** What Neo4j's import calls the kinds of values that are stored here. */
export type ValueKind = 'string' | 'double' | 'long' | 'boolean' | 'string[]';

/** A property that some of the records of a file have. */
export interface PropertyColumn {
  name: string;
  kind: ValueKind;
}

/** A file that is being written. */
interface Part {
  name: string;
  bytes: CsvBytes;
}

/**
 * What Neo4j's import reads of one label or one type of relation. All rows of a file have the columns that its first line names:
 * a row with a column that none had before begins another file. What is not closed is not whole.
 */
export class ImportFile {
  readonly #folder: string;
  readonly #name: string;
  readonly #first: string;
  readonly #columns: PropertyColumn[];
  /** Where the value of each column stands in a row. */
  readonly #places: Map<string, number>;
  /** Of the row that is being written. */
  readonly #row: unknown[];
  readonly #parts: Part[] = [];

  constructor(folder: string, name: string, first: string, columns: readonly PropertyColumn[]) {
    this.#folder = folder;
    this.#name = name;
    this.#first = first;
    this.#columns = [...columns];
    this.#places = new Map(columns.map(({ name }, at) => [name, at]));
    this.#row = columns.map(() => undefined);
    this.#begin();
  }

  /**
   * `ends`: what stands before the properties; `own`: properties that go before those of the same name, and are kept apart
   * since to put the two together would take longer than to write them; `further`: names of texts that need a column.
   */
  write(
    [first, second]: readonly [first: string, second?: string],
    properties: Readonly<Record<string, unknown>>,
    own: Readonly<Record<string, unknown>> = {},
    further: readonly string[] = [],
  ): void {
    if (further.length > 0) this.#widen(further);
    const { bytes } = this.#parts.at(-1)!;
    bytes.text(first);
    if (second !== undefined) {
      bytes.comma();
      bytes.text(second);
    }
    this.#place(properties);
    this.#place(own);
    for (const value of this.#row) {
      bytes.comma();
      writeCell(bytes, value);
    }
    bytes.endLine();
    this.#row.fill(undefined);
  }

  /** From the few properties that there are to their columns: to ask for each column took longer than to write it. */
  #place(properties: Readonly<Record<string, unknown>>): void {
    for (const name in properties) {
      const at = this.#places.get(name);
      if (at !== undefined) this.#row[at] = properties[name];
    }
  }

  /** Lets go of the file; returns what there is of it, by name. */
  close(): { name: string; multiline: boolean }[] {
    this.#parts.at(-1)!.bytes.close();
    return this.#parts.map(({ name, bytes }) => ({ name, multiline: bytes.multiline }));
  }

  #widen(further: readonly string[]): void {
    const names = further.filter((name) => !this.#places.has(name));
    if (names.length === 0) return;
    this.close();
    for (const name of names) {
      this.#places.set(name, this.#columns.length);
      this.#columns.push({ name, kind: 'string' });
      this.#row.push(undefined);
    }
    this.#begin();
  }

  #begin(): void {
    const name = `${this.#name}-${this.#parts.length}.csv`;
    const bytes = new CsvBytes(openSync(join(this.#folder, name), 'wx', 0o600));
    this.#parts.push({ name, bytes });
    bytes.bare(this.#first);
    for (const column of this.#columns) {
      bytes.comma();
      bytes.text(`${column.name}:${column.kind}`);
    }
    bytes.endLine();
  }
}

/** The files of a folder of their own. */
export class ImportFiles {
  readonly #folder: string;
  readonly #nodes: { label: string; file: ImportFile }[] = [];
  readonly #relations: { relation: string; file: ImportFile }[] = [];
  #isOpen = true;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** `space`: within it, what comes before the properties names a node. */
  nodes(label: string, space: string, columns: readonly PropertyColumn[]): ImportFile {
    const name = `nodes-${this.#nodes.length}`;
    const file = new ImportFile(this.#folder, name, `:ID(${space})`, columns);
    this.#nodes.push({ label, file });
    return file;
  }

  relations(
    relation: string,
    [from, to]: readonly [string, string],
    columns: readonly PropertyColumn[],
  ): ImportFile {
    const name = `relations-${this.#relations.length}`;
    const first = `:START_ID(${from}),:END_ID(${to})`;
    const file = new ImportFile(this.#folder, name, first, columns);
    this.#relations.push({ relation, file });
    return file;
  }

  /** All is written; says beside the files what there is to import. */
  close(): void {
    this.#isOpen = false;
    const nodes = this.#nodes.flatMap(({ label, file }) =>
      file.close().map(({ name, multiline }) => ({ label, file: name, multiline })),
    );
    const relations = this.#relations.flatMap(({ relation, file }) =>
      file.close().map(({ name, multiline }) => ({ relation, file: name, multiline })),
    );
    const manifest: ImportManifest = { nodes, relations };
    const path = join(this.#folder, manifestName);
    writeFileSync(path, JSON.stringify(manifest), { flag: 'wx', mode: 0o600 });
  }

  /** Lets go of those that were not closed, which nobody will import. */
  end(): void {
    if (this.#isOpen) for (const { file } of [...this.#nodes, ...this.#relations]) file.close();
    this.#isOpen = false;
  }
}

/** Nothing at all is a property that is absent; quoted nothing would be an empty text. */
function writeCell(bytes: CsvBytes, value: unknown): void {
  if (value === undefined || value === null) return;
  if (typeof value === 'string') bytes.text(value);
  else if (Array.isArray(value)) bytes.text(value.join(arrayDelimiter));
  else bytes.bare(typeof value === 'number' ? String(value) : value === true ? 'true' : 'false');
}
