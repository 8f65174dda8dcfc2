/** The key of a matrix's cell; ids may hold any letter. */
export function cellKey(row: string, column: string): string {
  return JSON.stringify([row, column]);
}
