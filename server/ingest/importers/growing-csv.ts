import { appendFile, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exactCsvLine } from '../../../domain/csv-line.ts';
import { beginOwnFile } from '../../platform/own-file.ts';

/** So many characters are held before they are written. */
const heldBack = 1_000_000;

/**
 * Files of a dataset folder that are written while rows come, however many. They appear all at once, at the end; a file
 * without a row does not.
 */
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
    const first = !this.#counts.has(file);
    if (first) await this.#begin(file);
    const line = exactCsvLine(columns.map((column) => row[column] ?? ''));
    const held = (this.#held.get(file) ?? '') + line;
    this.#held.set(file, held);
    this.#counts.set(file, (this.#counts.get(file) ?? 0) + 1);
    if (held.length > heldBack) await this.#write(file);
  }

  /** Writes what is held; returns how many rows each file has. */
  async end(): Promise<Record<string, number>> {
    for (const file of this.#counts.keys()) await this.#write(file);
    for (const file of this.#counts.keys())
      await rename(this.#unfinished(file), join(this.#folder, `${file}.csv`));
    return Object.fromEntries(this.#counts);
  }

  /** Leaves the folder's files as they were. */
  async giveUp(): Promise<void> {
    for (const file of this.#counts.keys()) await rm(this.#unfinished(file), { force: true });
  }

  #unfinished(file: string): string {
    return join(this.#folder, `${file}.csv.${process.pid}.part`);
  }

  async #begin(file: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await beginOwnFile(this.#unfinished(file), exactCsvLine(this.#columns[file] ?? []));
  }

  async #write(file: string): Promise<void> {
    await appendFile(this.#unfinished(file), this.#held.get(file) ?? '');
    this.#held.set(file, '');
  }
}

/**
 * Lets `write` fill files of the folder; when it throws, they are as they were. Returns how many rows each has, and what
 * `write` made.
 */
export async function growFiles<T>(
  folder: string,
  columns: Readonly<Record<string, readonly string[]>>,
  write: (csv: GrowingCsv) => Promise<T>,
): Promise<{ rows: Record<string, number>; made: T }> {
  const csv = new GrowingCsv(folder, columns);
  try {
    const made = await write(csv);
    return { rows: await csv.end(), made };
  } catch (error) {
    await csv.giveUp();
    throw error;
  }
}
