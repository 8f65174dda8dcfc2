import { VisuallyHidden } from '@mantine/core';
import { messages } from '../../../domain/messages/browser.ts';
import { useUnreadMentions } from './case-work-queries.ts';
import './mention-count.css';

/** How many comments name whoever looks that they have not opened; nothing where there are none. */
export function MentionCount() {
  const { data = 0 } = useUnreadMentions();
  if (data === 0) return null;
  const says = messages.cases.mentioned(data);
  return (
    <span className="mention-count" title={says}>
      <span aria-hidden>{data.toLocaleString(messages.page.locale)}</span>
      <VisuallyHidden>{` (${says})`}</VisuallyHidden>
    </span>
  );
}
