import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { fileOf } from '../domain/schema/graph.ts';
import type { FileName } from '../domain/schema/schema.ts';

/** Files whose rows are what accounts did; the rows of all others are who they are and what they have. */
const happened: readonly FileName[] = [
  'logins',
  'jobs',
  'bids',
  'ratings',
  'transfers',
  'documents',
];

/**
 * Writes a world's dataset to the folder without what happened earliest, so that so many rows are left, and those of the same
 * moment as the earliest: a platform hands over its latest months. What they name that is older is known by its id alone.
 */
export async function writeLatest(world: string, folder: string, rows: number): Promise<void> {
  const files = (await readdir(world)).filter((name) => name.endsWith('.csv'));
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    for (const file of files)
      await connection.run(
        `CREATE TABLE "${file}" AS SELECT *, ${timeIn(file)} AS _at
         FROM read_csv('${join(world, file)}', header = true, all_varchar = true, quote = '"', escape = '"')`,
      );
    const from = await earliestOf(connection, files, rows);
    for (const file of files) {
      if (ofEvents(file))
        await connection.run(
          `COPY (SELECT * EXCLUDE (_at) FROM "${file}" WHERE _at IS NULL OR _at >= '${from}')
           TO '${join(folder, file)}' (HEADER)`,
        );
      else await copyFile(join(world, file), join(folder, file));
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function ofEvents(file: string): FileName | undefined {
  return happened.find((name) => file === `${name}.csv`);
}

/** SQL for when a row happened; null of what is no event. */
function timeIn(file: string): string {
  const name = ofEvents(file);
  if (name === undefined) return 'NULL';
  const { when } = fileOf(name);
  // With other papers an account is opened.
  return name === 'documents'
    ? `CASE WHEN used_for IN ('bid', 'communication') THEN ${when} END`
    : when!;
}

/** The time of the earliest event that is among so many rows, those without a time all among them. */
async function earliestOf(
  connection: DuckDBConnection,
  files: readonly string[],
  rows: number,
): Promise<string> {
  const times = files.map((file) => `SELECT _at FROM "${file}"`).join(' UNION ALL ');
  const found = await connection.runAndReadAll(
    `SELECT _at FROM (${times}) ORDER BY _at DESC NULLS FIRST LIMIT 1 OFFSET ${rows - 1}`,
  );
  const [[from] = []] = found.getRowsJS() as [string | null][];
  if (typeof from !== 'string')
    throw new Error(`The world has no ${rows} rows with as many events.`);
  return from;
}
