import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import type { Family } from '../domain/detector.ts';
import type { Finding } from '../domain/finding.ts';
import { detect } from '../server/decisions/applied/detect.ts';
import type { ExitUse } from '../server/detection/derive/exit-uses.ts';
import type { Hire } from '../server/detection/derive/hires.ts';
import { platformFactsAlone } from '../server/detection/detect/platform-facts.ts';
import { loadFolders } from '../server/ingest/load/load.ts';
import type { Database } from '../server/graph/neo4j/database.ts';
import { prepareSchema } from '../server/graph/neo4j/graph-schema.ts';
import type { Progress } from '../server/platform/progress.ts';
import type { Settings } from '../server/platform/settings/settings.ts';

/** A row of labels.csv. Every role but `benign` is part of a scheme; accounts without a row are honest. */
export interface Label {
  account_id: string;
  cluster: string;
  role: string;
  kind: string;
}

/** What detection found in a labelled world, without the evidence, which scores do not depend on. */
export interface World {
  name: string;
  /** Every account of the graph. */
  accounts: string[];
  findings: Finding[];
  /** Which accounts came through which exits: what groups are judged by besides. */
  exitUses: ExitUse[];
  /** Whom clients hired: what groups are judged by besides. */
  hires: Hire[];
  /** The families of evidence that it keeps records of; all when absent. */
  recorded?: readonly Family[];
  labels: Label[];
  /** Columns of accounts.csv that detection may not use, for rates by group. */
  groups: { account_id: string; nationality: string }[];
  seconds: { load: number; detect: number };
}

/** Empties the database, loads the folder and detects; nothing reads the labels before that is done. */
export async function observeWorld(
  database: Database,
  settings: Settings,
  { name, folder }: { name: string; folder: string },
  progress: Progress,
): Promise<World> {
  await emptyGraph(database);
  const begun = performance.now();
  await loadFolders(database, settings, [folder], {}, progress);
  const loaded = performance.now();
  const { findings, accounts } = await detect(database, {}, progress);
  const done = performance.now();
  const { exitUses, hires, recorded } = await platformFactsAlone(database, null);
  return {
    name,
    accounts: accounts.map(({ account_id }) => account_id),
    findings: findings.map((finding) => ({ ...finding, evidence: [], nodes: [] })),
    ...{ exitUses, hires, recorded },
    labels: await readRows<Label>(join(folder, 'labels.csv')),
    groups: (
      await readRows<{ account_id: string; nationality?: string }>(join(folder, 'accounts.csv'))
    ).map(({ account_id, nationality }) => ({ account_id, nationality: nationality ?? '' })),
    seconds: { load: (loaded - begun) / 1_000, detect: (done - loaded) / 1_000 },
  };
}

/** All but the program's own mark, with constraints and indexes. */
export async function emptyGraph(database: Database): Promise<void> {
  // Relations first: a transaction must not grow with what hangs on a node.
  await database.command('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS');
  await database.command(
    'MATCH (n) WHERE NOT n:Skein CALL (n) { DELETE n } IN TRANSACTIONS OF 10000 ROWS',
  );
  await prepareSchema(database);
}

/** The rows of a CSV file by column. */
export async function readRows<T>(file: string): Promise<T[]> {
  const rows: T[] = [];
  for await (const row of createReadStream(file).pipe(parse({ columns: true, bom: true })))
    rows.push(row as T);
  return rows;
}
