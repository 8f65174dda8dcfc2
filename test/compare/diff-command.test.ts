/** `skein diff` and the route that says the same, over real runs. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunDiff } from '../../domain/run-diff.ts';
import { readComparison } from '../../server/decisions/compare/read-comparison.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { NotFoundError } from '../../server/platform/problems.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset, type Dataset } from '../dataset.ts';
import { plainAccounts } from '../detectors/detecting.ts';
import { oneHand } from '../one-hand.ts';

const tested = testDatabase();
const run = promisify(execFile);
const members = ['a1', 'a2', 'a3', 'a4'];

let runs: string[];

async function loaded(dataset: Dataset): Promise<void> {
  const folder = await writeDataset(dataset);
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
}

async function detected(): Promise<string> {
  return (await detect(tested.database, {}, silentProgress)).run.run;
}

beforeAll(async () => {
  await loaded({ accounts: plainAccounts(34) });
  await loaded(oneHand(members));
  runs = [await detected(), await detected()];
  await loaded(oneHand([...members, 'a5']));
  runs.push(await detected());
});

/** Exit status and what it printed. */
async function skein(...words: string[]): Promise<{ status: number; out: string }> {
  const done = run(process.execPath, ['bin/skein.mjs', ...words], { env: tested.environment });
  return done.then(
    ({ stdout }) => ({ status: 0, out: stdout }),
    (error: unknown) => {
      const { code, stdout } = error as { code: number; stdout: string };
      return { status: code, out: stdout };
    },
  );
}

describe('skein diff', () => {
  it('says as JSON what is otherwise, with status 3', async () => {
    const { status, out } = await skein('diff', runs[0]!, runs[2]!, '--json');
    expect(status).toBe(3);
    const { clusters, findings, accounts, from, to } = JSON.parse(out) as RunDiff;
    expect([from, to]).toEqual([runs[0], runs[2]]);
    expect(clusters).toMatchObject([{ change: 'grown', joined: ['a5'], left: [] }]);
    expect(clusters[0]?.reasons[0]).toBe('1 account joined');
    expect(findings.changed.length).toBeGreaterThan(0);
    expect(findings.gone).toEqual([]);
    expect(accounts.find(({ account_id: id }) => id === 'a5')?.from).toBe(0);
  });

  it('compares the latest run with the one before it: one account joined', async () => {
    const { status, out } = await skein('diff');
    expect(status).toBe(3);
    expect(out).toContain(`From ${runs[1]!} to ${runs[2]!}`);
    expect(out).toMatch(/^grown +C-/m);
    expect(out).toContain('1 account joined');
  });

  it('says in one line that nothing is new, with status 0', async () => {
    const { status, out } = await skein('diff', runs[0]!, runs[1]!);
    expect({ status, out }).toEqual({
      status: 0,
      out: `From ${runs[0]!} to ${runs[1]!}\nNothing new.\n`,
    });
  });

  it('says that there is no such run, or none before', async () => {
    expect((await skein('diff', 'R-none')).status).toBe(1);
    await expect(readComparison(tested.database, null, runs[0]!)).rejects.toThrow(NotFoundError);
    await expect(readComparison(tested.database, null, runs[0]!)).rejects.toThrow(/no run before/);
  });
});
