/** What is otherwise with a cluster, and what is decided of it, in a word or two. */
import type { TriageItem } from '../../../domain/disposition.ts';
import { changeLabel } from '../../../domain/labels/change-label.ts';
import { telling } from '../../../domain/run-diff.ts';
import { messages } from '../../../domain/messages/index.ts';
import { stateLabel } from './decision-lines.ts';
import type { ReportDetector } from './detector-health.ts';
import type { ReportCluster } from './report-data.ts';

const says = messages.report;

/** `Grown, payouts moved`; empty where nothing is known of before. */
export function kindOf(reported: ReportCluster): string {
  const { change } = reported;
  const parts = [
    ...(change === null || change.change === 'unchanged' ? [] : [says.change[change.change]]),
    ...(change !== null && change.payouts.length > 0 ? [says.change.moved] : []),
    ...(change !== null && telling(change).length > 0 ? [says.change.newUsers] : []),
    ...(isReopened(reported) ? [says.change.reopened] : []),
  ];
  if (parts.length === 0) return change === null ? '' : says.change.unchanged;
  return parts.map((part, at) => (at === 0 ? part : part.toLocaleLowerCase())).join(', ');
}

/** New evidence has ended what was decided of it, and nobody has taken it up since. */
export function isReopened(reported: ReportCluster): boolean {
  const own = ownDecision(reported);
  return own?.state === 'new' && own.earlier !== null;
}

/** Why; nothing where it is not reopened. */
export function reopenedBy(
  reported: ReportCluster,
  detectors: readonly ReportDetector[],
): string[] {
  const own = ownDecision(reported);
  return own && isReopened(reported) ? [changeLabel(own.news, titleIn(detectors))] : [];
}

/** What is decided of it as a whole; null where nothing is, or new evidence has ended it. */
export function decidedState(reported: ReportCluster): string | null {
  const own = ownDecision(reported);
  return own?.decision ? stateLabel(own.decision) : null;
}

/** Not of its findings, nor of clusters that have become part of it. */
export function ownDecision({ cluster, decisions }: ReportCluster): TriageItem | undefined {
  return decisions.find(({ kind, id }) => kind === 'cluster' && id === cluster.id);
}

/** Of a detector; its id where the run did not use it. */
export function titleIn(detectors: readonly ReportDetector[]): (detector: string) => string {
  return (id) => detectors.find((one) => one.id === id)?.title ?? id;
}
