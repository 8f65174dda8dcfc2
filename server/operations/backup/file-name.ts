import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Where a backup goes: into the file, or under a name of its own into the folder, which is the current one when none is said. */
export function backupFile(said: string | undefined, now: Date): string {
  const path = resolve(said ?? '.');
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? join(path, `skein-${timeIn(now)}.zip`) : path;
}

/** Beside the home, so that nothing that empties it takes the backup along. */
export function fileBeforeRaising(home: string, version: number, now = new Date()): string {
  return join(dirname(home), `${basename(home)}-schema-${version}-${timeIn(now)}.zip`);
}

/** As a file may be called everywhere. */
function timeIn(now: Date): string {
  return now.toISOString().replaceAll(':', '-').replace('.', '-');
}
