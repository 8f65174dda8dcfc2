import { expect } from 'vitest';
import type { Finding } from '../../domain/finding.ts';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { localizeFindings } from '../../server/detection/runs/localize.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { withLocale } from '../../server/platform/locale.ts';
import { writeDataset, type Dataset } from '../dataset.ts';
import { testDatabase } from '../database.ts';
import { looseSpace } from '../domain/texts.ts';
import { inferredIn } from '../figures/inferred.ts';
import { faultsInAnyLanguage } from '../figures/translated.ts';
import { World } from '../figures/world.ts';
import { wholeFindings } from '../whole-findings.ts';

export interface Detecting {
  /** Loads the rows into the emptied database and runs the detector over them; every figure is counted anew from the rows. */
  findingsIn: (dataset: Dataset) => Promise<Finding[]>;
  /** Runs it over what is loaded already. */
  findingsAgain: (asOf?: string) => Promise<Finding[]>;
}

/** To be called at the top of a detector's test file. */
export function detecting(detector: string): Detecting {
  const tested = testDatabase();
  const findingsAgain = async (asOf?: string) => {
    const options = asOf === undefined ? { only: [detector] } : { only: [detector], asOf };
    const result = await detect(tested.database, options, silentProgress);
    const findings = await wholeFindings(tested.database, result);
    await expectFrench(findings);
    return findings;
  };
  return {
    findingsAgain,
    async findingsIn(dataset) {
      await tested.empty();
      const folder = await writeDataset(dataset);
      await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
      const findings = await findingsAgain();
      const world = new World(folder, await inferredIn(tested.database));
      expect(await faultsInAnyLanguage(findings, world)).toEqual([]);
      return findings;
    },
  };
}

/** Each finding can be told in French from what is stored of it, where its detector has French. */
async function expectFrench(findings: readonly Finding[]): Promise<void> {
  const stored = JSON.parse(JSON.stringify(findings)) as Finding[];
  const told = await withLocale('fr', () => localizeFindings(stored));
  const detectors = await catalogue();
  told.forEach(({ detector, title }, at) => {
    const own = detectors.find(({ id }) => id === detector)?.translated.get('fr');
    if (own?.headline) expect(title).not.toBe(findings[at]!.title);
    expect(title).not.toMatch(looseSpace);
    expect(title).not.toMatch(/\b(undefined|null|NaN)\b|\[object/);
  });
}

/** Accounts a1 … an, described and otherwise plain. */
export function plainAccounts(count: number, prefix = 'a') {
  return Array.from({ length: count }, (_, index) => ({
    account_id: `${prefix}${index + 1}`,
    role: 'developer',
    display_name: `Person ${prefix}${index + 1}`,
    created_at: '2023-01-01T00:00:00Z',
  }));
}

/** A time on a day of 2024: day 0 is 1 January. */
export function time(day: number, hour = 9, minute = 0): string {
  return new Date(Date.UTC(2024, 0, 1 + day, hour, minute)).toISOString();
}
