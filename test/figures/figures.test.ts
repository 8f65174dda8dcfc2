import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../domain/finding.ts';
import type { ParameterChanges } from '../../domain/parameters.ts';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { generate } from '../../worlds/shipped/generate.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { silverstar } from '../datasets/rows.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';
import { faultsOf } from './compare.ts';
import { inferredIn } from './inferred.ts';
import { faultsInAnyLanguage } from './translated.ts';
import { World } from './world.ts';
import { wholeFindings } from '../whole-findings.ts';

const tested = testDatabase();
const minutes = 60_000;

/** As little cited as a detector may be asked to cite. */
async function leastCited(): Promise<ParameterChanges> {
  const bounded = (await catalogue()).map(({ id, parameters }) => {
    const bounds = Object.entries(parameters).filter(([, { cites }]) => cites);
    return [id, Object.fromEntries(bounds.map(([name, { min }]) => [name, min ?? 1]))] as const;
  });
  return Object.fromEntries(bounded.filter(([, bounds]) => Object.keys(bounds).length > 0));
}

/** Every figure of every finding, counted a second time from the files themselves, whatever of it is cited. */
async function expectRecounted(
  folder: string,
  result: DetectionResult,
  detectors: number,
): Promise<void> {
  const { database } = tested;
  const findings = await wholeFindings(database, result);
  expect(new Set(findings.map(({ detector }) => detector)).size).toBeGreaterThan(detectors);
  const world = new World(folder, await inferredIn(database));
  expect(await faultsInAnyLanguage(findings, world)).toEqual([]);

  const parameters = await leastCited();
  const only = Object.keys(parameters);
  const brief = await wholeFindings(
    database,
    await detect(database, { only, parameters }, silentProgress),
  );
  const datesOf = (found: readonly Finding[]) =>
    found
      .filter(({ detector }) => only.includes(detector))
      .map(({ id, first_seen, last_seen, counted }) => {
        const rows = counted?.map(({ type, rows: all }) => `${type} ${all}`);
        return { id, first_seen, last_seen, rows };
      });
  expect(datesOf(brief)).toEqual(datesOf(findings));
  expect(brief.flatMap((finding) => faultsOf(finding, world))).toEqual([]);
  const cited = (found: readonly Finding[]) =>
    found.reduce((all, { evidence }) => all + evidence.length, 0);
  expect(cited(brief)).toBeLessThan(
    cited(findings.filter(({ detector }) => only.includes(detector))),
  );
}

describe('the figures of findings', () => {
  it(
    'are those of the rows, in the sample',
    async () => expectRecounted(silverstar, await detectedSample(tested), 24),
    15 * minutes,
  );

  it(
    'and in a generated world',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'skein-figures-'));
      generate({ accounts: 500, seed: 33, folder }, silentProgress);
      await tested.empty();
      await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
      await expectRecounted(folder, await detect(tested.database, {}, silentProgress), 20);
      await rm(folder, { recursive: true });
    },
    15 * minutes,
  );
});
