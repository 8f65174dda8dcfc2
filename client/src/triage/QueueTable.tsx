import { Button, Checkbox, Table, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Fragment, type KeyboardEvent, type ReactNode } from 'react';
import type { TriageItem } from '../../../domain/disposition.ts';
import { measuredLabel } from '../../../domain/labels/measured-label.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useDetectorTitle } from '../detection/detector-titles.ts';
import { ScoreBar } from '../ui/ScoreBar.tsx';
import { itemTitle } from './item-title.ts';
import { StateMark } from './StateMark.tsx';
import { heldBy, type QueueRow } from './use-rows.ts';

const text = messages.triage.page;
const says = messages.queue;

interface QueueTableProps {
  rows: readonly QueueRow[];
  /** Clusters whose findings are still being read. */
  waiting: ReadonlySet<string>;
  here: string | null;
  selected: ReadonlySet<string>;
  /** Whether there is no room for a column of each. */
  narrow: boolean;
  onHere: (id: string) => void;
  onSelect: (id: string) => void;
  onOpen: (item: TriageItem) => void;
  onFold: (id: string, unfolded: boolean) => void;
  onSeeAll: (cluster: string) => void;
}

/** One line an item, those of an unfolded cluster below it; the one that keys act on is marked. */
export function QueueTable({ rows, waiting, onSeeAll, ...acts }: QueueTableProps) {
  const { columns } = text;
  const { narrow } = acts;
  return (
    <Table verticalSpacing={4} horizontalSpacing="sm" aria-label={text.list} stickyHeader>
      <Table.Thead>
        <Table.Tr>
          <Table.Td w={28} />
          <Table.Th>{columns.what}</Table.Th>
          {!narrow && <Table.Th>{columns.state}</Table.Th>}
          <Table.Th w={narrow ? 84 : 120}>{columns.score}</Table.Th>
          {!narrow && (
            <>
              <Table.Th>{columns.accounts}</Table.Th>
              <Table.Th>{columns.assignee}</Table.Th>
              <Table.Th>{columns.due}</Table.Th>
            </>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Fragment key={row.item.id}>
            <Line {...row} {...acts} />
            {waiting.has(row.item.id) && <Beside>{says.waiting}</Beside>}
            {row.within !== null && row.all !== null && (
              <Beside>
                <Button size="compact-xs" variant="default" onClick={() => onSeeAll(row.within!)}>
                  {says.seeAll(row.all)}
                </Button>
              </Beside>
            )}
          </Fragment>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** What stands below a finding of a cluster, or where they are to come. */
function Beside({ children }: { children: ReactNode }) {
  return (
    <Table.Tr className="queue-beside">
      <Table.Td />
      <Table.Td colSpan={6} className="queue-within faint small">
        {children}
      </Table.Td>
    </Table.Tr>
  );
}

type LineProps = QueueRow & Omit<QueueTableProps, 'rows' | 'waiting' | 'onSeeAll'>;

function Line({ item, within, unfolded, ...props }: LineProps) {
  const { here, selected, narrow, onHere, onSelect, onOpen, onFold } = props;
  const title = itemTitle(item);
  const open = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onOpen(item);
  };
  return (
    <Table.Tr aria-current={item.id === here ? 'true' : undefined} onClick={() => onHere(item.id)}>
      {/* To select is not to open. */}
      <Table.Td onClick={narrow ? (event) => event.stopPropagation() : undefined}>
        <Checkbox
          size="xs"
          aria-label={text.select(title)}
          checked={selected.has(item.id)}
          onChange={() => onSelect(item.id)}
        />
      </Table.Td>
      <Table.Td className={within === null ? undefined : 'queue-within'}>
        <div className="queue-what">
          {unfolded !== null && (
            <UnstyledButton
              className="queue-fold"
              aria-label={says.unfold(title)}
              aria-expanded={unfolded}
              onClick={(event) => {
                if (narrow) event.stopPropagation();
                onFold(item.id, !unfolded);
              }}
            >
              <IconChevronRight size={14} aria-hidden className="chevron" />
            </UnstyledButton>
          )}
          <UnstyledButton className="queue-title" data-item={item.id} fz="sm" onKeyDown={open}>
            {title}
          </UnstyledButton>
        </div>
        <div className="faint small two-lines">
          {`${messages.triage.kinds[item.kind]} ${item.of}${item.gone ? ` · ${text.gone}` : ''}`}
          <Held item={item} />
          {item.answer && ` · ${measuredLabel(item.answer.measured)}`}
        </div>
        {narrow && <Rest item={item} />}
      </Table.Td>
      {!narrow && (
        <Table.Td>
          <StateMark item={item} />
        </Table.Td>
      )}
      <Table.Td>
        {item.kind === 'answer' ? (
          <span className="faint small">{messages.watchedPattern.notScored}</span>
        ) : (
          <ScoreBar score={item.score} of="item" />
        )}
      </Table.Td>
      {!narrow && (
        <>
          <Table.Td>{item.accounts.toLocaleString(messages.page.locale)}</Table.Td>
          <Table.Td className="breaks">{item.assignee}</Table.Td>
          <Table.Td className="nowrap">{item.due}</Table.Td>
        </>
      )}
    </Table.Tr>
  );
}

/** What has a column each where there is room. */
function Rest({ item }: { item: TriageItem }) {
  const { accounts, assignee, due } = item;
  const told = [
    messages.page.accounts(accounts),
    assignee === null ? null : messages.narrow.assigned(assignee),
    due === null ? null : messages.narrow.due(due),
  ].filter((one) => one !== null);
  return (
    <div className="queue-rest small">
      <StateMark item={item} />
      <span className="faint breaks">{told.join(' · ')}</span>
    </div>
  );
}

/** How many findings a cluster holds, and which detectors’. */
function Held({ item }: { item: TriageItem }) {
  const title = useDetectorTitle();
  const { findings = [] } = item;
  if (findings.length === 0) return null;
  const { open, all } = heldBy([item]);
  const each = findings.map((one) => says.openOf(title(one.detector), one.open, one.all));
  return (
    <>
      {' · '}
      <b>{says.open(open, all)}</b>
      {` (${each.join(', ')})`}
    </>
  );
}
