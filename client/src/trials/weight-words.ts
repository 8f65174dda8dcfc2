import type { WeighedSum } from '../../../domain/calibration.ts';
import { messages } from '../../../domain/messages/later.ts';

const text = messages.calibrationPage;
const { details } = messages.page;

/** Kinds of weights that each detector has its own of. */
const ofDetector: ReadonlySet<string> = new Set(['bond', 'tight', 'own', 'plain']);

/** What a weight is of, in words; `title` tells what a detector is called. */
export function weightWords(
  sum: WeighedSum,
  term: string,
  title: (detector: string) => string,
): string {
  if (term === 'prior') return text.prior;
  if (term === 'least') return text.least;
  const [kind = '', what = ''] = term.split(':');
  const explanations: Readonly<Record<string, string>> = messages.groupSum.explanations;
  if (kind === 'rival') return text.against(explanations[what] ?? what);
  if (kind === 'judged') return text.judged;
  const called = what === '*' ? text.others : what;
  if (ofDetector.has(kind))
    return text.ofDetector(what === '*' ? called : title(what), details.weighedAs(kind));
  return sum === 'group'
    ? messages.groupSum.termOf(kind, what, called)
    : messages.groupSum.accountTermOf(kind, called);
}
