import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../server/operations/store/open.ts';
import { terminalProgress } from '../server/platform/progress.ts';
import { noDelivery } from '../server/platform/settings/delivery-settings.ts';
import { noTimestamps, type Settings } from '../server/platform/settings/settings.ts';
import type { Figure } from './figure.ts';
import { benchLoad } from './load.ts';
import { busyBefore, writePaper } from './paper.ts';

/** Runs every benchmark against a local Neo4j of its own and keeps the figures. */
async function bench(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'skein-bench-'));
  const settings: Settings = {
    home,
    sources: join(home, 'sources'),
    host: '127.0.0.1',
    port: null,
    neo4j: null,
    timestamps: noTimestamps,
    delivery: noDelivery,
  };
  const progress = terminalProgress();
  const busy = busyBefore();
  const opened = await openDatabase(settings, progress);
  try {
    const lines = table(await benchLoad(opened, settings, progress));
    await writePaper('BENCH.md', { title: 'Benchmarks', command: 'npm run bench', busy, lines });
  } finally {
    progress.end();
    await opened.close();
    await rm(home, { recursive: true, force: true });
  }
}

function table(figures: readonly Figure[]): string[] {
  return [
    '| what | figure | at least |',
    '| --- | --: | --: |',
    ...figures.map(({ what, value, wanted }) => `| ${what} | ${value} | ${wanted ?? ''} |`),
  ];
}

await bench();
