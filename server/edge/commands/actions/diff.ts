import { hasChanges, isOtherwise, markOf, type RunDiff } from '../../../../domain/run-diff.ts';
import { messages } from '../../../../domain/messages/index.ts';
import { readComparison } from '../../../decisions/compare/read-comparison.ts';
import { openDatabase } from '../../../operations/store/open.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { print, printJson } from './print.ts';

const text = messages.compare;

/** Exit status when there are differences. */
const differs = 3;
/** As many moves of scores as one takes in; all are in the JSON. */
const mostMoves = 10;
/** What moved less reads the same. */
const leastMove = 0.01;

export async function compareRuns(
  from: string | undefined,
  to: string | undefined,
  options: { json?: true },
): Promise<void> {
  const progress = terminalProgress();
  const opened = await openDatabase(readSettings(), progress);
  progress.end();
  try {
    const diff = await readComparison(opened.database, from ?? null, to ?? null);
    if (options.json) printJson(diff);
    else for (const line of linesOf(diff)) print(line);
    if (hasChanges(diff)) process.exitCode = differs;
  } finally {
    await opened.close();
  }
}

function linesOf(diff: RunDiff): string[] {
  const { from, to, clusters, findings, accounts, detectors } = diff;
  const rules = detectors.map((one) => text.detectorLine(one.id, one.from, one.to));
  const moves = accounts.filter((one) => Math.abs(one.to - one.from) >= leastMove);
  const unknown = diff.users_known ? [] : [text.reasons.usersUnknown];
  if (!hasChanges(diff) && moves.length === 0)
    return [text.head(from, to), ...rules, text.nothingNew, ...unknown];
  const moved = moves
    .toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))
    .slice(0, mostMoves);
  return [
    text.head(from, to),
    ...rules,
    ...unknown,
    ...clusters.filter(isOtherwise).flatMap(clusterLines),
    text.unchanged(clusters.filter((one) => !isOtherwise(one)).length),
    text.findings(
      findings.new.length,
      findings.changed.length,
      findings.gone.length,
      findings.superseded.length,
    ),
    text.accounts(moves.length),
    ...moved.map((one) => `  ${text.accountLine(one.account_id, one.from, one.to)}`),
  ];
}

function clusterLines(diff: RunDiff['clusters'][number]) {
  const { id, name, score, was, reasons } = diff;
  const renamed = was.length > 1 || (was.length === 1 && was[0] !== id);
  return [
    text.clusterLine(messages.clusterChanges[markOf(diff)], id, name, score),
    ...[...(renamed ? [text.was(was)] : []), ...reasons].map((line) => `  ${line}`),
  ];
}
