import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { programVersion } from '../../platform/version.ts';
import { schema } from './duckdb-schema.ts';
import type { ColumnTable } from './tables.ts';

/** What tables rest on that were read: whatever else comes to be in the graph they do not have. */
export interface ColumnsBasis {
  /** Loads whose rows they have. */
  loads: readonly string[];
  /** Of each inferred relation which edition. */
  editions: Readonly<Record<string, string>>;
}

/** What of a kept table is read again: its rows that are known so, or all. */
export type Renewal = readonly string[] | 'all';

/** That columns are kept between runs, and which of them a run may use. */
export interface Keeping {
  /** Where they are kept. */
  folder: string;
  /** By what the database is told from others. */
  database: string;
  /** On what the tables of this run rest, known once all is inferred. */
  basis: () => Promise<ColumnsBasis>;
  /** Of tables that rest on that, what is to be read again; null where the run uses nothing that was kept. */
  renewals:
    | ((
        known: ColumnsBasis,
        tables: readonly ColumnTable[],
      ) => Promise<ReadonlyMap<string, Renewal>>)
    | null;
}

const stateSchema = z.object({
  program: z.string(),
  loads: z.array(z.string()),
  editions: z.record(z.string(), z.string()),
  /** What each table was read as, by its name. */
  tables: z.record(z.string(), z.string()),
});
export type KeptState = z.infer<typeof stateSchema>;

const table = `${schema}.skein_kept`;

export function stateOf(
  { loads, editions }: ColumnsBasis,
  tables: readonly ColumnTable[],
): KeptState {
  return {
    program: programVersion,
    ...{ loads: [...loads], editions: { ...editions } },
    tables: Object.fromEntries(tables.map((one) => [one.name, readAs(one)])),
  };
}

/** Another program, other columns, or values made otherwise: another text. */
export function readAs({ name, columns, query }: ColumnTable): string {
  const made = columns.map(({ made: one, ...column }) => [column, String(one?.of)]);
  return createHash('sha256')
    .update(JSON.stringify([name, made, query]))
    .digest('hex');
}

export async function writeState(connection: DuckDBConnection, state: KeptState): Promise<void> {
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
