/** Which honest explanations of something were checked, how, with which result and by whom, in lines. */
import type { ExplanationCheck } from '../../../domain/explanation-check.ts';
import { messages } from '../../../domain/messages/index.ts';
import { bullets, datum, heading, quiet, type Block } from '../../platform/document/document.ts';
import { readableTime } from '../../platform/dates.ts';

const says = messages.explanationChecks;
/** A cluster's, in the language in force; a detector's stand as they read when they were checked. */
const named: Readonly<Record<string, string>> = messages.groupSum.explanations;

/** Nothing where nobody has checked one. */
export function checkBlocks(checks: readonly ExplanationCheck[]): Block[] {
  if (checks.length === 0) return [];
  return [
    heading(says.report.title),
    bullets(
      checks.map(({ explanation, says: english, result, how, by, at }) => [
        `${says.report.line(named[explanation] ?? english, says.results[result])} – `,
        datum(says.byAt(by, readableTime(at))),
        messages.report.colon,
        datum(how),
      ]),
    ),
    quiet(says.report.note),
  ];
}
