import { indicators } from '../../../domain/indicators.ts';
import type { IndicatorId } from '../../../domain/indicators.ts';
import { detectorInfo, type CatalogueEntry } from '../../detection/catalogue/catalogue.ts';
import { table } from './table.ts';

/** docs/DETECTORS.md: the catalogue, each detector from its own declaration. */
export function detectorsPage(entries: readonly CatalogueEntry[]): string {
  return [
    '# Detectors',
    'Generated from `cypher/detectors/` by `npm run docs`; edit there. A finding links accounts; it judges nobody.',
    table(
      ['detector', 'finds', 'cites'],
      entries.map((entry) => [
        `[\`${entry.id}\`](#${entry.id})`,
        entry.messages.title,
        entry.indicators.join(' '),
      ]),
    ),
    ...entries.map(section),
  ].join('\n\n');
}

function section(entry: CatalogueEntry): string {
  const info = detectorInfo(entry);
  return [
    `## ${info.id}`,
    `**${info.title}** (version ${info.version}). ${info.looks_for}`,
    `*What it cannot see.* ${info.blind_to}`,
    `*Honest explanations to consider.* ${info.benign.join('; ')}.`,
    `*Indicators of the advisory.*`,
    entry.indicators.map((id) => indicatorLine(entry, id)).join('\n'),
    table(
      ['parameter', 'default', 'why'],
      info.parameters.map((parameter) => [
        `\`${parameter.name}\``,
        [String(parameter.default), parameter.unit].filter((part) => part !== null).join(' '),
        parameter.why,
      ]),
    ),
    `*Evidence of the family* ${entry.family}; ${entry.binds ? 'links its accounts to one another' : 'says something of each account on its own'}.`,
    priorLine(entry),
    `*Needs inferred.* ${entry.needs.map((rule) => `\`${rule}\``).join(', ') || 'nothing'}.`,
    queryLinks(entry),
  ].join('\n\n');
}

function priorLine({ priorWeight: { account, link, why } }: CatalogueEntry): string {
  const weights = [`account ${account}`, ...(link === undefined ? [] : [`link ${link}`])];
  return `*Assumed weight at full strength, before it was measured (log-odds).* ${weights.join(', ')}: ${why}.`;
}

function indicatorLine({ messages: words }: CatalogueEntry, id: IndicatorId): string {
  const where = words.shows?.[id];
  return `- ${id}: ${indicators[id]}${where === undefined ? '' : ` *(cited where ${where})*`}`;
}

function queryLinks({ id, sql, baseline, usualSql }: CatalogueEntry): string {
  const files = [
    `${id}.cypher`,
    ...(sql === null ? [] : [`${id}.sql`]),
    ...(baseline === null ? [] : [`${id}.baseline.cypher`]),
    ...(usualSql === null ? [] : [`${id}.baseline.sql`]),
  ];
  return `Query: ${files.map((file) => `[\`cypher/detectors/${file}\`](../cypher/detectors/${file})`).join(', ')}`;
}
