/**
 * `npm run bench -- --scale 10k,100k`: how long each work takes at each size, beside what people would use instead, in the same
 * run. Each part is kept as soon as it was measured, in place of the same part at that size, and docs/PERFORMANCE.md and
 * docs/SCALING.md are written of all that is kept: what takes hours may be measured part by part (`--only load,detect`).
 * `--pages` writes these alone; `--before FOLDER` measures detecting over a dataset beside an earlier commit.
 * `--guard` fails when a ratio of a small run is worse than noise explains; `--record 5` writes those ratios anew, by so many runs.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { UsageError } from '../server/platform/problems.ts';
import { ensurePeers } from '../setup/peers.mjs';
import { bringSpark } from '../setup/spark/bring.mjs';
import { leastAccounts, mostAccounts } from '../worlds/shipped/limits.ts';
import { measuredScales, record, writePages } from './measured.ts';
import { busyBefore } from './paper.ts';
import {
  ratioAccounts,
  ratiosFile,
  ratiosOf,
  recorded,
  recordedRatios,
  worsened,
} from './ratios.ts';
import { partSchemas, sizedParts, type PartName, type SizedPart } from './works.ts';
import { writeWorld } from './world.ts';

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '10k' },
    guard: { type: 'boolean', default: false },
    record: { type: 'string' },
    only: { type: 'string' },
    pages: { type: 'boolean', default: false },
    before: { type: 'string' },
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

/** Each part in a process of its own, whose memory is its alone; loads that are measured make their own rows. */
async function measure(accounts: number, parts: readonly SizedPart[]): Promise<void> {
  const busy = busyBefore();
  const keep = (part: SizedPart, found: object) => kept({ accounts, part, busy }, found);
  if (parts.includes('load')) await keep('load', said('scale.ts', accounts));
  const ofWorlds = parts.filter((part) => part !== 'load');
  if (ofWorlds.length === 0) return;
  await inWorld(accounts, async (world, rows) => {
    for (const part of ofWorlds)
      await keep(part, { rows, ...said(programs[part], world, accounts) });
  });
}

async function kept(
  of: { accounts: number; part: PartName; busy: number },
  found: object,
): Promise<void> {
  await record(of, partSchemas[of.part].parse(found));
  process.stdout.write(`${of.accounts} accounts: ${of.part} is kept.\n`);
}

async function measureBefore(dataset: string): Promise<void> {
  const busy = busyBefore();
  const { accounts, ...found } = partSchemas.before
    .extend({ accounts: z.number() })
    .parse(said('before.ts', dataset));
  await kept({ accounts, part: 'before', busy }, found);
}

const programs = {
  alone: 'alone.ts',
  detect: 'detected.ts',
  recent: 'recent.ts',
  spark: 'sparked.ts',
};

async function inWorld<T>(
  accounts: number,
  work: (world: string, rows: number) => T | Promise<T>,
): Promise<T> {
  const world = mkdtempSync(join(tmpdir(), 'skein-world-'));
  try {
    return await work(world, writeWorld(accounts, world));
  } finally {
    rmSync(world, { recursive: true, force: true });
  }
}

function said(part: string, ...options: (string | number)[]): object {
  const path = fileURLToPath(new URL(part, import.meta.url));
  // What Node.js was given, as the program is, holds for what is measured.
  const text = execFileSync(process.execPath, [...process.execArgv, path, ...options.map(String)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 24,
  });
  return JSON.parse(text) as object;
}

/** Of so many small runs, on one world; prints them as they come. */
function smallRatios(runs: number): Promise<Map<string, number>[]> {
  return inWorld(ratioAccounts, (world) =>
    Array.from({ length: runs }, () => {
      const { works } = partSchemas.alone
        .omit({ rows: true })
        .parse(said('alone.ts', world, ratioAccounts));
      const ratios = ratiosOf(works);
      for (const [name, ratio] of ratios) process.stdout.write(`${name}: ${ratio.toFixed(2)}\n`);
      return ratios;
    }),
  );
}

async function recordRatios(runs: number): Promise<void> {
  const ratios = recorded(await smallRatios(runs));
  await writeFile(ratiosFile, `${JSON.stringify(ratios, null, 2)}\n`);
}

/** What is worse is measured once more: chance does not come twice. */
async function guard(): Promise<void> {
  const known = await recordedRatios();
  let faults: string[] = [];
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const [measured] = await smallRatios(1);
    faults = worsened(measured!, known);
    if (faults.length === 0) return;
  }
  throw new UsageError(faults.join('\n'));
}

function scalesAsked(): number[] {
  return [...new Set(values.scale.split(',').map(accountsOf))].sort((a, b) => a - b);
}

function partsAsked(): readonly SizedPart[] {
  if (values.only === undefined) return sizedParts;
  return values.only.split(',').map((asked) => {
    const part = sizedParts.find((name) => name === asked);
    if (part === undefined)
      throw new UsageError(
        `What is measured alone is ${sizedParts.join(', ')}, and not “${asked}”.`,
      );
    return part;
  });
}

async function main(): Promise<void> {
  if (values.pages) return writePages(await measuredScales());
  if (values.before !== undefined) return measureBefore(values.before);
  const [scales, parts] = [scalesAsked(), partsAsked()];
  await ensurePeers();
  if (values.guard) return guard();
  if (values.record === undefined) {
    if (parts.includes('spark')) await bringSpark();
    for (const accounts of scales) await measure(accounts, parts);
    return;
  }
  const runs = Number(values.record);
  if (!Number.isInteger(runs) || runs < 2)
    throw new UsageError(`Noise is seen over two runs or more, and not “${values.record}”.`);
  return recordRatios(runs);
}

try {
  await main();
} catch (error) {
  // What is asked wrongly is told in a line; all else is a defect.
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
