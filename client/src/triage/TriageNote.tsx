import { Anchor, Group } from '@mantine/core';
import { Link } from 'wouter';
import { messages } from '../../../domain/messages/browser.ts';
import { addressOfItem } from './address.ts';
import { useQueueItem } from './queue-queries.ts';
import { StateMark } from './StateMark.tsx';

/** Beside a finding or a cluster: what was decided of it, and the way to where it is decided. */
export function TriageNote({ id }: { id: string }) {
  const { data } = useQueueItem(id);
  if (!data) return null;
  return (
    <Group gap="xs" mt={8}>
      <StateMark item={data} />
      <Anchor component={Link} size="sm" href={addressOfItem(id)}>
        {messages.triage.page.openItem}
      </Anchor>
    </Group>
  );
}
