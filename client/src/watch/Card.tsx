import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface CardProps {
  title: string;
  /** Beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a section, with its heading. */
export function Card({ title, actions, children }: CardProps) {
  return (
    <section className="watch-card" aria-label={title}>
      <Group justify="space-between" align="baseline" mb={6}>
        <Title order={2} size="h5">
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </section>
  );
}
