import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { columnNames, quoted, writtenFiles, type WrittenFile } from '../tables/contract-tables.ts';
import type { Random } from './random.ts';
import type { Regime } from './regime.ts';

type Cell = string | number | undefined;

/** Rows as they are made; written shuffled, without the columns that this platform does not keep. */
export class Tables {
  private readonly rows = new Map<WrittenFile, string[][]>();
  private readonly columns = new Map<WrittenFile, string[]>();

  constructor() {
    for (const name of writtenFiles) {
      this.rows.set(name, []);
      this.columns.set(name, columnNames(name));
    }
  }

  add(table: WrittenFile, row: Record<string, Cell>): void {
    const cells = this.columns.get(table)!.map((column) => {
      const cell = row[column];
      return cell === undefined ? '' : String(cell);
    });
    this.rows.get(table)!.push(cells);
  }

  async write(folder: string, regime: Regime, rng: Random): Promise<void> {
    await mkdir(folder, { recursive: true });
    for (const name of writtenFiles) {
      const whole = name !== 'labels' && regime.lost.has(name);
      const columns = this.columns.get(name)!;
      const kept = columns.map(
        (column) => name === 'labels' || !regime.lost.has(`${name}.${column}`),
      );
      const gaps = columns.map((column) =>
        name === 'labels' ? 0 : (regime.gaps.get(`${name}.${column}`) ?? 0),
      );
      const file = await open(join(folder, `${name}.csv`), 'w');
      let block = columns.filter((_, i) => kept[i]).join(',') + '\n';
      for (const row of whole ? [] : rng.shuffle(this.rows.get(name)!)) {
        const cells: string[] = [];
        row.forEach((cell, i) => {
          if (!kept[i]) return;
          cells.push(gaps[i]! > 0 && rng.chance(gaps[i]!) ? '' : quoted(cell));
        });
        block += cells.join(',') + '\n';
        if (block.length > 1_000_000) {
          await file.write(block);
          block = '';
        }
      }
      await file.write(block);
      await file.close();
    }
  }
}

/** Seconds since 1970 as the contract writes a time. */
export function iso(seconds: number): string {
  return new Date(Math.round(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}

export function isoDay(seconds: number): string {
  return iso(seconds).slice(0, 10);
}
