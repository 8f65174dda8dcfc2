/**
 * `before.ts FOLDER`: times detecting over a dataset folder by the command line, beside the program as it was before detection
 * counted over columns, and prints what it found as JSON.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Load } from '../domain/answers.ts';
import { checkout } from '../server/platform/settings/settings.ts';
import { currentBuild } from '../setup/program.mjs';
import { UsageError } from '../server/platform/problems.ts';
import { withCommands } from './skein-command.ts';
import type { Parts, Work } from './works.ts';

type Found = Parts['before'] & { accounts: number };

/** The last commit of the first plan. */
const earlier = 'cbe48962';

interface Detected {
  /** Seconds of the first run, and of the next. */
  first: number;
  planned: number;
  /** What was loaded: rows by file. */
  rows: Map<string, number>;
}

async function measure(dataset: string): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-before-'));
  const before = join(folder, 'before');
  if (!hasEarlier()) throw new UsageError(`This clone does not have the commit ${earlier}.`);
  try {
    git('worktree', 'add', '--detach', before, earlier);
    execFileSync('npm', ['ci'], { cwd: before, stdio: ['ignore', 'ignore', 'inherit'] });
    await currentBuild(checkout);
    const theirs = detected(before, dataset, join(folder, 'theirs'));
    const ours = detected(checkout, dataset, join(folder, 'ours'));
    const work = (what: string, run: 'first' | 'planned'): Work => ({
      ...{ what, seconds: ours[run], aim: { ratio: 0.1 } },
      beside: { what: `the same at ${earlier}`, seconds: theirs[run] },
    });
    const rows = [...ours.rows.values()].reduce((sum, count) => sum + count, 0);
    const works = [
      work('`skein detect` over a platform by an outside party, the first run', 'first'),
      work('the same again, its queries planned, by `skein detect`', 'planned'),
    ];
    // Packed or not.
    const [, accounts = 0] = [...ours.rows].find(([file]) => /^accounts\.csv/.test(file)) ?? [];
    return { accounts, rows, works };
  } finally {
    if (hasEarlier()) git('worktree', 'remove', '--force', before);
    await rm(folder, { recursive: true, force: true });
  }
}

function detected(program: string, dataset: string, home: string): Detected {
  return withCommands({ program, home }, (skein) => {
    const { files } = JSON.parse(skein('load', dataset, '--json').said) as Load;
    const rows = new Map(files.map(({ file, read }) => [file, read]));
    return { rows, first: skein('detect').seconds, planned: skein('detect').seconds };
  });
}

function hasEarlier(): boolean {
  try {
    git('cat-file', '-e', `${earlier}^{commit}`);
    return true;
  } catch {
    return false;
  }
}

function git(...args: string[]): void {
  execFileSync('git', args, { cwd: checkout, stdio: 'ignore' });
}

process.stdout.write(JSON.stringify(await measure(resolve(process.argv[2]!))));
