import { createHash } from 'node:crypto';
import type { Load, StoredLoad } from '../../../domain/answers.ts';
import type { TextForm } from '../../../domain/mapping.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { ChangeLog } from './change-log.ts';

/** Loads and the files they read, as the database keeps them. */

/** What is known of a load from its first moment on. */
export interface BegunLoad {
  load: string;
  started: string;
  by: string;
  folders: string[];
  /** The contract's files that it may touch. */
  files: FileName[];
}

/** A load that was killed stays without an end; true when this one goes on with it. */
export async function beginLoad(database: Database, begun: BegunLoad): Promise<boolean> {
  const [found] = await database.write<{ again: boolean }>(
    `MERGE (l:SkeinLoad {id: $load})
     WITH l, l.started IS NOT NULL AS again
     SET l.started = coalesce(l.started, $started), l.by = $by, l.files = $files,
         l.folders = CASE WHEN size($folders) > 0 THEN $folders END
     RETURN again`,
    { ...begun },
  );
  return found!.again;
}

/** Its files, by what `_sources` names them by, are whole in the graph from then on. */
export async function endLoad(
  database: Database,
  load: Load,
  { ended, refs, touched }: { ended: string; refs: readonly string[]; touched: ChangeLog },
): Promise<void> {
  const things = touched.things();
  await database.transaction(async (tx) => {
    await tx.run(
      `MATCH (l:SkeinLoad {id: $load})
       SET l.ended = $ended, l.json = $json, l.touched = $touched, l.things = $things`,
      {
        load: load.load,
        ended,
        json: JSON.stringify(load),
        touched: JSON.stringify(touched.types()),
        things: things && JSON.stringify(things),
      },
    );
    await tx.run('UNWIND $refs AS ref MATCH (s:SkeinSourceFile {ref: ref}) SET s.whole = true', {
      refs,
    });
  });
}

/** Those of the files that a load has read to their end. */
export async function wholeFiles(
  database: Database,
  refs: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await database.read<{ ref: string }>(
    'UNWIND $refs AS ref MATCH (s:SkeinSourceFile {ref: ref, whole: true}) RETURN ref',
    { refs },
  );
  return new Set(found.map(({ ref }) => ref));
}

interface LoadNode {
  id: string;
  started: string;
  ended: string | null;
  by: string;
  folders: string[];
  json: string | null;
}

/** Latest first; `before` is the id of the last one of the page before. */
export async function latestLoads(
  database: Database,
  limit: number,
  before: string | null = null,
): Promise<StoredLoad[]> {
  const nodes = await database.read<LoadNode>(
    `MATCH (l:SkeinLoad)
     WHERE $before IS NULL OR l.id < $before
     RETURN l.id AS id, l.started AS started, l.ended AS ended, l.by AS by,
            coalesce(l.folders, []) AS folders, l.json AS json
     ORDER BY l.id DESC LIMIT toInteger($limit)`,
    { before, limit },
  );
  return nodes.map(({ id, started, ended, by, folders, json }) => {
    const empty: Load = { load: id, files: [], unknown_files: [], unknown_columns: [], notes: [] };
    const load = json === null ? empty : (JSON.parse(json) as Load);
    return { ...load, started, ended, by, folders };
  });
}

export interface SourceFile {
  /** What `_sources` names it by. */
  ref: string;
  file: string;
  sha256: string;
  /** Ground truth: its rows are not shown. */
  withheld?: boolean;
}

/**
 * The short name of a file as it was read: other bytes, another name or another mapping make another one,
 * so that a file read again under a corrected mapping is not taken for known.
 */
export function sourceRef(file: string, sha256: string, reading: string): string {
  const digest = createHash('sha256').update(JSON.stringify([file, sha256, reading]));
  return digest.digest('hex').slice(0, 12);
}

/** With the form in which its bytes are text, where that is not the contract's. */
export async function storeSourceFile(
  database: Database,
  source: SourceFile,
  { encoding, delimiter }: TextForm,
): Promise<void> {
  await database.write(
    `MERGE (s:SkeinSourceFile {ref: $ref})
     SET s.file = $file, s.sha256 = $sha256, s.encoding = $encoding, s.delimiter = $delimiter, s.withheld = $withheld`,
    {
      ...source,
      withheld: source.withheld === true ? true : null,
      encoding: encoding ?? null,
      delimiter: delimiter ?? null,
    },
  );
}

/** By SHA-256, the form of the loaded files that are not in the contract's. */
export async function textForms(database: Database): Promise<ReadonlyMap<string, TextForm>> {
  const found = await database.read<{ sha256: string; form: TextForm }>(
    `MATCH (s:SkeinSourceFile)
     WHERE s.encoding IS NOT NULL OR s.delimiter IS NOT NULL
     RETURN s.sha256 AS sha256, {encoding: s.encoding, delimiter: s.delimiter} AS form`,
  );
  return new Map(found.map(({ sha256, form }) => [sha256, withoutNulls(form)]));
}

function withoutNulls(form: TextForm): TextForm {
  return Object.fromEntries(
    Object.entries(form).filter(([, value]) => (value as unknown) !== null),
  );
}

export async function loadById(database: Database, load: string): Promise<Load | null> {
  const [found] = await database.read<{ json: string | null }>(
    'MATCH (l:SkeinLoad {id: $load}) RETURN l.json AS json',
    { load },
  );
  return found?.json ? (JSON.parse(found.json) as Load) : null;
}
