/**
 * `npm run bench -- --scale 10k,100k`, written to docs/PERFORMANCE.md: how long each work takes at each size, beside what people
 * would use instead, in the same run; with several sizes also how it grows, and docs/SCALING.md. `--guard` fails when a ratio
 * of a small run is worse than noise explains; `--record 5` writes those ratios anew, by so many runs. `--only load` measures
 * loading and storing alone, and prints what it found without writing it anywhere.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { UsageError } from '../server/platform/problems.ts';
import { checkout } from '../server/platform/settings/settings.ts';
import { ensurePeers } from '../setup/peers.mjs';
import { bringSpark } from '../setup/spark/bring.mjs';
import { leastAccounts, mostAccounts } from '../worlds/shipped/limits.ts';
import { busyBefore, writePaper } from './paper.ts';
import { growthPlot } from './growth-plot.ts';
import { performancePage, plotName, worksTable } from './performance-page.ts';
import {
  ratioAccounts,
  ratiosFile,
  ratiosOf,
  recorded,
  recordedRatios,
  worsened,
} from './ratios.ts';
import { scalingPage } from './scaling-page.ts';
import { partSchema, platformSchema, worksSchema, type Scale } from './works.ts';
import { writeWorld } from './world.ts';

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '10k' },
    guard: { type: 'boolean', default: false },
    record: { type: 'string' },
    only: { type: 'string' },
  },
});

const units: Readonly<Record<string, number>> = { '': 1, k: 1_000, m: 1_000_000 };

function accountsOf(scale: string): number {
  const [, number, unit] = /^([1-9]\d*)([km]?)$/.exec(scale) ?? [];
  if (number === undefined)
    throw new UsageError(`A scale is a number of accounts, as 10k or 1m, and not “${scale}”.`);
  const accounts = Number(number) * units[unit!]!;
  if (accounts < leastAccounts || accounts > mostAccounts)
    throw new UsageError(`A scale is between ${leastAccounts} and ${mostAccounts} accounts.`);
  return accounts;
}

/** Each part in a process of its own, whose memory is its alone. */
function measure(accounts: number): Scale {
  const platform = platformSchema.parse(said('scale.ts', accounts));
  return inWorld(accounts, (world, rows) => {
    const alone = worksSchema.parse(said('alone.ts', accounts, world));
    const { works, ...held } = partSchema.parse(said('detected.ts', world, rows));
    const worldWide = alone.map((work) => ({ rows, ...work }));
    return { ...platform, ...held, works: [...platform.works, ...worldWide, ...works] };
  });
}

function inWorld<T>(accounts: number, work: (world: string, rows: number) => T): T {
  const world = mkdtempSync(join(tmpdir(), 'skein-world-'));
  try {
    return work(world, writeWorld(accounts, world));
  } finally {
    rmSync(world, { recursive: true, force: true });
  }
}

function said(part: string, ...options: (string | number)[]): unknown {
  const path = fileURLToPath(new URL(part, import.meta.url));
  const text = execFileSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), path, ...options.map(String)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 24 },
  );
  return JSON.parse(text);
}

/** Of so many small runs, on one world; prints them as they come. */
function smallRatios(runs: number): Map<string, number>[] {
  return inWorld(ratioAccounts, (world) =>
    Array.from({ length: runs }, () => {
      const ratios = ratiosOf(worksSchema.parse(said('alone.ts', ratioAccounts, world)));
      for (const [name, ratio] of ratios) process.stdout.write(`${name}: ${ratio.toFixed(2)}\n`);
      return ratios;
    }),
  );
}

async function record(runs: number): Promise<void> {
  const ratios = recorded(smallRatios(runs));
  await writeFile(ratiosFile, `${JSON.stringify(ratios, null, 2)}\n`);
}

/** What is worse is measured once more: chance does not come twice. */
async function guard(): Promise<void> {
  const known = await recordedRatios();
  let faults: string[] = [];
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const measured = smallRatios(1)[0]!;
    faults = worsened(measured, known);
    if (faults.length === 0) return;
  }
  throw new UsageError(faults.join('\n'));
}

function scalesAsked(): number[] {
  return [...new Set(values.scale.split(',').map(accountsOf))].sort((a, b) => a - b);
}

function loadAlone(): void {
  for (const scale of scalesAsked()) {
    const { accounts, rows, works } = platformSchema.parse(said('scale.ts', scale));
    const lines = ['', `${accounts} accounts, ${rows} rows`, '', worksTable(works), ''];
    process.stdout.write(lines.join('\n'));
  }
}

async function bench(): Promise<void> {
  await bringSpark();
  const busy = busyBefore();
  const scales = scalesAsked().map(measure);
  const lines = performancePage(scales);
  const command = `npm run bench -- --scale ${values.scale}`;
  await writePaper('PERFORMANCE.md', {
    ...{ title: 'How fast Skein works, beside what else one would use', command, busy, lines },
  });
  if (scales.length === 1) return;
  await writeFile(join(checkout, 'docs', plotName), growthPlot(scales));
  await writePaper('SCALING.md', {
    ...{ title: 'How large a machine a platform needs', command, busy },
    lines: scalingPage(scales),
  });
}

async function main(): Promise<void> {
  if (values.only !== undefined) {
    if (values.only !== 'load')
      throw new UsageError(`Only load can be measured alone, and not “${values.only}”.`);
    loadAlone();
    return;
  }
  await ensurePeers();
  if (values.guard) return guard();
  if (values.record === undefined) return bench();
  const runs = Number(values.record);
  if (!Number.isInteger(runs) || runs < 2)
    throw new UsageError(`Noise is seen over two runs or more, and not “${values.record}”.`);
  return record(runs);
}

try {
  await main();
} catch (error) {
  // What is asked wrongly is told in a line; all else is a defect.
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
