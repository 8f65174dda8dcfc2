/** What stands in the report on an exhibit, and in which order. */
import type { Exhibit } from '../exhibit/exhibit.ts';
import { messages } from '../../../domain/messages/index.ts';
import { accounts } from './accounts.ts';
import { additions } from './additions.ts';
import { certification, contents, verification } from './closing.ts';
import { cover, summary, titleOf, type Handed } from './cover.ts';
import type { ReportDocument } from '../../platform/document/document.ts';
import { findings } from './findings.ts';
import type { Picture } from '../picture/picture.ts';
import { drawn } from './drawn.ts';
import { exceptions } from './exceptions.ts';
import { judgements } from './judgements.ts';
import { leftOut, limits } from './left-out.ts';
import { lookupOf } from './lookup.ts';
import { printedOf } from './printed.ts';
import { rules } from './rules.ts';
import { sourceRows } from './source-rows.ts';
import { timeline } from './timeline.ts';

/**
 * In the language in force, which must be the exhibit's; `picture` is that of the same exhibit, `payload` the names of
 * the files in the payload. `handed` says for which case, and by whom: the report in the payload is without it, so that
 * it is the same whoever exports.
 */
export function exhibitReport(
  exhibit: Exhibit,
  picture: Picture,
  payload: readonly string[],
  handed: Handed | null = null,
): ReportDocument {
  const printed = printedOf(exhibit);
  const lookup = lookupOf(exhibit, printed);
  const title = titleOf(exhibit);
  return {
    language: exhibit.language,
    kicker: kickerOf(handed),
    title,
    ...(handed?.occasion.case_number ? { foot: `${kickerOf(handed)} · ${title}` } : {}),
    cover: cover(exhibit, printed, handed),
    contents: true,
    sections: [
      summary(exhibit, printed, lookup),
      drawn(picture),
      accounts(exhibit, printed),
      findings(exhibit, printed, lookup),
      timeline(exhibit, lookup),
      judgements(exhibit, lookup),
      exceptions(exhibit, lookup),
      additions(exhibit, lookup),
      rules(exhibit, printed),
      leftOut(exhibit, printed),
      limits(),
      verification(),
      contents(exhibit, payload),
      sourceRows(exhibit, printed),
      certification(),
    ].flat(),
  };
}

/** The case stands above the title, and on paper at the foot of every page. */
function kickerOf(handed: Handed | null): string {
  const { kicker, handed: says } = messages.evidence.page;
  const number = handed?.occasion.case_number;
  return number ? says.kicker(number) : kicker;
}
