/**
 * Serves over the database and the home of the settings in its environment, and does to the disk of the home what it is told:
 * it has that disk for itself, and is its root (`disk.test.ts`).
 */
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { formatError } from '../../server/platform/format-error.ts';
import { audit } from '../../server/trust/custody/audit.ts';
import { reachDatabase } from '../../server/operations/store/open.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { readSettings } from '../../server/platform/settings/settings.ts';
import { serveOver } from '../http/served.ts';

const settings = readSettings();
const filler = join(settings.home, 'filler');
const remounted = (how: 'ro' | 'rw') =>
  execFileSync('mount', ['-o', `remount,${how}`, settings.home]);

/** Until not a byte more is taken; then so many are given back. */
function fill(left = '0'): void {
  const file = openSync(filler, 'a');
  let size = 0;
  try {
    for (let length = 65_536; length >= 1;)
      try {
        size += writeSync(file, Buffer.alloc(length));
      } catch {
        length = Math.floor(length / 2);
      }
    ftruncateSync(file, Math.max(0, size - Number(left)));
  } finally {
    closeSync(file);
  }
}

/** Null where all went well; else what `skein load` would say, of a defect its stack. */
async function load(folder: string): Promise<string | null> {
  try {
    await loadFolders(database, settings, [folder], {}, silentProgress);
    return null;
  } catch (error) {
    return formatError(error).text;
  }
}

/** What stands in a folder of the home; nothing where there is none. */
function files(name: string): string[] {
  const folder = join(settings.home, name);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

const commands: Readonly<Record<string, (given: string) => unknown>> = {
  ...{ fill, load, files },
  free: () => rmSync(filler),
  lock: () => remounted('ro'),
  unlock: () => remounted('rw'),
  audit: async () => (await audit(settings.home)).whole,
};

const { database } = await reachDatabase(settings, silentProgress);
const serving = await serveOver(
  database,
  { settings },
  { page: process.argv[2]!, level: 'silent' },
);
process.on('message', ({ command, given }: { command: string; given: [string] }) => {
  void (async () =>
    process.send!({ done: command, says: (await commands[command]!(...given)) ?? null }))();
});
process.send!({ done: 'serve', says: serving.port });
