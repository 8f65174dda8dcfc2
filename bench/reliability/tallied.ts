/** Runs tests that note what they try, and reads what they noted. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { checkout } from '../../server/platform/settings/settings.ts';

const ranSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

export interface Tallied<T> {
  noted: T[];
  /** By file and name, how each test ended. */
  ended: (file: string, test: string) => string | null;
  passed: number;
  failed: number;
  /** How many files were run. */
  files: number;
}

/** The test files that import the module at that path within test/, by whatever way. */
export function filesThatUse(path: string): string[] {
  const name = path.split('/').at(-1)!;
  return readdirSync(join(checkout, 'test'), { recursive: true })
    .map((found) => join('test', String(found)))
    .filter((found) => found.endsWith('.test.ts'))
    .filter((found) => readFileSync(join(checkout, found), 'utf8').includes(`/${name}'`))
    .sort();
}

/** Those whose path holds one of what is named; all where nothing is. */
export function chosen(files: readonly string[], named: readonly string[]): string[] {
  return files.filter((file) => named.length === 0 || named.some((one) => file.includes(one)));
}

/** One worker for all of them: what they note comes in order, and others on the machine go on. */
export async function tallied<T>(
  files: readonly string[],
  variable: string,
  line: z.ZodType<T>,
): Promise<Tallied<T>> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-tally-'));
  const [tally, report] = [join(folder, 'tally.ndjson'), join(folder, 'report.json')];
  const vitest = join(checkout, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(process.execPath, [vitest, 'run', '--maxWorkers=1', ...reporters, ...files], {
    ...{ cwd: checkout, stdio: ['ignore', 'inherit', 'inherit'] },
    env: { ...process.env, [variable]: tally },
  });
  await once(child, 'exit');
  const { testResults } = ranSchema.parse(JSON.parse(await readFile(report, 'utf8')));
  const lines = await readFile(tally, 'utf8').catch(() => '');
  await rm(folder, { recursive: true });
  const endings = new Map<string, string>();
  for (const { name, assertionResults } of testResults)
    for (const { fullName, status } of assertionResults) endings.set(keyOf(name, fullName), status);
  const all = [...endings.values()];
  return {
    noted: lines
      .split('\n')
      .filter((each) => each !== '')
      .map((each) => line.parse(JSON.parse(each))),
    ended: (file, test) => endings.get(keyOf(file, test)) ?? null,
    passed: all.filter((status) => status === 'passed').length,
    // A file that cannot be read has no test that failed.
    failed:
      all.filter((status) => status === 'failed').length +
      testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0)
        .length,
    files: testResults.length,
  };
}

/** A test within others is named with arrows by those who run it, and without by those who report it. */
function keyOf(file: string, test: string): string {
  return `${relative(checkout, file)} ${test.replaceAll(' > ', ' ')}`;
}
