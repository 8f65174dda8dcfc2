import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { files, type FileName } from '../../../domain/schema/schema.ts';
import { oldest, worldEnds } from '../chance/time.ts';

export type Cell = string | number | undefined;
export type Row = Readonly<Record<string, Cell>>;

/** A bucket is sorted in memory; this many keep one small in a world of half a million accounts. */
const buckets = 64;
/** Lines held back before they are put aside on disk. */
const heldBytes = 128 * 1024 * 1024;

/**
 * Takes rows in any order and writes each file in the order of time, or of ids where a row has no time: so the order
 * of rows never tells in which order the world was thought up. Rows wait in buckets by time, on disk when there are
 * many, and each bucket is sorted by itself.
 */
export class Sink {
  readonly #folder: string;
  readonly #aside: string;
  readonly #held = new Map<string, string[]>();
  readonly #counts = new Map<FileName, number>();
  #bytes = 0;
  readonly #spilled = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
    this.#aside = join(folder, '.aside');
    mkdirSync(folder, { recursive: true });
  }

  get rows(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  counts(): Record<string, number> {
    return Object.fromEntries(
      (Object.keys(files) as FileName[]).map((name) => [name, this.#counts.get(name) ?? 0]),
    );
  }

  add(file: FileName, row: Row): void {
    const { columns, key } = layoutOf(file);
    const line = columns.map((column) => quoted(row[column])).join(',');
    const order = orderOf(file, row, key);
    const bucket = `${file}.${order.bucket}`;
    let held = this.#held.get(bucket);
    if (!held) this.#held.set(bucket, (held = []));
    held.push(`${order.text}\u0001${line}`);
    this.#counts.set(file, (this.#counts.get(file) ?? 0) + 1);
    this.#bytes += line.length + 32;
    if (this.#bytes > heldBytes) this.#putAside();
  }

  /** Writes the files; those without rows have their header alone. */
  finish(written: (file: FileName) => void): void {
    for (const file of Object.keys(files) as FileName[]) {
      const path = join(this.#folder, `${file}.csv`);
      writeFileSync(path, `${layoutOf(file).columns.join(',')}\n`);
      for (let at = 0; at < buckets; at++) {
        const bucket = `${file}.${at}`;
        const held = this.#held.get(bucket) ?? [];
        // So many that they cannot be handed to `push`.
        const lines = this.#spilled.has(bucket)
          ? held.concat(
              readFileSync(join(this.#aside, bucket), 'utf8').split('\u0002').slice(0, -1),
            )
          : held;
        this.#held.delete(bucket);
        if (lines.length === 0) continue;
        // By code units: the same on every machine.
        lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        appendFileSync(
          path,
          `${lines.map((line) => line.slice(line.indexOf('\u0001') + 1)).join('\n')}\n`,
        );
      }
      written(file);
    }
    rmSync(this.#aside, { recursive: true, force: true });
  }

  #putAside(): void {
    mkdirSync(this.#aside, { recursive: true });
    for (const [bucket, lines] of this.#held) {
      appendFileSync(join(this.#aside, bucket), lines.map((line) => `${line}\u0002`).join(''));
      this.#spilled.add(bucket);
    }
    this.#held.clear();
    this.#bytes = 0;
  }
}

interface Layout {
  columns: readonly string[];
  key: readonly string[];
}
const layouts = new Map<FileName, Layout>();

function layoutOf(file: FileName): Layout {
  const known = layouts.get(file);
  if (known) return known;
  const { columns, key } = files[file];
  const made = { columns: Object.keys(columns), key };
  layouts.set(file, made);
  return made;
}

/** Events stand in the order of time; things by their random ids, so that a line's place says nothing of its age. */
const byTime: Partial<Record<FileName, string>> = {
  account_changes: 'changed_at',
  logins: 'started_at',
  transfers: 'sent_at',
  documents: 'submitted_at',
  jobs: 'posted_at',
  bids: 'submitted_at',
  ratings: 'rated_at',
  shipments: 'requested_at',
};

function orderOf(
  file: FileName,
  row: Row,
  key: readonly string[],
): { bucket: number; text: string } {
  const ids = key.map((column) => row[column] ?? '').join('|');
  const timed = byTime[file];
  if (timed === undefined) {
    let hash = 0;
    for (let at = 0; at < ids.length; at++) hash = (Math.imul(hash, 31) + ids.charCodeAt(at)) | 0;
    const mixed = (hash ^ (hash >>> 15)) >>> 0;
    return { bucket: mixed % buckets, text: String(mixed).padStart(10, '0') + ids };
  }
  const time = row[timed];
  if (typeof time !== 'string') return { bucket: 0, text: ids };
  const share = (Date.parse(time) - oldest) / (worldEnds - oldest);
  return {
    bucket: Math.min(buckets - 1, Math.max(0, Math.floor(share * buckets))),
    text: `${time}${ids}`,
  };
}

function quoted(cell: Cell): string {
  if (cell === undefined) return '';
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
