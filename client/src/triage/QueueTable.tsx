import { Checkbox, Table, UnstyledButton } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { TriageItem } from '../../../domain/disposition.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { ScoreBar } from '../ui/ScoreBar.tsx';
import { StateMark } from './StateMark.tsx';

const text = messages.triage.page;

interface QueueTableProps {
  items: readonly TriageItem[];
  here: string | null;
  selected: ReadonlySet<string>;
  onHere: (id: string) => void;
  onSelect: (id: string) => void;
  onOpen: (item: TriageItem) => void;
}

/** One line an item; the one that keys act on is marked. */
export function QueueTable({ items, here, selected, onHere, onSelect, onOpen }: QueueTableProps) {
  const { columns } = text;
  const open = (event: KeyboardEvent, item: TriageItem) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onOpen(item);
  };
  return (
    <Table verticalSpacing={4} horizontalSpacing="sm" aria-label={text.list} stickyHeader>
      <Table.Thead>
        <Table.Tr>
          <Table.Td w={28} />
          <Table.Th>{columns.what}</Table.Th>
          <Table.Th>{columns.state}</Table.Th>
          <Table.Th w={120}>{columns.score}</Table.Th>
          <Table.Th>{columns.accounts}</Table.Th>
          <Table.Th>{columns.assignee}</Table.Th>
          <Table.Th>{columns.due}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Table.Tr
            key={item.id}
            aria-current={item.id === here ? 'true' : undefined}
            onClick={() => onHere(item.id)}
          >
            <Table.Td>
              <Checkbox
                size="xs"
                aria-label={text.select(item.title)}
                checked={selected.has(item.id)}
                onChange={() => onSelect(item.id)}
              />
            </Table.Td>
            <Table.Td>
              <UnstyledButton
                className="queue-title"
                data-item={item.id}
                fz="sm"
                onKeyDown={(event) => open(event, item)}
              >
                {item.title}
              </UnstyledButton>
              <div className="faint small">
                {`${messages.triage.kinds[item.kind]} ${item.of}${item.gone ? ` · ${text.gone}` : ''}`}
              </div>
            </Table.Td>
            <Table.Td>
              <StateMark item={item} />
            </Table.Td>
            <Table.Td>
              <ScoreBar score={item.score} of="item" />
            </Table.Td>
            <Table.Td>{item.accounts.toLocaleString(messages.page.locale)}</Table.Td>
            <Table.Td className="breaks">{item.assignee}</Table.Td>
            <Table.Td className="nowrap">{item.due}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
