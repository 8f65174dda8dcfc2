import type { DecidedMark, TriageState } from '../../../domain/disposition.ts';
import { messages } from '../../../domain/messages/browser.ts';
import './triage.css';

const text = messages.triage;

/** A shape for each state, so that a glance over the table tells them apart without colour. */
const shapes: Readonly<Record<TriageState, string>> = {
  new: '○',
  in_review: '◐',
  confirmed: '✓',
  dismissed: '✕',
  accepted: '◷',
  victim: '♦',
  appealed: '⚑',
  referred: '➜',
};

/** The state in words and shape, with its reason, and whether new evidence has come. */
export function StateMark({ item }: { item: DecidedMark }) {
  const { state, reason, until, news, proposed } = item;
  const about = until === null ? reason && text.reasons[reason] : text.page.untilDay(until);
  return (
    <span className={`state-mark state-${state}`}>
      <span aria-hidden="true" className="state-shape">
        {shapes[state]}
      </span>
      {text.states[state]}
      {about !== null && <span className="faint">{about}</span>}
      {news.length > 0 && (
        <span className="state-news">
          {`! ${state === 'new' ? text.page.reopened : text.page.news}`}
        </span>
      )}
      {proposed && <span className="state-news">{text.page.proposedMark}</span>}
    </span>
  );
}
