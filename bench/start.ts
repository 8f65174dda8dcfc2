/** `npm run bench:start`: how long commands take that need no database, and writes the figures to docs/BENCH-START.md. */
import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packExhibit } from '../server/evidence/bundle/bundle.ts';
import { checkout } from '../server/platform/settings/settings.ts';
import { signer } from '../server/trust/signing/key-store.ts';
import { currentBuild } from '../setup/program.mjs';
import { exhibit, occasion } from '../test/evidence/exhibits.ts';
import { busyBefore, writePaper } from './paper.ts';

const runs = 10;
const skein = join(checkout, 'bin', 'skein.mjs');

const busy = busyBefore();
await currentBuild(checkout);
const home = await mkdtemp(join(tmpdir(), 'skein-bench-start-'));
try {
  const bundle = join(home, 'bundle.zip');
  await packExhibit(exhibit(), occasion, await signer(home), () => createWriteStream(bundle));
  const lines = [
    `The median of ${runs} runs, and the quickest, in seconds.`,
    '',
    '| what | median | quickest | at most |',
    '| --- | --: | --: | --: |',
    line('`node --eval 0`, which every command takes too', ['--eval', '0'], ''),
    line('`skein --help`', [skein, '--help'], '0.3'),
    line('`skein config`', [skein, 'config'], ''),
    line('`skein verify` of a small bundle', [skein, 'verify', bundle], '1'),
  ];
  await writePaper('BENCH-START.md', {
    title: 'Start-up',
    command: 'npm run bench:start',
    busy,
    lines,
  });
} finally {
  await rm(home, { recursive: true, force: true });
}

function line(what: string, options: readonly string[], most: string): string {
  const taken = Array.from({ length: runs }, () => seconds(options)).sort((a, b) => a - b);
  const median = (taken[(runs - 1) >> 1]! + taken[runs >> 1]!) / 2;
  return `| ${what} | ${median.toFixed(2)} | ${taken[0]!.toFixed(2)} | ${most} |`;
}

function seconds(options: readonly string[]): number {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, options, {
    env: { ...process.env, SKEIN_HOME: home },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${options.join(' ')} ended with ${status}: ${stderr}`);
  return (performance.now() - begun) / 1_000;
}
