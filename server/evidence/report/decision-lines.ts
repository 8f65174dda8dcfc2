/** What was decided of a cluster and its findings, in lines. */
import type { Decision, TriageItem } from '../../../domain/disposition.ts';
import { changeLabel } from '../../../domain/labels/change-label.ts';
import { messages } from '../../../domain/messages/index.ts';
import { datum, type Inline, type Item } from '../../platform/document/document.ts';
import { readableTime } from '../../platform/dates.ts';

const says = messages.report.decided;
const text = messages.triage;

/** Of a detector. */
type TitleOf = (detector: string) => string;

export function decisionItem(item: TriageItem, titleOf: TitleOf): Item {
  return {
    id: null,
    line: [...subjectOf(item), messages.report.colon, ...standing(item, titleOf)],
    note: aside(item, titleOf),
  };
}

function subjectOf({ kind, gone, title }: TriageItem): Inline[] {
  if (kind === 'finding') return [datum(title)];
  return gone ? [says.joined, ' ', datum(title)] : [says.cluster];
}

/** How it stands; what new evidence has ended, and why. */
function standing({ decision, earlier, state, changed, news }: TriageItem, titleOf: TitleOf) {
  if (decision) return decided(decision);
  if (!earlier || state !== 'new') return [text.states[state]];
  return [datum(says.reopened(readableTime(changed!), changeLabel(news, titleOf)))];
}

/** `dismissed (family or household) – ana, 2 March: siblings`. */
function decided(decision: Decision): Inline[] {
  const { by, at, why } = decision;
  return [
    `${stateLabel(decision)} – `,
    datum(text.page.byAt(by, readableTime(at))),
    ...(why === null ? [] : [messages.report.colon, datum(why)]),
  ];
}

export function stateLabel({ state, reason, until }: Omit<Decision, 'why' | 'by' | 'at'>): string {
  if (state === 'accepted' && until !== null) return says.acceptedUntil(readableTime(until));
  return text.states[state] + (reason === null ? '' : ` (${text.reasons[reason]})`);
}

/** What a decision that is no more in force was, what is new beside one that is, who has it in hand. */
function aside(item: TriageItem, titleOf: TitleOf): Inline[] {
  const { decision, earlier, news, proposed, assignee, due } = item;
  const open = decision === null;
  const parts: Inline[][] = [
    ...(open && earlier ? [[says.before, messages.report.colon, ...decided(earlier)]] : []),
    ...(!open && news.length > 0
      ? [[datum(text.page.newsBecause(changeLabel(news, titleOf)))]]
      : []),
    ...(proposed ? [[datum(text.page.proposed(proposed.by))]] : []),
    ...(open && assignee !== null ? [[datum(says.assigned(assignee))]] : []),
    ...(open && due !== null ? [[says.due(readableTime(due))]] : []),
  ];
  return parts.flatMap((part, at) => (at === 0 ? part : [' · ', ...part]));
}
