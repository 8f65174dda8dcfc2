/**
 * Serves over the database and the home of the settings in its environment, and does to the disk of the home what it is told:
 * it has that disk for itself, and is its root (`disk.test.ts`).
 */
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { audit } from '../../server/trust/custody/audit.ts';
import { reachDatabase } from '../../server/operations/store/open.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { readSettings } from '../../server/platform/settings/settings.ts';
import { serveOver } from '../http/served.ts';

const settings = readSettings();
const filler = join(settings.home, 'filler');
const remounted = (how: 'ro' | 'rw') =>
  execFileSync('mount', ['-o', `remount,${how}`, settings.home]);

/** Until not a byte more is taken. */
function fill(): void {
  const file = openSync(filler, 'a');
  try {
    for (let length = 4096; length >= 1;)
      try {
        writeSync(file, Buffer.alloc(length));
      } catch {
        length = Math.floor(length / 2);
      }
  } finally {
    closeSync(file);
  }
}

const commands: Readonly<Record<string, () => unknown>> = {
  fill,
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
process.on('message', (command: string) => {
  void (async () => process.send!({ done: command, says: (await commands[command]!()) ?? null }))();
});
process.send!({ done: 'serve', says: serving.port });
