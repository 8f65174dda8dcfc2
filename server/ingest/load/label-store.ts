/**
 * The ground truth that detection is measured by lies outside the graph: whoever may query the graph could otherwise ask
 * for it in a hundred ways. It is loaded as all else is, with sources and history, into a file of lines under SKEIN_HOME;
 * later lines of a key hold over earlier ones. The graph knows the file's name alone, so that an empty graph has none.
 */
import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../graph/neo4j/database.ts';
import type { ExistingRecord } from './statement.ts';

/** What is known of the labelled accounts, by their ids. */
export type Labels = Map<string, ExistingRecord>;

type Line = ExistingRecord & { key: string };

/** The file of this graph's labels; the graph is given one where it has none. */
export async function labelFile(database: Database, home: string): Promise<string> {
  const [found] = await database.write<{ file: string }>(
    "MERGE (s:SkeinLabelStore {id: 'labels'}) ON CREATE SET s.file = $file RETURN s.file AS file",
    { file: randomUUID() },
  );
  return join(home, 'labels', `${found!.file}.ndjson`);
}

/** Empty where nothing was loaded here; a line that a killed load left half-written is none. */
export async function readLabels(file: string): Promise<Labels> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  const labels: Labels = new Map();
  for (const written of text.split('\n')) {
    const line = lineOf(written);
    if (line) labels.set(line.key, line);
  }
  return labels;
}

export async function appendLabels(
  home: string,
  file: string,
  changed: ReadonlyMap<string, ExistingRecord>,
): Promise<void> {
  if (changed.size === 0) return;
  await mkdir(join(home, 'labels'), { recursive: true, mode: 0o700 });
  // The line feed before it ends what a killed load left half-written.
  const lines = [...changed].map(([key, stored]) => `\n${JSON.stringify({ key, ...stored })}`);
  await appendFile(file, `${lines.join('')}\n`, { mode: 0o600, flush: true });
}

function lineOf(written: string): Line | null {
  if (written === '') return null;
  try {
    return JSON.parse(written) as Line;
  } catch {
    return null;
  }
}
