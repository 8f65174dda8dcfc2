import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Progress } from '../../platform/progress.ts';
import { whileStopped } from './hold.ts';

/** Below SKEIN_HOME, what a run has read of the graph in columns, for the next (`server/detection/columns`). */
export const columnsFolder = 'columns';

/** Deletes the local database with its password and logs, and what was read of it in columns. The loaded files and reports stay. */
export async function reset(home: string, progress: Progress): Promise<void> {
  await whileStopped(home, 'skein db reset', progress, async (layout) => {
    await rm(layout.home, { recursive: true, force: true });
    await rm(join(home, columnsFolder), { recursive: true, force: true });
  });
}
