import { Text } from '@mantine/core';
import type { NodeDetail } from '../../../domain/answers.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useBoard } from '../workspace/board.tsx';
import { isKnownOn } from '../board/known.ts';
import { dayAndTime, spaced } from '../theme/formats.ts';
import { Section } from '../ui/Section.tsx';

const text = messages.views.known;

/** What of a node's details is as it was known then, and what is not. */
export function KnownNote({ node, replaced }: { node: NodeDetail; replaced: readonly string[] }) {
  const { knownOn } = useBoard();
  if (knownOn === null) return null;
  const when = dayAndTime(knownOn);
  const says = !isKnownOn(node, knownOn)
    ? text.unknown(when)
    : replaced.length > 0
      ? text.replaced(replaced.map(spaced).join(', '))
      : text.same;
  return (
    <Section title={text.values(when)}>
      <Text size="sm">{says}</Text>
      <Text size="xs" c="dimmed" mt={4}>
        {text.run}
      </Text>
    </Section>
  );
}
