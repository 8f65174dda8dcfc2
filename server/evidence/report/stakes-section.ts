/** What is at stake with a cluster, and why it stands where it does, as a report says it. */
import { rankingLabel, stakesLabels, type Written } from '../../../domain/labels/stakes-label.ts';
import { messages } from '../../../domain/messages/index.ts';
import { datum, heading, quiet, type Block, type Row } from '../../platform/document/document.ts';
import { readableTime } from '../../platform/dates.ts';
import { writtenAmount } from '../exhibit/written-amount.ts';
import type { ReportCluster } from './report-data.ts';

const says = messages.report;

/** As reports and the command line write it, in the language in force. */
export const written: Written = {
  money: (amount, currency) => writtenAmount(currency, [amount]),
  day: (at) => readableTime(at.slice(0, 10)),
  decimal: (value) => says.hundredths(value),
};

/** In a few words; empty for a run that ranked none. */
export function atStake({ cluster }: ReportCluster): string[] {
  return cluster.ranking ? stakesLabels(cluster.ranking.stakes, written) : [];
}

/** Each step of the sum, what it counts and what it adds. */
export function stakesBlocks({ cluster }: ReportCluster): Block[] {
  const { score, ranking } = cluster;
  if (!ranking) return [];
  const { stakes, terms, total } = ranking;
  const sum = messages.ranking;
  const rows: Row[] = [
    ...terms.map((term): Row => ({
      id: null,
      cells: [
        [datum(rankingLabel(term, { stakes, score }, written))],
        [`${written.decimal(term.value)} × ${written.decimal(term.weight)}`],
        [written.decimal(term.adds)],
      ],
    })),
    { id: null, cells: [[sum.total], [''], [written.decimal(total)]] },
  ];
  return [
    heading(sum.title),
    { kind: 'table', verbatim: null, head: says.rankingHead, widths: [8, 2.2, 1.2], rows },
    quiet(sum.hint, ' ', sum.asOf(readableTime(stakes.as_of), written.day(stakes.since))),
  ];
}
