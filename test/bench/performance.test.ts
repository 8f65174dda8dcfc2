/** docs/PERFORMANCE.md and docs/SCALING.md say what was measured, each part by the commit it is of, and hide nothing that was not. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { measuredScales, scalesIn } from '../../bench/measured.ts';
import { performancePage } from '../../bench/performance-page.ts';
import { scalingPage } from '../../bench/scaling-page.ts';

const measured = { by: 'Commit 2c2f5e62; 2 cores', at: '2026-12-02T09:01:37.930Z' };
const answering = (seconds: number) => ({
  ...{ what: 'search for an account, 95 of 100 within', seconds, beside: null },
  ...{ aim: { seconds: 0.05 }, grows: 2 },
});
const detect = (rows: number, seconds: number) => ({
  ...{ ...measured, rows, works: [answering(seconds)], memory: 2 ** 30 },
  slowest: { steps: [], places: [] },
});

it('are what is kept of the figures', async () => {
  const scales = await measuredScales();
  const docs = new URL('../../docs/', import.meta.url);
  expect(await readFile(new URL('PERFORMANCE.md', docs), 'utf8')).toBe(performancePage(scales));
  expect(await readFile(new URL('SCALING.md', docs), 'utf8')).toBe(scalingPage(scales));
});

it('names the commit of each part, and each that was not measured', () => {
  const page = performancePage(scalesIn({ '10000': { detect: detect(900_000, 0.04) } }));
  expect(page).toContain('900,000 rows: Commit 2c2f5e62; 2 cores; 2026-12-02.');
  expect(page.match(/not measured at this size/g)).toHaveLength(4);
  expect(page).toContain('| ≤ 0.05 s |');
});

it('says what misses its aim, at a size and from one to ten times as much', () => {
  const page = performancePage(
    scalesIn({
      '100000': { detect: detect(9_000_000, 0.09) },
      '10000': { detect: detect(900_000, 0.04) },
    }),
  );
  expect(page).toContain('| 0.090 |  |  |  | ≤ 0.05 s **missed** |');
  expect(page).toContain('0.35; 2.3 times, ≤ 2 **missed**');
});

it('shows what stands beside an earlier commit by itself, and draws no growth from it', () => {
  const work = { what: 'the first run', seconds: 5, aim: { ratio: 0.1 } };
  const beside = { what: 'the same at an earlier commit', seconds: 10 };
  const page = performancePage(
    scalesIn({
      '4500': { before: { ...measured, rows: 286_000, works: [{ ...work, beside }] } },
      '10000': { detect: detect(900_000, 0.04) },
    }),
  );
  expect(page).toContain('## 4,500 accounts');
  expect(page).toContain('| 10.0 | 0.50 | ≤ 0.10 **missed** |');
  expect(page.match(/not measured at this size/g)).toHaveLength(4);
  expect(page).not.toContain('## Growth');
});

it('tells of the latest rows alone what a run took and held, beside what it may', () => {
  const ran = {
    what: 'the first run over them',
    seconds: 700,
    beside: null,
    aim: { seconds: 600 },
  };
  const recent = { ...measured, rows: 5_000_000, works: [ran], memory: 4 * 2 ** 30 };
  const page = performancePage(scalesIn({ '100000': { recent } }));
  expect(page).toContain(
    '| the first run over them (5,000,000 rows) | 700.0 |  |  |  | ≤ 600 s **missed** |',
  );
  expect(page).toContain(
    'Over the latest 5,000,000 rows alone, without what happened before, a run held 4,096 MiB at most (≤ 3,072 **missed**), Neo4j aside.',
  );
});

it('of one size alone say nothing of growth', () => {
  const scales = scalesIn({ '10000': { detect: detect(900_000, 0.04) } });
  expect(performancePage(scales)).not.toContain('## Growth');
  expect(scalingPage(scales)).toBeNull();
});
