import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generators, reportedSeeds, type WorldMaker } from '../../quality/generators.ts';
import { limitPage } from '../../quality/limit-page.ts';
import {
  knownBy,
  limitSeeds,
  measureLimits,
  recordedLimits,
  type Limits,
} from '../../quality/limit.ts';
import { silentProgress } from '../../server/platform/progress.ts';

const known = {
  ap: 0.9,
  worlds: { 'made-10-1': 0.9 },
  rings: { ring: { accounts: 3, among_best: 2, ap: 0.8 } },
  honest: { twin: { accounts: 5, among_best: 1 } },
  features: { accounts: { rests: 0.2 }, pairs: { meets: 0.4 }, together: {} },
};

const limits: Limits = {
  ...{ accounts: 10, trainingSeeds: [201], reportedSeeds: [1], versions: { python: '3.11.7' } },
  generators: { hard: known, easy: { ...known, ap: 0.98 } },
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-limit-test-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Stands for an interpreter: does the same whatever it is asked. */
async function interpreter(name: string, script: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

describe('what can be known', () => {
  it('is learnt from worlds that are neither reported nor fitted on', () => {
    const taken = [
      ...reportedSeeds,
      ...generators(silentProgress).flatMap(({ trainingSeeds }) => trainingSeeds),
    ];
    expect(limitSeeds.filter((seed) => taken.includes(seed))).toEqual([]);
  });

  it('is recorded for all generators and all reported worlds, or not at all', async () => {
    const recorded = await recordedLimits();
    const names = generators(silentProgress).map(({ name }) => name);
    expect(Object.keys(recorded?.generators ?? {})).toEqual(recorded ? names : []);
    for (const { worlds } of Object.values(recorded?.generators ?? {}))
      expect(Object.keys(worlds)).toHaveLength(reportedSeeds.length);
  });

  it('is read from what the model prints', async () => {
    const printed = JSON.stringify({ ...known, versions: { python: '3.11.7' } });
    const python = await interpreter('telling', `echo '${printed}'`);
    expect(await knownBy(python, { train: [], test: ['/worlds/made-10-1'] })).toMatchObject(known);
    await expect(knownBy(python, { train: [], test: ['/worlds/made-10-2'] })).rejects.toThrow(
      'Nothing was said of made-10-2.',
    );
  });

  it('goes on where it was killed, by the same program', async () => {
    const keep = join(folder, 'kept');
    const asked = join(folder, 'asked');
    const worlds = Object.fromEntries(
      ['made', 'other'].flatMap((name) => reportedSeeds.map((seed) => [`${name}-10-${seed}`, 0.9])),
    );
    const printed = JSON.stringify({ ...known, worlds, versions: { python: '3.11.7' } });
    const script = `echo asked >> '${asked}'; echo '${printed}'`;
    const maker: WorldMaker = {
      name: 'made',
      write: async ({ folder: to }) => {
        await mkdir(to, { recursive: true });
        await writeFile(join(to, 'labels.csv'), '');
      },
    };
    const measure = async (python: string) => {
      const measuring = { progress: silentProgress, accounts: 10, python, keep };
      const makers = [maker, { ...maker, name: 'other' }];
      const found: string[][] = [];
      for await (const { generators } of measureLimits(makers, measuring)) {
        found.push(Object.keys(generators));
        expect(generators['made']).toMatchObject({ ap: known.ap, worlds });
      }
      // What is known until then is told after each.
      expect(found).toEqual([['made'], ['made', 'other']]);
      return (await readFile(asked, 'utf8')).trim().split('\n').length;
    };
    const first = await interpreter('first', script);
    expect(await measure(first)).toBe(2);
    expect(await measure(first)).toBe(2);
    // Another interpreter may have other versions of all that it runs.
    expect(await measure(await interpreter('second', script))).toBe(4);
  });

  it('says what is to be installed', async () => {
    const lacking = await interpreter('lacking', 'echo "lightgbm is missing: pip" >&2; exit 1');
    await expect(knownBy(lacking, { train: [], test: [] })).rejects.toThrow(
      'lightgbm is missing: pip',
    );
    const nowhere = join(folder, 'nowhere');
    await expect(knownBy(nowhere, { train: [], test: [] })).rejects.toThrow(
      `${nowhere} was not found. Name a Python 3.11 or later with --python.`,
    );
  });
});

describe('the page', () => {
  const worlds = [{ score: { ap: 0.45 } }] as never;
  const figures = ['hard', 'easy', 'unknown'].map((generator) => ({ generator, worlds }));

  it('shows what was reached beside what can be known', () => {
    const page = limitPage(figures, limits).join('\n');
    expect(page).toContain('| hard | 0.450 | 0.900 | 50.0 % | undecidable |');
    expect(page).toContain('| easy | 0.450 | 0.980 | 45.9 % |  |');
    expect(page).not.toContain('| unknown |');
    expect(page).toContain('an estimate and no bound');
  });

  it('says nothing where nothing was measured', () => {
    expect(limitPage(figures, null)).toEqual([]);
  });
});
