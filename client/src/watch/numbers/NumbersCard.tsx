import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Numbers } from '../../../../domain/numbers.ts';
import type { NumbersTable } from '../../../../domain/numbers-asked.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { addressOf } from '../../api/fetch.ts';
import { Card } from '../Card.tsx';

const text = messages.numbers;

interface NumbersCardProps {
  table: NumbersTable;
  numbers: Numbers;
  children: ReactNode;
}

/** One kind of figures, with what it counts and as a file. */
export function NumbersCard({ table, numbers: { period, by }, children }: NumbersCardProps) {
  return (
    <Card
      title={text.tables[table]}
      actions={
        <Anchor
          size="sm"
          href={addressOf('numbersTable', { table }, { ...period, by })}
          aria-label={text.page.file(text.tables[table])}
          download
        >
          {text.page.csv}
        </Anchor>
      }
    >
      <div className="numbers-card">{children}</div>
      <details className="numbers-definition">
        <summary>{text.page.definition}</summary>
        <p>{text.definitions[table]}</p>
      </details>
    </Card>
  );
}
