/** A line of CSV for a person's spreadsheet: what it would run as a formula is made text. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(harmless(cell))).join(',')}\r\n`;
}

/** A line of CSV, word for word: for files that a program reads back. */
export function exactCsvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\n`;
}

function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
