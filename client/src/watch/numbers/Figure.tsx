import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { messages } from '../../../../domain/messages/later.ts';
import { addressOfQueue } from '../../triage/address.ts';
import type { QueueFilter } from '../../triage/queue-queries.ts';

interface FigureProps {
  items: number;
  /** What it counts, for who does not see its row and column. */
  of: string;
  list: QueueFilter;
}

/** A count that opens the list behind it; none opens nothing. */
export function Figure({ items, of, list }: FigureProps) {
  const says = items.toLocaleString(messages.page.locale);
  if (items === 0) return <span className="faint">{says}</span>;
  return (
    <Anchor
      component={Link}
      href={addressOfQueue(list)}
      size="sm"
      aria-label={messages.numbers.figureOf(of, says)}
    >
      {says}
    </Anchor>
  );
}
