/** What a report says happened when. */
import { compareText } from '../../../domain/compare-text.ts';
import type { Evidence } from '../../../domain/finding.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Exhibit } from '../exhibit/exhibit.ts';
import { paragraph, quiet, steps, type Section } from '../../platform/document/document.ts';
import { tieKey, type Lookup } from './lookup.ts';
import { most } from './printed.ts';
import { statementItem } from './statement.ts';

const says = messages.evidence.page;

/** What ties things together, of all findings, in the order of time; nothing where no time is known. */
export function timeline({ findings }: Exhibit, lookup: Lookup): Section[] {
  const events = new Map<string, Evidence>();
  for (const { evidence } of findings)
    for (const fact of evidence)
      if (fact.at !== null && fact.to !== null) events.set(`${fact.at} ${tieKey(fact)}`, fact);
  if (events.size === 0) return [];
  const sorted = [...events].sort(([one], [other]) => compareText(one, other));
  const shown = sorted.slice(0, most.events);
  const rest = sorted.length - shown.length;
  return [
    {
      id: 'timeline',
      title: [says.timeline],
      blocks: [
        paragraph(says.timelineText),
        steps(shown.map(([, fact]) => statementItem(fact, null, lookup))),
        ...(rest > 0 ? [quiet(says.more(rest, 'findings.json'))] : []),
      ],
    },
  ];
}
