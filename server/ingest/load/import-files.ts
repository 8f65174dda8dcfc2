import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  arrayDelimiter,
  manifestName,
  type ImportManifest,
} from '../../graph/neo4j/local-import.ts';

/** What Neo4j's import calls the kinds of values that are stored here. */
export type ValueKind = 'string' | 'double' | 'long' | 'boolean' | 'string[]';

/** A property that some of the records of a file have. */
export interface PropertyColumn {
  name: string;
  kind: ValueKind;
}

/** Written together: a system call a row would cost more than the row. */
const partLength = 1 << 20;

/** A file that is being written. */
interface Part {
  name: string;
  fd: number;
  /** A value goes on over the end of a line. */
  multiline: boolean;
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
  readonly #known: Set<string>;
  readonly #parts: Part[] = [];
  #waiting: string[] = [];
  #length = 0;

  constructor(folder: string, name: string, first: string, columns: readonly PropertyColumn[]) {
    this.#folder = folder;
    this.#name = name;
    this.#first = first;
    this.#columns = [...columns];
    this.#known = new Set(columns.map((column) => column.name));
    this.#begin();
  }

  /** `ends`: what stands before the properties; `further`: names of texts that are among them and need a column. */
  write(
    ends: readonly string[],
    properties: Readonly<Record<string, unknown>>,
    further: readonly string[] = [],
  ): void {
    const unknown = further.filter((name) => !this.#known.has(name));
    if (unknown.length > 0) this.#widen(unknown);
    let line = ends.map(quoted).join(',');
    for (const { name } of this.#columns) line += `,${cellOf(properties[name])}`;
    const part = this.#parts.at(-1)!;
    if (!part.multiline && /[\r\n]/.test(line)) part.multiline = true;
    this.#put(line);
  }

  /** Lets go of the file; returns what there is of it, by name. */
  close(): Pick<Part, 'name' | 'multiline'>[] {
    this.#flush();
    closeSync(this.#parts.at(-1)!.fd);
    return this.#parts;
  }

  #widen(names: readonly string[]): void {
    this.close();
    for (const name of names) {
      this.#known.add(name);
      this.#columns.push({ name, kind: 'string' });
    }
    this.#begin();
  }

  #begin(): void {
    const name = `${this.#name}-${this.#parts.length}.csv`;
    const fd = openSync(join(this.#folder, name), 'wx', 0o600);
    this.#parts.push({ name, fd, multiline: false });
    const header = this.#columns.map((column) => quoted(`${column.name}:${column.kind}`));
    this.#put([this.#first, ...header].join(','));
  }

  #put(line: string): void {
    this.#waiting.push(line);
    this.#length += line.length;
    if (this.#length >= partLength) this.#flush();
  }

  #flush(): void {
    const bytes = Buffer.from(this.#waiting.map((line) => `${line}\n`).join(''), 'utf8');
    const { fd } = this.#parts.at(-1)!;
    for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
    this.#waiting = [];
    this.#length = 0;
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
function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return quoted(value.join(arrayDelimiter));
  return typeof value === 'number' ? String(value) : value === true ? 'true' : 'false';
}

function quoted(text: string): string {
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`;
}
