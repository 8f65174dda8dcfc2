/** What of a report needs nobody today: clusters as they were, and what is in none. */
import { messages } from '../../../domain/messages/index.ts';
import {
  datum,
  paragraph,
  quiet,
  type Row,
  type Section,
} from '../../platform/document/document.ts';
import { openAddress, table } from './cluster-section.ts';
import { decidedState, kindOf } from './cluster-standing.ts';
import { findingRows } from './finding-rows.ts';
import type { ClusterReport, ReportCluster } from './report-data.ts';

const says = messages.report;

const most = { clusters: 100, loose: 15 } as const;

export function standingClusters(
  { clusters }: ClusterReport,
  told: readonly ReportCluster[],
  link: string | null,
): Section[] {
  const others = clusters.filter((one) => !told.includes(one));
  if (others.length === 0) return [];
  const rows = others.slice(0, most.clusters).map((reported): Row => {
    const { cluster, change } = reported;
    return {
      id: null,
      cells: [
        [
          link === null
            ? datum(cluster.name)
            : { href: openAddress(link, cluster.id), text: cluster.name },
        ],
        [change === null ? '–' : kindOf(reported), ...stateNote(reported)],
        [says.number(cluster.accounts.length, 0)],
        [says.hundredths(cluster.score)],
        [cluster.ranking ? says.hundredths(cluster.ranking.total) : '–'],
      ],
    };
  });
  const rest = others.length - rows.length;
  return [
    {
      id: 'standing',
      title: [says.otherClusters],
      blocks: [
        table(says.clusterHead, [7, 2, 1.4, 1.2, 1.3], rows),
        quiet(says.clusterScoreText),
        ...(rest > 0 ? [quiet(says.moreClusters(rest))] : []),
      ],
    },
  ];
}

/** How it stands in the queue, where somebody has decided of it. */
function stateNote(reported: ReportCluster): string[] {
  const state = decidedState(reported);
  return state === null ? [] : [` (${state})`];
}

/** New ones alone, where there was a run before. */
export function looseFindings({ loose, changes, detectors }: ClusterReport): Section[] {
  const found = new Set(changes?.findings.new);
  const shown = changes === null ? loose : loose.filter(({ id }) => found.has(id));
  if (shown.length === 0) return [];
  const { rows, rest } = findingRows(shown, detectors, most.loose);
  return [
    {
      id: 'loose',
      title: [changes === null ? says.loose : says.newLoose],
      blocks: [
        paragraph(says.looseText),
        table(says.reasonHead, [3, 6, 4, 1.3], rows),
        ...(rest > 0 ? [quiet(says.moreFindings(rest))] : []),
      ],
    },
  ];
}
