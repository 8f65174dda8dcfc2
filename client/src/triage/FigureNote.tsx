import { Button, Group, Text } from '@mantine/core';
import { messages } from '../../../domain/messages/later.ts';
import type { QueueFilter } from './queue-queries.ts';

const text = messages.numbers;

/** What the queue is limited to by an address that a figure opened; null where it is by what one chooses on the page. */
export function figureSays(filter: QueueFilter): string | null {
  const { counted, from, to, detector, version, outcome, reason, reopened, cluster } = filter;
  const { opened_from, opened_to, due, proposed, kind, pattern } = filter;
  const parts = [
    counted && text.counted[counted],
    counted && kind && messages.triage.page.kindsMany[kind],
    from && to && text.between(from, to),
    pattern && messages.watchedPattern.queue.only,
    cluster && messages.queue.ofCluster(cluster),
    detector && (version ? text.version(detector, Number(version)) : detector),
    outcome && text.outcomes[outcome],
    reason && messages.triage.reasons[reason],
    reopened && text.page.reopened,
    openedSays(opened_from, opened_to),
    due && text.dueUntil(due),
    proposed && messages.triage.page.proposedMark,
  ].filter((part) => part);
  return parts.length === 0 ? null : parts.join(' · ');
}

function openedSays(from: string | undefined, to: string | undefined): string | null {
  if (from && to)
    return to.startsWith('9999') ? text.openedFrom(from) : text.openedBetween(from, to);
  return from ? text.openedFrom(from) : to ? text.openedUntil(to) : null;
}

/** Says so, and how to see the rest. */
export function FigureNote({ says, onClear }: { says: string; onClear: () => void }) {
  return (
    <Group gap="xs" mt={8} align="baseline">
      <Text size="sm">
        <b>{text.page.onlyThese}</b> {says}
      </Text>
      <Button size="compact-xs" variant="default" onClick={onClear}>
        {text.page.clear}
      </Button>
    </Group>
  );
}
