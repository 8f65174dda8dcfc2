import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answered } from '../provenance/asking.ts';
import { HowAnswered } from '../provenance/HowAnswered.tsx';

interface SectionProps {
  title: string;
  count?: number | string | undefined;
  /** What it was answered by, where that is not what the whole details were. */
  answered?: readonly Answered[];
  children: ReactNode;
}

export function Section({ title, count, answered = [], children }: SectionProps) {
  return (
    <section className="section">
      <Group gap={6} mb={8}>
        <Text component="h3" size="sm" fw={650}>
          {title}
        </Text>
        {count !== undefined && <span className="tab-count">{count}</span>}
        <HowAnswered of={answered} />
      </Group>
      {children}
    </section>
  );
}
