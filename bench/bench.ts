import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../server/neo4j/open.ts';
import { terminalProgress } from '../server/progress.ts';
import { checkout, type Settings } from '../server/settings.ts';
import type { Figure } from './figure.ts';
import { benchLoad } from './load.ts';

/** Runs every benchmark against a local Neo4j of its own and keeps the figures. */
async function bench(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'skein-bench-'));
  const settings: Settings = {
    home,
    sources: join(home, 'sources'),
    host: '127.0.0.1',
    port: null,
    neo4j: null,
  };
  const progress = terminalProgress();
  // Other work on the machine takes from every figure, so the page says how much there was.
  const [, busy = 0] = loadavg();
  const opened = await openDatabase(settings, progress);
  try {
    const page = report(await benchLoad(opened, settings, progress), busy);
    process.stdout.write(page);
    await mkdir(join(checkout, 'docs'), { recursive: true });
    await writeFile(join(checkout, 'docs', 'BENCH.md'), page);
  } finally {
    progress.end();
    await opened.close();
    await rm(home, { recursive: true, force: true });
  }
}

function report(figures: readonly Figure[], busy: number): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: checkout, encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--', 'server', 'bench', 'domain', 'cypher') !== '';
  const commit = `${git('rev-parse', '--short', 'HEAD')}${changed ? ' and uncommitted changes' : ''}`;
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench`.',
    '',
    `Commit ${commit}; ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ` +
      `${gibibytes} GiB, Node ${process.versions.node}; load average before the start ${busy.toFixed(1)}.`,
    '',
    '| what | figure | at least |',
    '| --- | --: | --: |',
    ...figures.map(({ what, value, wanted }) => `| ${what} | ${value} | ${wanted ?? ''} |`),
    '',
  ].join('\n');
}

await bench();
