/**
 * `npm run bench -- --scale 10k,100k`, written to docs/PERFORMANCE.md: how long each work takes at each size, beside what people
 * would use instead, in the same run; with several sizes also how it grows, and docs/SCALING.md.
 */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { UsageError } from '../server/platform/problems.ts';
import { checkout } from '../server/platform/settings/settings.ts';
import { leastAccounts, mostAccounts } from '../worlds/shipped/limits.ts';
import { busyBefore, writePaper } from './paper.ts';
import { growthPlot } from './growth-plot.ts';
import { performancePage, plotName } from './performance-page.ts';
import { scalingPage } from './scaling-page.ts';
import { partSchema, platformSchema, type Scale } from './works.ts';

const { values } = parseArgs({ options: { scale: { type: 'string', default: '10k' } } });

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
  const { works, memory } = partSchema.parse(said('detected.ts', accounts));
  return { ...platform, works: [...platform.works, ...works], memory };
}

function said(part: string, accounts: number): unknown {
  const text = execFileSync(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL(part, import.meta.url)), String(accounts)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 24 },
  );
  return JSON.parse(text);
}

async function bench(): Promise<void> {
  const busy = busyBefore();
  const asked = [...new Set(values.scale.split(',').map(accountsOf))].sort((a, b) => a - b);
  const scales = asked.map(measure);
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

try {
  await bench();
} catch (error) {
  // What is asked wrongly is told in a line; all else is a defect.
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
