import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Load } from '../../../domain/answers.ts';
import type { EventsAnswer, RejectedRow } from '../../../domain/events.ts';
import { stemOf } from '../../../domain/mapping.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import { loadFolders } from '../load/load.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { silentProgress } from '../../platform/progress.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { EventBatch } from './batch-store.ts';
import { readRows, type EventLines } from './read-rows.ts';

/**
 * Stores the rows of a batch as a load stores files: a file of lines for each of the contract's, whose bytes are kept. Their
 * names are the batch's own, so that a row which says again what an earlier batch said is not taken for that one's.
 */
export async function loadBatch(
  database: Database,
  settings: Settings,
  batch: Pick<EventBatch, 'key' | 'load'>,
  rows: readonly unknown[],
): Promise<EventsAnswer> {
  const id = idOf(batch.key);
  const { byFile, rejected } = readRows(rows);
  const files = [...byFile].map(([file, lines]) => eventFile(id, file, lines));
  if (files.length === 0) return answerOf(id, rows, { load: null, files, rejected });
  const folder = join(settings.home, 'events', id);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const { name, content } of files)
      await writeFile(join(folder, name), content, { mode: 0o600 });
    await writeFile(join(folder, 'mapping.json'), mappingOf(files), { mode: 0o600 });
    const load = await loadFolders(
      database,
      settings,
      [folder],
      {
        load: batch.load,
        called: [`events:${batch.key}`],
        rejected: (file, found) => {
          const { places } = byFile.get(file)!;
          for (const { line, column, value, reason } of found)
            rejected.push({ index: places[line - 1]!, file, column, value, reason });
        },
      },
      silentProgress,
    );
    return answerOf(id, rows, { load, files, rejected });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Short, and of the key alone: a batch taken up again has the same files. */
function idOf(key: string): string {
  return `e-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
}

interface EventFile {
  file: FileName;
  name: string;
  content: string;
  rows: number;
}

function eventFile(id: string, file: FileName, { lines }: EventLines): EventFile {
  const content = lines.map((line) => `${line}\n`).join('');
  return { file, name: `${file}.${id}.ndjson`, content, rows: lines.length };
}

function mappingOf(files: readonly EventFile[]): string {
  const named = files.map(({ file, name }) => [stemOf(name), { file }] as const);
  return JSON.stringify({ files: Object.fromEntries(named) });
}

interface Loaded {
  load: Load | null;
  files: readonly EventFile[];
  rejected: readonly RejectedRow[];
}

function answerOf(
  batch: string,
  rows: readonly unknown[],
  { load, files, rejected }: Loaded,
): EventsAnswer {
  const sum = (name: 'added' | 'updated' | 'unchanged' | 'conflicts') =>
    (load?.files ?? []).reduce((total, file) => total + file[name], 0);
  const contractFile = (name: string) => files.find((file) => file.name === name)?.file ?? name;
  return {
    batch,
    load: load?.load ?? null,
    received: rows.length,
    accepted: rows.length - rejected.length,
    ...{ added: sum('added'), updated: sum('updated'), unchanged: sum('unchanged') },
    conflicts: sum('conflicts'),
    rejected: [...rejected].sort((a, b) => a.index - b.index),
    unknown_columns: (load?.unknown_columns ?? []).map(({ file, column, nearest }) => ({
      ...{ file: contractFile(file), column: column ?? '', nearest },
    })),
    sources: files.map(({ name, content, rows: count }) => ({
      file: name,
      sha256: createHash('sha256').update(content).digest('hex'),
      rows: count,
    })),
  };
}
