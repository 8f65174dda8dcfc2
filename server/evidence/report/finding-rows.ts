import { messages } from '../../../domain/messages/index.ts';
import type { StoredFinding } from '../../detection/runs/finding-list.ts';
import { withMarks } from '../exhibit/context-marks.ts';
import { datum, type Row } from '../../platform/document/document.ts';
import type { ReportDetector } from './detector-health.ts';

/** Of one rule only its strongest, lest many weak ones hide the rest. */
const mostOfOneRule = 3;

/**
 * What was found, strongest first, as rows of a table; `rest` findings are not among them. `context` are accounts that
 * are shown for context alone: a finding that names one says so.
 */
export function findingRows(
  found: readonly StoredFinding[],
  detectors: readonly ReportDetector[],
  limit: number,
  context: ReadonlySet<string> = new Set(),
): { rows: Row[]; rest: number } {
  const titles = new Map(detectors.map((detector) => [detector.id, detector.title]));
  const shownOf = new Map<string, number>();
  const shown = found
    .filter(({ detector }) => {
      const before = shownOf.get(detector) ?? 0;
      shownOf.set(detector, before + 1);
      return before < mostOfOneRule;
    })
    .slice(0, limit);
  const rows = shown.map((finding): Row => ({
    id: null,
    cells: [
      [datum(titles.get(finding.detector) ?? finding.detector)],
      [datum(titleOf(finding, context)), ...ofThem(finding, context)],
      [
        finding.accounts.length > 0
          ? messages.page.details.possibleRole[finding.possible_role]
          : '',
      ],
      [messages.report.hundredths(finding.score)],
    ],
  }));
  return { rows, rest: found.length - shown.length };
}

function titleOf({ title }: StoredFinding, context: ReadonlySet<string>): string {
  return withMarks(title, context, messages.evidence.page.forContext);
}

function ofThem({ accounts }: StoredFinding, context: ReadonlySet<string>): string[] {
  const others = accounts.filter((id) => context.has(id)).length;
  return others === 0 ? [] : [`. ${messages.report.ofThem(accounts.length - others, others)}`];
}
