import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { runAdmin } from './local-admin.ts';
import type { LocalLayout } from './local-layout.ts';
import { databaseName, dropAside, setAside } from './set-aside.ts';

/** Parts the items of a list within a cell; no text that holds it may be among them. */
export const arrayDelimiter = '\u001f';

/** A file by its name in the folder; `multiline` when a value goes on over the end of a line. */
const importedSchema = z.object({ file: z.string(), multiline: z.boolean() });

/** What a folder holds for Neo4j's import. */
const importManifestSchema = z.object({
  nodes: z.array(importedSchema.extend({ label: z.string() })),
  relations: z.array(importedSchema.extend({ relation: z.string() })),
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
  { folder, written }: { folder: string; written: string },
): Promise<void> {
  if ((await writtenSoFar(layout)) !== written)
    throw new UnavailableError(messages.database.writtenMeanwhile);
  const putBack = await setAside(layout);
  try {
    await importFolder(layout, folder);
  } catch (error) {
    await putBack();
    throw error;
  }
}

/** Makes a database of what the folder holds where there is none. Throws UnavailableError when that fails. */
export async function importFolder(layout: LocalLayout, folder: string): Promise<void> {
  const text = await readFile(join(folder, manifestName), 'utf8');
  const manifest = importManifestSchema.parse(JSON.parse(text));
  await runAdmin(layout, ...importArguments(folder, manifest));
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

function importArguments(folder: string, { nodes, relations }: ImportManifest): string[] {
  const path = (name: string) => join(folder, name);
  // One such file has each file read by one thread. What reads them by several (`--multiline-fields-format=v2`) guesses
  // where a row begins, and fails where a line of a text ends in a comma.
  const multiline = [...nodes, ...relations].some((one) => one.multiline);
  return [
    ...['database', 'import', 'full', databaseName, '--id-type=string', '--bad-tolerance=0'],
    ...[`--array-delimiter=U+001F`, `--read-buffer-size=${readBuffer}`],
    ...[`--max-off-heap-memory=${offHeap}`, '--normalize-types=false'],
    `--report-file=${path('import.report')}`,
    `--multiline-fields=${String(multiline)}`,
    ...nodes.map(({ label, file }) => `--nodes=${label}=${path(file)}`),
    ...relations.map(({ relation, file }) => `--relationships=${relation}=${path(file)}`),
  ];
}
