import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from '../../platform/process-table.ts';

const named = /^import-(\d+)-/;

/** An empty folder that this process writes an import into. It holds what the files say, for its owner alone. */
export async function importFolderIn(home: string): Promise<string> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  return mkdtemp(join(home, `import-${process.pid}-`));
}

/** Removes what processes that were killed have left of imports. */
export async function forgetAbandoned(home: string): Promise<void> {
  for (const name of await readdir(home).catch(() => [])) {
    const [, pid] = named.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(home, name), { recursive: true, force: true });
  }
}
