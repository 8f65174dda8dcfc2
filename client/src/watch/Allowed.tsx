import { useQuery } from '@tanstack/react-query';
import { Button, Group, Text } from '@mantine/core';
import type { AllowList } from '../../../domain/allowed.ts';
import { messages } from '../../../domain/messages/later.ts';
import { ask } from '../api/fetch.ts';

const text = messages.watch.allowed;

/** What the operator's list holds for a field of a form, and under which name more is allowed. */
export type AllowedKind =
  | 'reports.folders'
  | 'reports.hosts'
  | 'reports.mail_domains'
  | 'inboxes.folders'
  | 'feeds.folders'
  | 'feeds.hosts';

interface AllowedProps {
  kinds: readonly AllowedKind[];
  /** Takes a folder over into the field. */
  onTake?: (folder: string) => void;
}

/** What the operator allows there, folders to be taken by a click; and what to tell them where that is not enough. */
export function Allowed({ kinds, onTake }: AllowedProps) {
  const { data } = useQuery({
    queryKey: ['allowed'],
    queryFn: ({ signal }) => ask('allowed', {}, {}, signal),
  });
  if (!data) return null;
  return (
    <div className="wide">
      {kinds.map((kind) => (
        <OfKind key={kind} kind={kind} listed={listedIn(data, kind)} onTake={onTake} />
      ))}
      <Text size="xs" c="dimmed" className="breaks">
        {text.more(kinds, data.file)}
      </Text>
    </div>
  );
}

interface OfKindProps {
  kind: AllowedKind;
  listed: readonly string[];
  onTake: AllowedProps['onTake'];
}

function OfKind({ kind, listed, onTake }: OfKindProps) {
  const says = text.kinds[kind];
  if (listed.length === 0)
    return (
      <Text size="xs" className="watch-problem">
        {says.none}
      </Text>
    );
  return (
    <Group gap={4} role="group" aria-label={says.some}>
      <Text size="xs" c="dimmed">
        {says.some}
      </Text>
      {listed.map((one) =>
        onTake && kind.endsWith('.folders') ? (
          <Button key={one} size="compact-xs" variant="default" onClick={() => onTake(one)}>
            {one}
          </Button>
        ) : (
          <code key={one} className="small breaks">
            {one}
          </code>
        ),
      )}
    </Group>
  );
}

function listedIn({ reports, inboxes, feeds }: AllowList, kind: AllowedKind): readonly string[] {
  switch (kind) {
    case 'reports.folders':
      return reports.folders;
    case 'reports.hosts':
      return reports.hosts;
    case 'reports.mail_domains':
      return reports.mail_domains;
    case 'inboxes.folders':
      return inboxes.folders;
    case 'feeds.folders':
      return feeds.folders;
    case 'feeds.hosts':
      return feeds.hosts;
  }
}
