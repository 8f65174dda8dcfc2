import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { noteLook } from './tally.ts';

const grave = ['serious', 'critical'];

/** What axe finds wrong and grave, one line each. */
export function graveViolations(page: Page): Promise<string[]> {
  return violations(page, (impact) => grave.includes(impact));
}

/** What axe finds wrong, one line each. */
export async function violations(
  page: Page,
  counts: (impact: string) => boolean = () => true,
): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    }),
  );
  await noteLook(
    page,
    results.violations
      .filter(({ impact }) => grave.includes(impact ?? ''))
      .reduce((sum, { nodes }) => sum + nodes.length, 0),
  );
  return results.violations
    .filter(({ impact }) => counts(impact ?? ''))
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
    );
}
