import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exactCsvLine } from '../../domain/csv-line.ts';

/** So many characters are held before they are written. */
const heldBack = 1_000_000;

/** Files of a dataset folder that are written while rows come, however many; a file without a row is not there. */
export class GrowingCsv {
  readonly #folder: string;
  readonly #columns: Readonly<Record<string, readonly string[]>>;
  readonly #held = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** `columns` by the file's name without its ending. */
  constructor(folder: string, columns: Readonly<Record<string, readonly string[]>>) {
    this.#folder = folder;
    this.#columns = columns;
  }

  async add(file: string, row: Readonly<Record<string, string | undefined>>): Promise<void> {
    const columns = this.#columns[file] ?? [];
    const line = exactCsvLine(columns.map((column) => row[column] ?? ''));
    const held = (this.#held.get(file) ?? '') + line;
    this.#held.set(file, held);
    if (held.length > heldBack) await this.#write(file);
    this.#counts.set(file, (this.#counts.get(file) ?? 0) + 1);
  }

  /** Writes what is held; returns how many rows each file has. */
  async end(): Promise<Record<string, number>> {
    await mkdir(this.#folder, { recursive: true });
    for (const file of this.#held.keys()) await this.#write(file);
    return Object.fromEntries(this.#counts);
  }

  readonly #begun = new Set<string>();

  async #write(file: string): Promise<void> {
    const path = join(this.#folder, `${file}.csv`);
    if (!this.#begun.has(file)) {
      await mkdir(this.#folder, { recursive: true });
      await writeFile(path, exactCsvLine(this.#columns[file] ?? []));
      this.#begun.add(file);
    }
    await appendFile(path, this.#held.get(file) ?? '');
    this.#held.set(file, '');
  }
}
