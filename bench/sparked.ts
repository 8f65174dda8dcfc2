/** `sparked.ts WORLD`: times detecting by Spark beside DuckDB on a world, and prints what it found as JSON. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detect } from '../server/decisions/applied/detect.ts';
import type { DetectionResult } from '../server/detection/runs/store-run.ts';
import { loadFolders } from '../server/ingest/load/load.ts';
import { openDatabase } from '../server/operations/store/open.ts';
import { terminalProgress } from '../server/platform/progress.ts';
import { homeIn } from './home.ts';
import { computed, type Work } from './works.ts';

const progress = terminalProgress();

async function measure(world: string): Promise<Work[]> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-world-'));
  try {
    const settings = await homeIn(folder, 'home');
    const opened = await openDatabase(settings, progress);
    const { database, connection } = opened;
    const run = (options: Parameters<typeof detect>[1]) =>
      computed(() => detect(database, { ...options, home: settings.home }, progress));
    try {
      await loadFolders(database, settings, [world], { importFrom: 0 }, progress);
      // Plans the queries.
      await run({});
      const duckDb = await run({});
      const place = { master: 'local[2]', folder: join(settings.home, 'spark'), neo4j: connection };
      const spark = await run({ spark: place });
      if (bytesOf(spark.result) !== bytesOf(duckDb.result))
        throw new Error('Spark found other than DuckDB.');
      return [
        {
          ...{ what: 'all detectors, groups and scores on Spark, `local[2]`' },
          ...{ seconds: spark.seconds, aim: null },
          beside: { what: 'DuckDB, planned', seconds: duckDb.seconds },
          note: 'Findings, clusters and scores are the same, byte for byte, or the bench had failed.',
        },
      ];
    } finally {
      await opened.close();
    }
  } finally {
    progress.end();
    await rm(folder, { recursive: true, force: true });
  }
}

function bytesOf({ findings, clusters, accounts }: DetectionResult): string {
  return JSON.stringify([findings, clusters, accounts]);
}

process.stdout.write(JSON.stringify({ works: await measure(process.argv[2]!) }));
