import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { detect } from '../../server/decisions/applied/detect.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { generate } from '../../worlds/shipped/generate.ts';
import { testDatabase } from '../database.ts';
import { long } from '../long.ts';
import { browsing, desk, small, zoomed } from './browsing.ts';
import { settled } from './canvas.ts';
import { drawsNothing, labelBoxes, openAnew, overlaps } from './label-boxes.ts';
import { wholeFindings } from '../whole-findings.ts';

const tested = testDatabase();
const { open } = browsing(tested);
let result: DetectionResult;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'skein-world-'));
  generate({ accounts: 300, seed: 5, folder }, silentProgress);
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  await rm(folder, { recursive: true });
  result = await detect(tested.database, {}, silentProgress);
});

it(
  'writes no name on another, in the ten largest findings of a world and its largest cluster',
  long,
  async () => {
    const largest = (await wholeFindings(tested.database, result))
      .sort((one, other) => other.evidence.length - one.evidence.length)
      .slice(0, 10);
    expect(largest.length).toBe(10);
    const [cluster] = [...result.clusters].sort(
      (one, other) => other.accounts.length - one.accounts.length,
    );
    const addresses = [`/cluster/${cluster!.id}`, ...largest.map(({ id }) => `/finding/${id}`)];
    const { page, faults } = await open(drawsNothing);
    let written = 0;
    for (const address of addresses) {
      await page.setViewportSize(desk);
      await openAnew(page, address);
      for (const [name, looks] of Object.entries({ desk, small, zoomed })) {
        await page.setViewportSize(looks);
        await fillsItsRoom(page);
        const labels = await labelBoxes(page);
        written += labels.length;
        expect(overlaps(labels), `${address}, ${name}`).toEqual([]);
      }
    }
    expect(written).toBeGreaterThan(addresses.length * 6);
    expect(faults).toEqual([]);
  },
);

/** The drawing is as large as its room, which it learns of after a window has changed. */
async function fillsItsRoom(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const room = document.querySelector<HTMLElement>('.canvas')!;
    const drawing = room.querySelector('canvas')!;
    return drawing.clientWidth === room.clientWidth && drawing.clientHeight === room.clientHeight;
  });
  await settled(page);
}
