import type { Cluster } from '../../../../domain/finding.ts';
import { stakesLabels } from '../../../../domain/labels/stakes-label.ts';
import { messages } from '../../../../domain/messages/index.ts';
import { outOf100 } from '../../../../domain/score.ts';
import { inOrder } from '../../../detection/rank/order.ts';
import { written } from '../../../evidence/report/stakes-section.ts';

/** More than these nobody reads in a terminal; they are in the program and in the report. */
const mostShown = 5;

/** The clusters that stand first, with where each stands and what is at stake. */
export function rankedLines(clusters: readonly Cluster[]): string[] {
  const text = messages.detect;
  const lines = inOrder(clusters)
    .slice(0, mostShown)
    .flatMap(({ id, name, score, ranking }) =>
      ranking
        ? [
            `  ${ranking.total.toFixed(2).padStart(5)}  ${id}  ${text.ranked(name, outOf100(score))}`,
            `         ${stakesLabels(ranking.stakes, written).join(' · ')}`.trimEnd(),
          ]
        : [],
    );
  return lines.length > 0 ? [text.order, ...lines] : [];
}
