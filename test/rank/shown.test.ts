import { expect, it } from 'vitest';
import { rankingOf } from '../../server/detection/rank/order.ts';
import { rankedLines } from '../../server/edge/commands/actions/ranked-lines.ts';
import { reportCsv } from '../../server/evidence/report/report-csv.ts';
import type { ClusterReport } from '../../server/evidence/report/report-data.ts';
import { reportDocument } from '../../server/evidence/report/report-document.ts';
import { cluster } from '../compare/runs.ts';
import { reported } from '../report/reported.ts';
import { everything, nothing, settings } from './cases.ts';

async function ranked(): Promise<ClusterReport> {
  const report = await reported();
  const clusters = report.clusters.map((one) => {
    const { score } = one.cluster;
    return { ...one, cluster: { ...one.cluster, ranking: rankingOf(score, everything, settings) } };
  });
  return { ...report, clusters };
}

it('a report says what is at stake, and why each cluster stands where it does', async () => {
  const report = await ranked();
  const text = JSON.stringify(reportDocument(report, new Map(), null));
  expect(text).toContain('leads to 2 listed parties');
  expect(text).toContain('EUR 40,000.00 since 2024-01-01');
  expect(text).toContain('Where it stands, and what is at stake');
  expect(text).toContain('1.00 × 1.50');
  const { total } = report.clusters[0]!.cluster.ranking!;
  expect(text).toContain(total.toFixed(2));
});

it('its CSV has both after the columns that there were', async () => {
  const [head, first] = reportCsv(await ranked(), null).split('\n');
  expect(head!.trim().split(',').slice(-3)).toEqual(['context', 'stands_at', 'at_stake']);
  expect(first).toContain('leads to 2 listed parties|');
});

it('neither is said of a run that ranked none', async () => {
  const report = await reported();
  const text = JSON.stringify(reportDocument(report, new Map(), null));
  expect(text).not.toContain('Where it stands');
  expect(text).not.toMatch(/undefined|NaN/);
  expect(rankedLines([cluster(['a1', 'a2'], [])])).toEqual([]);
});

it('what detect prints begins with the cluster that stands first, with what is at stake', () => {
  const lines = rankedLines([
    { ...cluster(['a1'], [], 0.99), ranking: rankingOf(0.99, nothing, settings) },
    { ...cluster(['b1'], [], 0.9), ranking: rankingOf(0.9, everything, settings) },
  ]);
  expect(lines[0]).toBe('First to look at, by likelihood and what is at stake:');
  expect(lines[1]).toContain('score 90 of 100');
  expect(lines[2]).toContain('400 clients outside');
  expect(lines[3]).toContain('score 99 of 100');
});
