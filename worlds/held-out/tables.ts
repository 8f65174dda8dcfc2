import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chance } from './random.ts';

export type Row = Record<string, string | number | undefined>;

/** Rows by file of the contract. */
export class Tables {
  readonly #rows = new Map<string, Row[]>();
  readonly #chance: Chance;
  readonly #taken = new Set<string>();

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  add(file: string, row: Row): Row {
    const rows = this.#rows.get(file) ?? [];
    this.#rows.set(file, rows);
    rows.push(row);
    return row;
  }

  rows(file: string): readonly Row[] {
    return this.#rows.get(file) ?? [];
  }

  /** A new id that says nothing of when or for whom it was made. */
  id(): string {
    const letters = '23456789abcdefghjkmnpqrstvwxyz';
    for (;;) {
      let id = '';
      for (let at = 0; at < 10; at++) id += letters[this.#chance.whole(0, letters.length - 1)]!;
      if (this.#taken.has(id)) continue;
      this.#taken.add(id);
      return id;
    }
  }

  /** Each file's rows in a random order, so that a row's place tells nothing. */
  async write(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    for (const [file, rows] of this.#rows) {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      const lines = this.#chance
        .shuffled(rows)
        .map((row) => columns.map((column) => cell(row[column])).join(','));
      await writeFile(join(folder, `${file}.csv`), [columns.join(','), ...lines, ''].join('\n'));
    }
  }
}

function cell(value: string | number | undefined): string {
  const text = value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
