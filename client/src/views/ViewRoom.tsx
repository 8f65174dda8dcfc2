import { Center, Group, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { messages } from '../../../domain/messages/later.ts';
import { Failure } from '../ui/Failure.tsx';
import { StageWaiting } from '../ui/StageWaiting.tsx';
import { useBoardActions } from '../workspace/board.tsx';
import type { Answered } from '../provenance/asking.ts';
import { HowAnswered } from '../provenance/HowAnswered.tsx';
import './views.css';

interface ViewRoomProps {
  /** The name of the view, for those who hear it. */
  title: string;
  /** What stands above it: choices, counts. */
  tools?: ReactNode;
  /** What it was answered by. */
  answered?: readonly Answered[];
  /** What there is to say of what it leaves out. */
  notes?: readonly (string | false | null | undefined)[];
  children: ReactNode;
}

/** The frame of every view but the graph. */
export function ViewRoom({ title, tools, answered = [], notes = [], children }: ViewRoomProps) {
  const { change } = useBoardActions();
  useHotkeys([
    ['mod+Z', () => change({ do: 'undo' })],
    ['mod+shift+Z', () => change({ do: 'redo' })],
  ]);
  const said = notes.filter((note) => typeof note === 'string');
  return (
    <section className="view-room" aria-label={title}>
      {(tools !== undefined || answered.length > 0) && (
        <Group className="view-tools" gap="xs">
          {tools}
          <HowAnswered of={answered} />
        </Group>
      )}
      {said.length > 0 && (
        <Text size="xs" c="dimmed" px="md" pb={6}>
          {said.join(' ')}
        </Text>
      )}
      {children}
    </section>
  );
}

/** A view of accounts while none is on the board. */
export function NoAccounts({ title }: { title: string }) {
  return (
    <ViewRoom title={title}>
      <NothingToShow title={messages.views.noAccounts} hint={messages.views.noAccountsHint} />
    </ViewRoom>
  );
}

/** Where there is nothing to show: why, and what to do. */
export function NothingToShow({ title, hint }: { title: string; hint?: string }) {
  return (
    <Center flex={1} p="xl">
      <Stack align="center" gap="xs" maw={400}>
        <Text fw={600}>{title}</Text>
        {hint && (
          <Text size="sm" c="dimmed" ta="center">
            {hint}
          </Text>
        )}
      </Stack>
    </Center>
  );
}

interface AnswerProps<T> {
  of: { data: T | undefined; error: Error | null; refetch: () => unknown };
  children: (data: T) => ReactNode;
}

/** Waits for the answer that a view needs, and says so when it does not come. */
export function Answer<T>({ of: { data, error, refetch }, children }: AnswerProps<T>) {
  if (data !== undefined) return children(data);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return <StageWaiting />;
}
