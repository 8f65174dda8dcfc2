import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import neo4j from 'neo4j-driver';
import { localPassword, runAdmin } from '../server/graph/neo4j/local-admin.ts';
import { localLayout } from '../server/graph/neo4j/local-layout.ts';
import type { Connection } from '../server/platform/settings/settings.ts';

/** What else one would use to bring the same files into Neo4j, as one would write it: nothing is checked, and no source is kept. */

/** The first lines by which Neo4j's import reads the files as they are. */
const imported = {
  nodes: [
    ['Account', 'accounts', 'id:ID(Account),handle,country,created_at'],
    ['Ip', 'ips', 'id:ID(Ip),country,kind'],
    ['Device', 'devices', 'id:ID(Device),os'],
  ],
  relations: [
    [
      'LOGGED_IN_FROM',
      'logins',
      ':START_ID(Account),:END_ID(Ip),:IGNORE,started_at,ended_at,user_agent,service_port',
    ],
    [
      'LOGGED_IN_ON',
      'logins',
      ':START_ID(Account),:IGNORE,:END_ID(Device),started_at,ended_at,user_agent,service_port',
    ],
  ],
} as const;

/** Seconds that `neo4j-admin database import` takes for the files; their own first lines are taken off before. */
export async function importAlone(home: string, folder: string): Promise<number> {
  const layout = localLayout(home);
  const work = join(home, 'peer');
  await mkdir(work, { recursive: true });
  await localPassword(layout);
  for (const name of ['accounts', 'ips', 'devices', 'logins'])
    await withoutFirstLine(join(folder, `${name}.csv`), join(work, `${name}.csv`));
  const argument = async (
    option: string,
    [type, file, header]: readonly [string, string, string],
  ) => {
    const first = join(work, `${type}.header.csv`);
    await writeFile(first, `${header}\n`);
    return `--${option}=${type}=${first},${join(work, `${file}.csv`)}`;
  };
  const files = [
    ...(await Promise.all(imported.nodes.map((one) => argument('nodes', one)))),
    ...(await Promise.all(imported.relations.map((one) => argument('relationships', one)))),
  ];
  const begun = performance.now();
  await runAdmin(
    layout,
    ...['database', 'import', 'full', 'neo4j', `--report-file=${join(work, 'report')}`],
    ...files,
  );
  return (performance.now() - begun) / 1_000;
}

async function withoutFirstLine(from: string, to: string): Promise<void> {
  let first = true;
  await pipeline(
    createReadStream(from),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        yield first ? chunk.subarray(chunk.indexOf('\n') + 1) : chunk;
        first = false;
      }
    },
    createWriteStream(to),
  );
}

const rowsAtOnce = 10_000;

const constraints = ['Account', 'Ip', 'Device'].map(
  (label) => `CREATE CONSTRAINT FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
);

const merged = {
  accounts:
    'UNWIND $rows AS row MERGE (a:Account {id: row.account_id}) SET a.handle = row.handle, a.country = row.country, a.created_at = row.created_at',
  ips: 'UNWIND $rows AS row MERGE (i:Ip {id: row.ip}) SET i.country = row.country, i.kind = row.kind',
  devices: 'UNWIND $rows AS row MERGE (d:Device {id: row.device_id}) SET d.os = row.os',
  logins: `UNWIND $rows AS row
    MATCH (a:Account {id: row.account_id}), (i:Ip {id: row.ip}), (d:Device {id: row.device_id})
    MERGE (a)-[f:LOGGED_IN_FROM {started_at: row.started_at}]->(i)
    SET f.ended_at = row.ended_at, f.user_agent = row.user_agent
    MERGE (a)-[o:LOGGED_IN_ON {started_at: row.started_at}]->(d)
    SET o.ended_at = row.ended_at, o.user_agent = row.user_agent`,
} as const;

/** Seconds that `UNWIND … MERGE` takes for the files in a database that holds nothing. */
export async function mergeLive(
  { uri, user, password, database }: Connection,
  folder: string,
): Promise<number> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const run = async (query: string, parameters = {}) => {
    await driver.executeQuery(query, parameters, database ? { database } : {});
  };
  try {
    for (const constraint of constraints) await run(constraint);
    const begun = performance.now();
    for (const [file, query] of Object.entries(merged))
      for await (const rows of rowsOf(join(folder, `${file}.csv`))) await run(query, { rows });
    return (performance.now() - begun) / 1_000;
  } finally {
    await driver.close();
  }
}

/** No cell of these files holds a comma. */
async function* rowsOf(path: string): AsyncGenerator<Record<string, string>[]> {
  let columns: string[] | undefined;
  let rows: Record<string, string>[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const cells = line.split(',');
    if (!columns) columns = cells;
    else rows.push(Object.fromEntries(columns.map((column, at) => [column, cells[at]!])));
    if (rows.length < rowsAtOnce) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}
