/** How the figures went, and how the rules are. */
import { messages } from '../../../domain/messages/index.ts';
import {
  datum,
  paragraph,
  plainItem,
  quiet,
  type Item,
  type Row,
  type Section,
} from '../../platform/document/document.ts';
import { table } from './cluster-section.ts';
import { readableTime } from '../../platform/dates.ts';
import { readableName, readableValue } from './facts.ts';
import type { TrendPoint } from './history.ts';
import type { ClusterReport } from './report-data.ts';
import { trendChart } from './trend-chart.ts';

const says = messages.report;

/** Runs that a row of figures shows: as many as fit on a phone. */
const mostRuns = 5;

export function trendSection(points: readonly TrendPoint[]): Section[] {
  const chart = trendChart(points);
  if (!chart) return [];
  const rows = points.slice(-mostRuns).map(({ ended, clusters, accounts, findings }): Row => ({
    id: null,
    cells: [
      [readableTime(ended)],
      ...[clusters, accounts, findings].map((value) => [says.number(value, 0)]),
    ],
  }));
  return [
    {
      id: 'trend',
      title: [says.trend.title(points.length)],
      blocks: [chart, table(says.trend.head, [3, 1, 1.6, 1], rows)],
    },
  ];
}

/** How many findings each rule had, and what none of them sees. */
export function detectorSections({ detectors, changes }: ClusterReport): Section[] {
  const other = new Map(changes?.detectors.map((one) => [one.id, one]));
  const rows = detectors.map(
    ({ id, version, title, findings, findings_before: before, decisions }): Row => {
      const change = other.get(id);
      return {
        id: null,
        cells: [
          [
            datum(title),
            ` (${change ? messages.compare.detectorLine(id, change.from, change.to) : says.version(id, version)})`,
          ],
          [says.number(findings, 0)],
          [before.slice(-mostRuns).map(numberOrNone).join(' → ')],
          [says.decided.share(decisions)],
        ],
      };
    },
  );
  const blind = detectors.flatMap(({ title, blind_to: to, benign }): Item[] =>
    to === null
      ? []
      : [
          {
            ...plainItem([datum(title), says.colon, to]),
            note: benign.length > 0 ? [says.benign(benign)] : [],
          },
        ],
  );
  return [
    {
      id: 'detectors',
      title: [says.detectors],
      blocks: [
        quiet(says.detectorText(mostRuns)),
        table(says.detectorHead, [5, 1.4, 3, 4], rows),
        ...settings(detectors),
      ],
    },
    {
      id: 'blind',
      title: [says.notLookedAt],
      blocks: [paragraph(says.notLookedAtText), { kind: 'list', numbered: false, items: blind }],
    },
  ];
}

function numberOrNone(value: number | null): string {
  return value === null ? '–' : says.number(value, 0);
}

/** With what settings the rules ran: what is needed to get the same once more. */
function settings(detectors: ClusterReport['detectors']) {
  const items = detectors
    .filter(({ parameters }) => Object.keys(parameters).length > 0)
    .map(({ id, parameters }): Item => ({
      ...plainItem([id, says.colon]),
      note: [
        datum(
          Object.entries(parameters)
            .map(([name, value]) => says.named(readableName(name), readableValue(value)))
            .join(says.between),
        ),
      ],
    }));
  return items.length > 0
    ? [
        { kind: 'heading', text: says.settings } as const,
        { kind: 'list', numbered: false, items } as const,
      ]
    : [];
}
