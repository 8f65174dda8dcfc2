import type { Explanation, SharedTimes } from '../../../../domain/answers.ts';
import { messages } from '../../../../domain/messages/index.ts';
import { saidOf } from '../../../detection/derive/judged-relations.ts';
import { explain } from '../../../decisions/explain/explain.ts';
import { openDatabase } from '../../../operations/store/open.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { print, printJson } from './print.ts';

const text = messages.explain;

export async function explainLink(a: string, b: string, options: { json?: true }): Promise<void> {
  const progress = terminalProgress();
  const opened = await openDatabase(readSettings(), progress);
  progress.end();
  try {
    const explanation = await explain(opened.database, a, b);
    if (options.json) printJson(explanation);
    else for (const line of linesOf(explanation)) print(line);
  } finally {
    await opened.close();
  }
}

/** A waterfall: each weight, then their sum. */
function linesOf(explanation: Explanation): string[] {
  const { a, b, prior, weights, total, score, group, judgement, outdated } = explanation;
  const judged = [
    ...(judgement?.verdict === 'rejected' ? [saidOf(judgement)] : []),
    ...(outdated ? [messages.judgements.outdated] : []),
  ];
  const answers = [
    text.score(score),
    group ? text.scheme(group.score, group.accounts, group.cluster) : text.noScheme,
  ];
  if (weights.length === 0) return [...judged, text.nothing(a, b), ...answers];
  return [
    ...judged,
    step(prior, text.prior),
    ...weights.flatMap(({ weight, what, reason, nodes, sources, times }) => [
      step(weight, what),
      `         ${reason}`,
      ...(nodes.length > 0
        ? [`         ${nodes.map(({ type, id }) => `${type}:${id}`).join(' – ')}`]
        : []),
      ...(times ? timesIn(a, b, times).map((line) => `         ${line}`) : []),
      ...(sources.length > 0 ? [`         ${rowsIn(sources)}`] : []),
    ]),
    step(total, text.total),
    ...answers,
  ];
}

function timesIn(a: string, b: string, times: SharedTimes): string[] {
  const day = (at: string) => at.slice(0, 10);
  const end = (at: string | null) => (at === null ? null : day(at));
  const used = ({ from, to, rows }: SharedTimes['a']) => text.times.used(day(from), end(to), rows);
  const { overlap, same_days: days } = times;
  return [
    `${a}: ${used(times.a)}; ${b}: ${used(times.b)}`,
    overlap ? text.times.both(day(overlap.from), end(overlap.to)) : text.times.apart,
    ...(days ? [text.times.sameDays(days)] : []),
  ];
}

function step(amount: number, says: string): string {
  return `${(amount < 0 ? '−' : '+') + Math.abs(amount).toFixed(2).padStart(6)}  ${says}`;
}

function rowsIn(sources: Explanation['weights'][number]['sources']): string {
  const shown = sources.slice(0, 4).map(({ file, line }) => `${file}:${line}`);
  return text.sources(shown, sources.length - shown.length);
}
