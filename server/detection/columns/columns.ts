/** A row of an answer, by column. Whole numbers are `bigint`, so that Cypher reckons with them as such. */
export type ColumnRow = Readonly<Record<string, unknown>>;

/** Of tables, how many are as an earlier run kept them, how many are so but for what was written since, and how many were read. */
export interface KeptTables {
  kept: number;
  renewed: number;
  read: number;
}

/**
 * The graph in columns, to be asked in SQL: what Cypher is slow at, counting and windows over all sessions, ratings and
 * payments of a platform. The graph stays the one truth; a table is read from it when SQL first names it. Whichever engine
 * counts, the rows are the same.
 */
export abstract class Columns {
  /**
   * The rows that the text brings, in batches; those of one value in the first column, by which it must be ordered, are
   * never parted. Of the values, those that the text names as `$name` are used.
   */
  abstract ask(
    text: string,
    values: Readonly<Record<string, unknown>>,
  ): AsyncGenerator<ColumnRow[]>;

  abstract close(): Promise<void>;

  /** Keeps what was read for a later run, where that is done at all and can be. Nothing can be asked from then on. */
  async keep(): Promise<void> {}

  /** How the tables came that an earlier run has kept; null where none could be used. */
  get tables(): KeptTables | null {
    return null;
  }

  /** All rows that the text brings, which are held in memory. */
  async all(text: string, values: Readonly<Record<string, unknown>>): Promise<ColumnRow[]> {
    const rows: ColumnRow[] = [];
    for await (const batch of this.ask(text, values)) for (const row of batch) rows.push(row);
    return rows;
  }

  /** The one row that the text brings, its whole numbers as JSON has them; nothing when it brings none. */
  async one(text: string, values: Readonly<Record<string, unknown>>): Promise<ColumnRow> {
    for await (const [row] of this.ask(text, values))
      if (row)
        return Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            typeof value === 'bigint' ? Number(value) : value,
          ]),
        );
    return {};
  }
}
