import { indicatorGroups, indicators, unseen, type IndicatorId } from '../../domain/indicators.ts';
import type { CatalogueEntry } from '../detect/catalogue.ts';
import { table } from './table.ts';

/** docs/INDICATORS.md: what the advisory names, and which detector looks for it. */
export function indicatorsPage(entries: readonly CatalogueEntry[]): string {
  const sections = Object.entries(indicatorGroups).map(([letter, title]) => {
    const rows = Object.entries(indicators)
      .filter(([id]) => id.startsWith(letter))
      .map(([id, text]) => [
        id,
        text,
        detectorsOf(id, entries) || `none: ${unseen[id as IndicatorId] ?? ''}`,
      ]);
    return `## ${letter} · ${title}\n\n${table(['id', 'what shows', 'detectors'], rows)}`;
  });
  return [
    '# Indicators',
    'Generated from `domain/indicators.ts` by `npm run docs`; edit there.',
    'What the joint advisory of the US Departments of State and the Treasury and the FBI on DPRK IT workers (16 May 2022) says to look for, in our own words. The workers may themselves be forced labourers, and the names they use belong to victims: a link is evidence about accounts, never a judgement of a person.',
    ...sections,
  ].join('\n\n');
}

function detectorsOf(id: string, entries: readonly CatalogueEntry[]): string {
  return entries
    .filter((entry) => entry.indicators.some((cited) => cited === id))
    .map((entry) => `[\`${entry.id}\`](DETECTORS.md#${entry.id})`)
    .join(', ');
}
