import { resolve } from 'node:path';
import { loadFolders } from '../../../ingest/load/load.ts';
import { loadSummary } from '../../../ingest/load/summary.ts';
import { openDatabase } from '../../../operations/store/open.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { print, printJson } from './print.ts';

/** Exit status of a load that is done, but rejected rows. */
const someRejected = 3;

interface Options {
  strict?: true;
  map?: string;
  json?: true;
}

export async function load(folders: string[], options: Options): Promise<void> {
  const settings = readSettings();
  const progress = terminalProgress();
  const opened = await openDatabase(settings, progress);
  try {
    const begun = Date.now();
    const paths = folders.map((folder) => resolve(folder));
    const result = await loadFolders(opened.database, settings, paths, options, progress);
    if (options.json) printJson(result);
    else print(loadSummary(result, (Date.now() - begun) / 1_000));
    if (result.files.some((file) => file.rejected > 0)) process.exitCode = someRejected;
  } finally {
    progress.end();
    await opened.close();
  }
}
