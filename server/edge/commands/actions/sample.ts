import { detect } from '../../../decisions/applied/detect.ts';
import { latestRun } from '../../../detection/runs/read-runs.ts';
import { sampleFolder } from '../../../ingest/intake/sample.ts';
import { latestLoads } from '../../../ingest/load/load-store.ts';
import { loadFolders } from '../../../ingest/load/load.ts';
import type { Database } from '../../../graph/neo4j/database.ts';
import type { Progress } from '../../../platform/progress.ts';
import type { Settings } from '../../../platform/settings/settings.ts';

/** So that the first look shows something: loads the sample into an empty database, detects what is not detected yet. */
export async function offerSample(
  database: Database,
  settings: Settings,
  progress: Progress,
): Promise<void> {
  if (await isUnused(database)) await loadFolders(database, settings, [sampleFolder], {}, progress);
  const [latest] = await latestLoads(database, 1);
  const run = await latestRun(database);
  if (latest && !run?.loads.includes(latest.load))
    await detect(database, { home: settings.home }, progress);
  progress.end();
}

/** Nothing was loaded, but for a load of the sample that was killed half-way. */
async function isUnused(database: Database): Promise<boolean> {
  const loads = await latestLoads(database, 100);
  return loads.every(
    ({ ended, folders }) => ended === null && folders.every((one) => one === sampleFolder),
  );
}
