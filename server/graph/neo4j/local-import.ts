import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { runAdmin } from './local-admin.ts';
import type { LocalLayout } from './local-layout.ts';
import { databaseName, dropAside, setAside } from './set-aside.ts';

/** Parts the items of a list within a cell; no text that holds it may be among them. */
export const arrayDelimiter = '\u001f';

/** What a folder holds for Neo4j's import: files by their names in it. */
export const importManifestSchema = z.object({
  nodes: z.array(z.object({ label: z.string(), file: z.string() })),
  relations: z.array(z.object({ relation: z.string(), file: z.string() })),
  /** Those in which a value goes on over the end of a line. */
  multiline: z.array(z.string()),
});
export type ImportManifest = z.infer<typeof importManifestSchema>;

/** Beside the files of a folder to import. */
export const manifestName = 'manifest.json';

/** No value of the contract is longer than a quarter of it, in bytes. */
const readBuffer = '16m';
const offHeap = '1g';

/**
 * Puts what the folder holds in the place of the stopped database. Throws UnavailableError, with the database as it was, when
 * anything was written after `written` was asked for (`writtenSoFar`), which nobody would have had in view, and when the
 * import fails.
 */
export async function importGraph(
  layout: LocalLayout,
  { folder, manifest, written }: { folder: string; manifest: ImportManifest; written: string },
): Promise<void> {
  if ((await writtenSoFar(layout)) !== written)
    throw new UnavailableError(messages.database.writtenMeanwhile);
  const putBack = await setAside(layout);
  try {
    await runAdmin(layout, ...importArguments(folder, manifest));
  } catch (error) {
    await putBack();
    throw error;
  }
}

/** Once the database that was imported has begun: what it replaces is not needed any more. */
export const forgetReplaced = dropAside;

/** What tells whether anything was written since: the names and sizes of the logs to which every transaction adds. */
export async function writtenSoFar(layout: LocalLayout): Promise<string> {
  const folder = join(layout.data, 'transactions', databaseName);
  const logs = (await readdir(folder)).filter((name) => name.startsWith('neostore.transaction'));
  const sizes = await Promise.all(logs.map(async (name) => (await stat(join(folder, name))).size));
  return JSON.stringify(logs.map((name, at) => [name, sizes[at]]).sort());
}

function importArguments(folder: string, manifest: ImportManifest): string[] {
  const { nodes, relations, multiline } = manifest;
  const path = (name: string) => join(folder, name);
  return [
    ...['database', 'import', 'full', databaseName, '--id-type=string', '--bad-tolerance=0'],
    ...[`--array-delimiter=U+001F`, `--read-buffer-size=${readBuffer}`],
    ...[`--max-off-heap-memory=${offHeap}`, '--normalize-types=false'],
    `--report-file=${path('import.report')}`,
    ...(multiline.length > 0
      ? ['--multiline-fields-format=v2', `--multiline-fields=${multiline.map(path).join(',')}`]
      : []),
    ...nodes.map(({ label, file }) => `--nodes=${label}=${path(file)}`),
    ...relations.map(({ relation, file }) => `--relationships=${relation}=${path(file)}`),
  ];
}
