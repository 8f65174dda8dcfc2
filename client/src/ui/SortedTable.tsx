import { Button, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { messages } from '../../../domain/messages/browser.ts';
import { inOrder, type Column, type Order } from './table-order.ts';

const rowsAtOnce = 200;

interface SortedTableProps<T> {
  title: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  row: (item: T) => ReactNode;
}

/** A table whose heads sort it; as many rows as can be drawn at once, the others on demand. */
export function SortedTable<T>({ title, columns, rows, row }: SortedTableProps<T>) {
  const [shown, setShown] = useState(rowsAtOnce);
  const [order, setOrder] = useState<Order | null>(null);
  const sorted = order ? inOrder(rows, columns[order.column]!, order.falling) : rows;
  return (
    <>
      <Text component="h3" fw={650} px="md" pt="md" pb={4}>
        {title} <span className="tab-count">{rows.length}</span>
      </Text>
      <Table verticalSpacing={4} horizontalSpacing="md" striped aria-label={title} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ name }, column) => (
              <Head key={name} name={name} column={column} order={order} onOrder={setOrder} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{sorted.slice(0, shown).map(row)}</Table.Tbody>
      </Table>
      {rows.length > shown && (
        <Button variant="subtle" size="xs" m="sm" onClick={() => setShown(shown + rowsAtOnce)}>
          {messages.page.details.moreOf(rows.length - shown)}
        </Button>
      )}
    </>
  );
}

interface HeadProps {
  name: string;
  column: number;
  order: Order | null;
  onOrder: (order: Order) => void;
}

function Head({ name, column, order, onOrder }: HeadProps) {
  const falling = order?.column === column ? order.falling : null;
  const says = falling === null ? 'none' : falling ? 'descending' : 'ascending';
  const Arrow = falling === true ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th aria-sort={says}>
      <UnstyledButton
        className="table-head"
        onClick={() => onOrder({ column, falling: falling === false })}
      >
        <Group gap={4} wrap="nowrap">
          {name}
          {falling !== null && <Arrow size={13} aria-hidden className="fixed-size" />}
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
}
