import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError, NotFoundError, UsageError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import { whileStopped } from './hold.ts';
import { runAdmin } from './local-admin.ts';
import { localLayout, type LocalLayout } from './local-layout.ts';

/** Community has one database of the user's; this is its name. */
const databaseName = 'neo4j';

/** Writes all of the local database into one file. It must not exist yet. */
export async function backup(home: string, file: string, progress: Progress): Promise<void> {
  const target = resolve(file);
  if (existsSync(target)) throw new UsageError(messages.database.fileExists(target));
  if (!existsSync(join(localLayout(home).data, 'databases', databaseName))) {
    throw new NotFoundError(messages.database.none(home));
  }
  await mkdir(dirname(target), { recursive: true });
  await whileStopped(home, 'skein db backup', progress, async (layout) => {
    progress.step(messages.database.backingUp(target));
    // Beside the target, so that it appears there whole or not at all.
    const folder = await mkdtemp(`${target}-`);
    try {
      await runAdmin(layout, 'database', 'dump', databaseName, `--to-path=${folder}`);
      const dump = join(folder, `${databaseName}.dump`);
      await chmod(dump, 0o600);
      await rename(dump, target);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

/** Puts a backup in the place of the local database. When it cannot be read the database stays as it was. */
export async function restore(home: string, file: string, progress: Progress): Promise<void> {
  const source = resolve(file);
  if (!existsSync(source)) throw new NotFoundError(messages.database.noSuchFile(source));
  await whileStopped(home, 'skein db restore', progress, async (layout) => {
    progress.step(messages.database.restoring(source));
    const folder = await mkdtemp(join(tmpdir(), 'skein-restore-'));
    const putBack = await setAside(layout);
    try {
      await symlink(source, join(folder, `${databaseName}.dump`));
      await runAdmin(layout, 'database', 'load', databaseName, `--from-path=${folder}`);
    } catch (error) {
      await putBack();
      throw new InvalidDataError(messages.database.noBackup(source), [], { cause: error });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    await rm(asideOf(layout), { recursive: true, force: true });
  });
}

/** Deletes the local database with its password and logs. The loaded files and reports stay. */
export async function reset(home: string, progress: Progress): Promise<void> {
  await whileStopped(home, 'skein db reset', progress, async (layout) => {
    await rm(layout.home, { recursive: true, force: true });
  });
}

function asideOf(layout: LocalLayout): string {
  return join(layout.home, 'before-restore');
}

/** Moves the database's files out of the way; returns what moves them back. */
async function setAside(layout: LocalLayout): Promise<() => Promise<void>> {
  const aside = asideOf(layout);
  const kinds = ['databases', 'transactions'].filter((kind) =>
    existsSync(join(layout.data, kind, databaseName)),
  );
  const live = (kind: string) => join(layout.data, kind, databaseName);
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true, mode: 0o700 });
  for (const kind of kinds) await rename(live(kind), join(aside, kind));
  return async () => {
    for (const kind of kinds) {
      await rm(live(kind), { recursive: true, force: true });
      await rename(join(aside, kind), live(kind));
    }
  };
}
