import {
  indicatorGroups,
  indicators,
  unseen,
  type IndicatorId,
} from '../../../domain/indicators.ts';
import { namedBeside } from '../../../domain/named-bodies.ts';
import type { CatalogueEntry } from '../../detection/catalogue/catalogue.ts';
import { table } from './table.ts';

/** docs/INDICATORS.md: what the advisory names, and which detector looks for it. */
export function indicatorsPage(entries: readonly CatalogueEntry[]): string {
  const sections = Object.entries(indicatorGroups).map(([letter, title]) => {
    const rows = Object.entries(indicators)
      .filter(([id]) => id.startsWith(letter))
      .map(([id, text]) => [
        id,
        text + namedOf(id as IndicatorId),
        detectorsOf(id, entries) || `none: ${unseen[id as IndicatorId] ?? ''}`,
      ]);
    return `## ${letter} · ${title}\n\n${table(['id', 'what shows', 'detectors'], rows)}`;
  });
  return [
    '# Indicators',
    'Generated from `domain/indicators.ts` by `npm run docs`; edit there.',
    'What the joint advisory of the US Departments of State and the Treasury and the FBI on DPRK IT workers (16 May 2022) says to look for, in our own words. The workers may themselves be forced labourers, and the names they use belong to victims: a link is evidence about accounts, never a judgement of a person.',
    'A finding cites an indicator only where its facts show it. A detector in *italics* cites it in some of its findings; where, is said with the detector. What the advisory names by name stands here alone, and in a finding only when its facts name it.',
    ...sections,
  ].join('\n\n');
}

function namedOf(id: IndicatorId): string {
  const names = namedBeside[id];
  return names ? ` (named: ${names.join('; ')})` : '';
}

function detectorsOf(id: string, entries: readonly CatalogueEntry[]): string {
  return entries
    .filter((entry) => entry.indicators.some((cited) => cited === id))
    .map((entry) => {
      const link = `[\`${entry.id}\`](DETECTORS.md#${entry.id})`;
      return Object.keys(entry.shows ?? {}).includes(id) ? `*${link}*` : link;
    })
    .join(', ');
}
