import { join } from 'node:path';
import type { Connection } from '../../platform/settings/settings.ts';
import { literal } from './spark-text.ts';
import type { ColumnKind, ColumnTable } from './tables.ts';

const types: Record<ColumnKind, string> = {
  VARCHAR: 'STRING',
  BIGINT: 'BIGINT',
  DOUBLE: 'DOUBLE',
  'VARCHAR[]': 'ARRAY<STRING>',
};

/** What Spark is told to read a table from the graph, by the connector, and to keep it as Parquet under the folder. */
export function kept(table: ColumnTable, neo4j: Connection, folder: string): string[] {
  const columns = table.columns.map(
    ({ name, kind, made }) => `\`${name}\` ${made ? 'STRING' : types[kind]}`,
  );
  const made = table.columns.map(({ name, made }) =>
    made ? `${made.sql(`\`${name}\``)} AS \`${name}\`` : `\`${name}\``,
  );
  const options = Object.entries(optionsOf(table, neo4j)).map(
    ([name, value]) => `${literal(name)} ${literal(value)}`,
  );
  return [
    `CREATE TEMPORARY VIEW in_graph (${columns.join(', ')})
     USING org.neo4j.spark.DataSource OPTIONS (${options.join(', ')})`,
    `INSERT OVERWRITE DIRECTORY ${literal(folderOf(table, folder))} USING parquet
     SELECT ${made.join(', ')} FROM in_graph`,
  ];
}

/** What a session is told so that it sees the kept table; of it what a text names, whatever others name. */
export function seen(table: ColumnTable, folder: string): string {
  const named = [
    ...table.columns.map(({ name }) => `\`${name}\``),
    ...table.fixed.map(([column, value]) => `${literal(value)} AS ${column}`),
  ];
  return `CREATE TEMPORARY VIEW ${table.name} AS
          SELECT ${named.join(', ')} FROM ${parquetIn(folderOf(table, folder))}`;
}

/** As a table of SQL, what has been written to a folder. */
export function parquetIn(folder: string): string {
  return `parquet.\`${folder.replaceAll('`', '``')}\``;
}

function folderOf({ name }: ColumnTable, folder: string): string {
  return join(folder, 'tables', name);
}

function optionsOf({ rowByRow }: ColumnTable, { uri, user, password, database }: Connection) {
  return {
    url: uri,
    'authentication.type': 'basic',
    'authentication.basic.username': user,
    'authentication.basic.password': password,
    ...(database === null ? {} : { database }),
    // Of several servers the one that is written to: the others may not have heard yet of what was inferred a moment ago.
    'access.mode': uri.startsWith('neo4j') ? 'write' : 'read',
    query: rowByRow,
  };
}
