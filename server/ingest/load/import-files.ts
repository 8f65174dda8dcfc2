import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { arrayDelimiter, type ImportManifest } from '../../graph/neo4j/local-import.ts';

/** What Neo4j's import calls the kinds of values that are stored here. */
export type ValueKind = 'string' | 'double' | 'long' | 'boolean' | 'string[]';

/** A property that some of the records of a file have. */
export interface PropertyColumn {
  name: string;
  kind: ValueKind;
}

/** Written together: a system call a row would cost more than the row. */
const partLength = 1 << 20;

/** One file that Neo4j's import reads. What is not closed is not whole. */
export class ImportFile {
  readonly name: string;
  /** A value goes on over the end of a line. */
  multiline = false;
  readonly #fd: number;
  readonly #columns: readonly PropertyColumn[];
  #waiting: string[];
  #length = 0;

  constructor(folder: string, name: string, first: string, columns: readonly PropertyColumn[]) {
    this.name = name;
    this.#columns = columns;
    this.#fd = openSync(join(folder, name), 'wx', 0o600);
    const header = columns.map((column) => quoted(`${column.name}:${column.kind}`));
    this.#waiting = [[first, ...header].join(',')];
  }

  /** `ends`: what stands in the columns before the properties. */
  write(ends: readonly string[], properties: Readonly<Record<string, unknown>>): void {
    let line = ends.map(quoted).join(',');
    for (const { name } of this.#columns) line += `,${cellOf(properties[name])}`;
    if (!this.multiline && /[\r\n]/.test(line)) this.multiline = true;
    this.#waiting.push(line);
    this.#length += line.length;
    if (this.#length >= partLength) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#fd);
  }

  #flush(): void {
    const bytes = Buffer.from(`${this.#waiting.join('\n')}\n`, 'utf8');
    for (let at = 0; at < bytes.length;) at += writeSync(this.#fd, bytes, at);
    this.#waiting = [];
    this.#length = 0;
  }
}

/** The files of a folder of their own, one for each label or type and each set of columns. */
export class ImportFiles {
  readonly #folder: string;
  readonly #prefix: string;
  readonly #nodes: { label: string; file: ImportFile }[] = [];
  readonly #relations: { relation: string; file: ImportFile }[] = [];

  constructor(folder: string, prefix: string) {
    this.#folder = folder;
    this.#prefix = prefix;
  }

  /** `space`: within it, what comes before the properties names a node. */
  nodes(label: string, space: string, columns: readonly PropertyColumn[]): ImportFile {
    const name = `${this.#prefix}nodes-${this.#nodes.length}.csv`;
    const file = new ImportFile(this.#folder, name, `:ID(${space})`, columns);
    this.#nodes.push({ label, file });
    return file;
  }

  relations(
    relation: string,
    [from, to]: readonly [string, string],
    columns: readonly PropertyColumn[],
  ): ImportFile {
    const name = `${this.#prefix}relations-${this.#relations.length}.csv`;
    const first = `:START_ID(${from}),:END_ID(${to})`;
    const file = new ImportFile(this.#folder, name, first, columns);
    this.#relations.push({ relation, file });
    return file;
  }

  /** All is written; says what there is to import. */
  close(): ImportManifest {
    const all = [...this.#nodes, ...this.#relations].map(({ file }) => file);
    for (const file of all) file.close();
    return {
      nodes: this.#nodes.map(({ label, file }) => ({ label, file: file.name })),
      relations: this.#relations.map(({ relation, file }) => ({ relation, file: file.name })),
      multiline: all.filter(({ multiline }) => multiline).map(({ name }) => name),
    };
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
