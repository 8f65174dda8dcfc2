import { rename, rm, writeFile } from 'node:fs/promises';

/** Rights of what Skein writes: for its owner alone, whatever the system gives new files. */
const ownAlone = 0o600;

/** Writes a file for its owner alone, whole or not at all: beside its place first, so that nobody meets half of it. */
export function writeOwnFile(
  path: string,
  content: string | Uint8Array | AsyncIterable<string>,
): Promise<void> {
  return inOwnFile(path, (unfinished) => writeFile(unfinished, content, { mode: ownAlone }));
}

/** Lets `write` fill a file, which then takes its place; when it throws, what was there stays. */
export async function inOwnFile<T>(
  path: string,
  write: (unfinished: string) => Promise<T>,
): Promise<T> {
  const unfinished = `${path}.${process.pid}.part`;
  try {
    await beginOwnFile(unfinished);
    const written = await write(unfinished);
    await rename(unfinished, path);
    return written;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Begins a file for its owner alone; what was left there, perhaps with other rights, goes. */
export async function beginOwnFile(path: string, content = ''): Promise<void> {
  await rm(path, { force: true });
  await writeFile(path, content, { mode: ownAlone, flag: 'wx' });
}
