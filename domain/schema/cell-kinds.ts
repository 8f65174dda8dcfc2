/** What a column of the contract may hold; the name is the one that docs and error messages use. */
export const cellKinds = [
  'id',
  'text',
  'long_text',
  'time',
  'date',
  'country',
  'currency',
  'decimal',
  'integer',
  'list',
  'enum',
  'ip',
  'hex',
] as const;
export type CellKind = (typeof cellKinds)[number];

/**
 * Longest id, cell and long text in characters, the most items of a list (contract, "Identifiers"), and the most columns
 * of a file: far more than the contract's and those beyond them that a file may bring.
 */
export const limits = {
  id: 512,
  cell: 8_000,
  longText: 1_048_576,
  list: 1_000,
  columns: 2_000,
} as const;
