import { ActionIcon, Group, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { NodeRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/later.ts';
import { addressOfAbout, useSelect, useSelection } from '../workspace/selection.tsx';
import { useSubject } from '../workspace/opened.tsx';
import { answersOfNode, answersOfSubject } from '../provenance/asking.ts';
import { HowAnswered } from '../provenance/HowAnswered.tsx';
import { Sentence } from './Sentence.tsx';

interface HeadingProps {
  icon?: ReactNode;
  /** What sort of thing it is. */
  kind: string;
  title: string;
  /** What the title names by their ids. */
  names?: readonly NodeRef[];
  children?: ReactNode;
}

/** Letters from which on a title is set smaller, and may not fit even so. */
const [longTitle, scrolledTitle] = [110, 400];

/** What the details are of; what was selected on the canvas can be let go here. */
export function Heading({ icon, kind, title, names = [], children }: HeadingProps) {
  const { selected, line, about } = useSelection();
  const { select } = useSelect();
  const subject = useSubject();
  const answered = selected !== null ? answersOfNode(selected) : answersOfSubject(about ?? subject);
  const lettable = selected !== null || line !== null || about !== null;
  const leads = lettable && subject.kind !== 'start';
  return (
    <div className="heading">
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Group gap={7} wrap="nowrap">
          {icon}
          <Text size="xs" className="overline">
            {kind}
          </Text>
        </Group>
        <Group gap={2} wrap="nowrap">
          <HowAnswered of={answered} />
          {leads && (
            <ActionIcon
              size="sm"
              aria-label={messages.page.close}
              onClick={() => {
                select(null);
                document.getElementById('details')?.focus();
              }}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </Group>
      </Group>
      <Title
        order={2}
        size="h4"
        mt={4}
        className="breaks"
        data-long={title.length > longTitle || undefined}
        // What may have to be scrolled is to be reached by the keyboard.
        tabIndex={title.length > scrolledTitle ? 0 : undefined}
      >
        <Sentence text={title} nodes={names} />
      </Title>
      {children}
      {about !== null && selected === null && line === null && (
        <Link className="text-link" href={addressOfAbout(about)}>
          {messages.looks.layers.alone}
        </Link>
      )}
    </div>
  );
}
