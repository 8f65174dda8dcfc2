import { outOf100 } from '../../../domain/score.ts';
import type { TrialResult } from '../../../domain/trial.ts';
import { messages } from '../../../domain/messages/later.ts';

const text = messages.trialPage;

/** What would change beside the findings; none where nothing would. */
export function saysBeyond({
  cluster_counts: counts,
  accounts,
}: Pick<TrialResult, 'cluster_counts' | 'accounts'>): string[] {
  const { raised, lowered, over_count: over, under_count: under, line } = accounts;
  const changed = Object.entries(counts).filter(([change]) => change !== 'unchanged');
  const all = changed.reduce((sum, [, number]) => sum + number, 0);
  const scored = [
    ...(raised + lowered > 0 ? [text.scores(raised, lowered)] : []),
    ...(over + under > 0 ? [text.line(over, under, String(outOf100(line)))] : []),
  ];
  if (all > 0) return [text.clusters(all, counts['gone'] ?? 0, counts['new'] ?? 0), ...scored];
  return scored.length > 0 ? [text.sameClusters, ...scored] : [];
}
