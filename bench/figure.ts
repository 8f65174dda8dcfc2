/** One line of docs/BENCH.md. */
export interface Figure {
  what: string;
  value: string;
  /** What it must at least be, or null. */
  wanted: string | null;
}
