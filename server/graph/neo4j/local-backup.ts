import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError, NotFoundError, UsageError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import { whileStopped } from './hold.ts';
import { runAdmin } from './local-admin.ts';
import { localLayout } from './local-layout.ts';
import { databaseName, dropAside, setAside } from './set-aside.ts';

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
    await dropAside(layout);
  });
}

/** Deletes the local database with its password and logs. The loaded files and reports stay. */
export async function reset(home: string, progress: Progress): Promise<void> {
  await whileStopped(home, 'skein db reset', progress, async (layout) => {
    await rm(layout.home, { recursive: true, force: true });
  });
}
