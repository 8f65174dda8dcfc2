import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface SectionProps {
  title: string;
  count?: number | undefined;
  children: ReactNode;
}

export function Section({ title, count, children }: SectionProps) {
  return (
    <section className="section">
      <Group gap={6} mb={8}>
        <Text component="h3" size="sm" fw={650}>
          {title}
        </Text>
        {count !== undefined && <span className="tab-count">{count}</span>}
      </Group>
      {children}
    </section>
  );
}
