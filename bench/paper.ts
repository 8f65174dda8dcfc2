import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../server/platform/settings/settings.ts';

/** Other work on the machine takes from every figure, so a paper says how much there was before: minutes of work a minute. */
export function busyBefore(): number {
  return loadavg()[1] ?? 0;
}

/** Prints the figures, and writes them to `docs/<name>` with what they were measured by and on. */
export async function writePaper(
  name: string,
  {
    title,
    command,
    busy,
    lines,
  }: { title: string; command: string; busy: number; lines: readonly string[] },
): Promise<void> {
  const page = [
    `# ${title}`,
    '',
    `Written by \`${command}\`.`,
    '',
    `${byWhat()}; load average before the start ${busy.toFixed(1)}.`,
    '',
    ...lines,
    '',
  ].join('\n');
  process.stdout.write(page);
  await mkdir(join(checkout, 'docs'), { recursive: true });
  await writeFile(join(checkout, 'docs', name), page);
}

/** The commit and the machine that figures are of. */
export function byWhat(): string {
  const cpu = cpus()[0]?.model.trim() ?? 'unknown';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Commit ${commit()}; ${availableParallelism()} cores (${cpu}), ${memory} GiB, Node ${process.versions.node}`;
}

function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: checkout, encoding: 'utf8' }).trim();
  const measured = ['server', 'client', 'bench', 'domain', 'languages', 'cypher', 'worlds'];
  // What an earlier part has found is no change of what is measured.
  const figures = ':(exclude,glob)bench/**/measured.json';
  const changed = git('status', '--porcelain', '--', ...measured, figures) !== '';
  return `${git('rev-parse', '--short', 'HEAD')}${changed ? ' and uncommitted changes' : ''}`;
}
