import { rm } from 'node:fs/promises';
import type { Progress } from '../../platform/progress.ts';
import { whileStopped } from './hold.ts';

/** Deletes the local database with its password and logs. The loaded files and reports stay. */
export async function reset(home: string, progress: Progress): Promise<void> {
  await whileStopped(home, 'skein db reset', progress, async (layout) => {
    await rm(layout.home, { recursive: true, force: true });
  });
}
