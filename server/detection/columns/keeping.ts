import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { programVersion } from '../../platform/version.ts';
import { schema } from './duckdb-schema.ts';
import type { ColumnTable } from './tables.ts';

/** What of a kept table is read again: its rows that are known so, or all. */
export type Renewal = readonly string[] | 'all';

/** That columns are kept between runs, and which of them a run may use. */
export interface Keeping {
  /** Where they are kept. */
  folder: string;
  /** By what the database is told from others. */
  database: string;
  /** Loads whose rows the tables of this run have; whatever else comes to be in the graph they may not have. */
  loads: readonly string[];
  /** By inferred relation, its edition now. */
  editions: () => Promise<Readonly<Record<string, string>>>;
  /**
   * What is to be read again of tables of nodes and recorded relations that have the rows of these loads; null where the run
   * uses nothing that was kept.
   */
  renewals:
    | ((
        loads: readonly string[],
        tables: readonly ColumnTable[],
      ) => Promise<ReadonlyMap<string, Renewal>>)
    | null;
}

/** What a kept table holds. */
const keptSchema = z.object({
  /** As what it was read. */
  as: z.string(),
  /** Of an inferred relation, the edition; null: of what was never inferred, or of what is recorded. */
  edition: z.string().nullable(),
});
export type KeptTable = z.infer<typeof keptSchema>;

const stateSchema = z.object({
  program: z.string(),
  loads: z.array(z.string()),
  /** By their names. */
  tables: z.record(z.string(), keptSchema),
});
type KeptState = z.infer<typeof stateSchema>;

const table = `${schema}.skein_kept`;

/** Another program, other columns, or values made otherwise: another text. */
export function readAs({ name, columns, query }: ColumnTable): string {
  const made = columns.map(({ made: one, ...column }) => [column, String(one?.of)]);
  return createHash('sha256')
    .update(JSON.stringify([name, made, query]))
    .digest('hex');
}

export async function writeState(
  connection: DuckDBConnection,
  { loads, tables }: Pick<Keeping, 'loads'> & Pick<KeptState, 'tables'>,
): Promise<void> {
  const state: KeptState = { program: programVersion, loads: [...loads], tables };
  await connection.run(`CREATE OR REPLACE TABLE ${table} AS SELECT $state AS state`, {
    state: JSON.stringify(state),
  });
}

/** Null where it is another program's, or none. */
export async function readState(connection: DuckDBConnection): Promise<KeptState | null> {
  const [row] = (await connection.runAndReadAll(`SELECT state FROM ${table}`)).getRows();
  const state = stateSchema.safeParse(JSON.parse(String(row?.[0])));
  return state.success && state.data.program === programVersion ? state.data : null;
}
