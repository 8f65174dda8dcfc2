/** What of SKEIN_HOME cannot be made again, and is part of a backup (docs/BACKUP.md says why each is, and what is not). */
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { CopiedFile } from '../../trust/custody/copy.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { PartToWrite } from './archive-writer.ts';
import type { BackupPart } from './manifest.ts';

/** Taken as they are found; custody and keys are taken as of one moment (`withCopy`). */
const folders = ['labels', 'rejects', 'reports', 'feeds', 'certificates'] as const;
const files = [
  'allowed.json',
  'feeds.json',
  'schedules.json',
  'enrichers.json',
  'retention.json',
] as const;
const ofOneMoment = ['custody', 'keys'] as const;
/** By digest: one more does no harm, so they are neither in the way of a restore nor taken away again. */
const sources = 'sources';

/** All that a restore puts into a home but for the sources; none of it may be there before. */
export const restoredNames: readonly string[] = [...ofOneMoment, ...folders, ...files];

interface FoundFile {
  /** In the archive. */
  name: string;
  path: string;
  bytes: number;
  modified: string;
}

/** The files of now, in order; custody and keys are not among them. */
export async function homeFiles({ home, sources: kept }: Settings): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const name of files) await addFile(found, name, join(home, name));
  for (const name of folders) await addFolder(found, name, join(home, name));
  for (const name of await namesIn(kept))
    if (/^[0-9a-f]{64}\.gz$/.test(name))
      await addFile(found, `${sources}/${name}`, join(kept, name));
  return found;
}

async function addFolder(found: FoundFile[], name: string, path: string): Promise<void> {
  for (const each of await namesIn(path)) {
    const [inArchive, below] = [`${name}/${encodeURIComponent(each)}`, join(path, each)];
    const is = await stat(below).catch(() => null);
    if (is?.isDirectory()) await addFolder(found, inArchive, below);
    else await addFile(found, inArchive, below);
  }
}

/** What is no file, or is gone by now, is left out. */
async function addFile(found: FoundFile[], name: string, path: string): Promise<void> {
  const is = await stat(path).catch(() => null);
  if (is?.isFile()) found.push({ name, path, bytes: is.size, modified: is.mtime.toISOString() });
}

async function namesIn(path: string): Promise<string[]> {
  const names = await readdir(path).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  });
  return names.sort();
}

/** Whether some file came, went or changed in between. */
export function isSameFiles(before: readonly FoundFile[], after: readonly FoundFile[]): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

export function fileParts(
  found: readonly FoundFile[],
  moment: readonly CopiedFile[],
): PartToWrite[] {
  return [
    ...moment,
    ...found.map(({ name, path, modified }) => ({
      ...{ name, modified, packed: name.endsWith('.gz') },
      chunks: () => createReadStream(path) as AsyncIterable<Buffer>,
    })),
  ];
}

/** Files that settings name outside of home: the operator's own, and in no backup. */
export function filesElsewhere({ home, ...settings }: Settings): string[] {
  const { allowed, feeds, schedules, tls, accountKey, signOn } = settings;
  const secrets = [accountKey, signOn?.secret].map((secret) =>
    secret && 'file' in secret ? secret.file : undefined,
  );
  const named = [allowed, feeds, schedules, tls?.cert, tls?.key, ...secrets].filter(
    (path) => path !== undefined,
  );
  return named.filter((path) => !resolve(path).startsWith(`${resolve(home)}/`));
}

/** What of it is in a home already: a restore would mix with it. Folders without a file are in nobody's way. */
export async function namesInTheWay(home: string): Promise<string[]> {
  const inTheWay: string[] = [];
  for (const name of restoredNames) if (await holdsFile(join(home, name))) inTheWay.push(name);
  return inTheWay;
}

async function holdsFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return found !== null;
  for (const name of await readdir(path)) if (await holdsFile(join(path, name))) return true;
  return false;
}

/**
 * Writes a part beside where it belongs: a source at once, as its name says what it is, anything else below `staging`.
 * Throws RangeError for a name that leads elsewhere.
 */
export async function unpackPart(
  { name, modified }: BackupPart,
  chunks: AsyncIterable<Buffer>,
  { staging, kept }: { staging: string; kept: string },
): Promise<void> {
  const path = pathOf(name, staging, kept);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.restoring`;
  await rm(unfinished, { force: true });
  const file = await open(unfinished, 'wx', 0o600);
  try {
    for await (const chunk of chunks) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
  if (modified !== undefined) await utimes(unfinished, new Date(), new Date(modified));
  await rename(unfinished, path);
}

function pathOf(name: string, staging: string, kept: string): string {
  const [top = '', ...below] = name.split('/').map(decodeURIComponent);
  const isPlain = below.every((part) => !['', '.', '..'].includes(part) && !/[/\\\0]/.test(part));
  if (top === sources && below.length === 1 && /^[0-9a-f]{64}\.gz$/.test(below[0]!))
    return join(kept, below[0]!);
  if (!isPlain || !restoredNames.includes(top)) throw new RangeError(name);
  return join(staging, top, ...below);
}

/** Puts into its place all that was unpacked. */
export async function moveIntoPlace(staging: string, home: string): Promise<void> {
  for (const name of (await namesIn(staging)).filter((each) => restoredNames.includes(each))) {
    // An empty folder may be there.
    await rm(join(home, name), { recursive: true, force: true });
    await rename(join(staging, name), join(home, name));
  }
}
