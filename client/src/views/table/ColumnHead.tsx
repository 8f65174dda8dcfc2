import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  Popover,
  Stack,
  Table,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconFilter, IconFilterFilled } from '@tabler/icons-react';
import { messages } from '../../../../domain/messages/later.ts';
import type { TableOrder } from './DataTable.tsx';
import type { TableColumn } from './table-columns.ts';
import type { Condition } from './table-filter.ts';

const text = messages.views.table;

interface ColumnHeadProps<T> {
  column: TableColumn<T>;
  order: TableOrder | null;
  onOrder: (order: TableOrder) => void;
  condition: Condition | undefined;
  onCondition: (condition: Condition | null) => void;
}

/** Sorts by its column, and filters by it. */
export function ColumnHead<T>(props: ColumnHeadProps<T>) {
  const { column, order, onOrder } = props;
  const falling = order?.key === column.key ? order.falling : null;
  const says = falling === null ? 'none' : falling ? 'descending' : 'ascending';
  const Arrow = falling === true ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th aria-sort={says}>
      <Group gap={2} wrap="nowrap">
        <UnstyledButton
          className="table-head nowrap"
          title={column.about}
          onClick={() => onOrder({ key: column.key, falling: falling === false })}
        >
          {column.name}
          {falling !== null && <Arrow size={13} aria-hidden className="fixed-size" />}
        </UnstyledButton>
        <Filter {...props} />
      </Group>
    </Table.Th>
  );
}

function Filter<T>({ column, condition, onCondition }: ColumnHeadProps<T>) {
  const Icon = condition ? IconFilterFilled : IconFilter;
  return (
    <Popover position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon
          size={18}
          variant="subtle"
          color={condition ? undefined : 'gray'}
          aria-label={condition ? text.filtered(column.name) : text.filterBy(column.name)}
        >
          <Icon size={12} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={text.filterBy(column.name)}>
        <FilterForm kind={column.kind} condition={condition} onCondition={onCondition} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface FilterFormProps {
  kind: TableColumn<unknown>['kind'];
  condition: Condition | undefined;
  onCondition: (condition: Condition | null) => void;
}

function FilterForm({ kind, condition, onCondition }: FilterFormProps) {
  const usual = kind === 'text' ? 'contains' : 'between';
  const choose = (is: string) => {
    if (is === 'empty' || is === 'filled') onCondition({ is });
    else if (is === 'contains') onCondition({ is, text: '' });
    else if (is === 'between') onCondition({ is, from: '', to: '' });
    else onCondition(null);
  };
  return (
    <Stack gap={8} w={210}>
      <NativeSelect
        size="xs"
        aria-label={text.condition}
        value={condition?.is ?? ''}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={[
          { value: '', label: text.any },
          {
            value: usual,
            label: usual === 'contains' ? text.contains : `${text.from} – ${text.to}`,
          },
          { value: 'empty', label: text.empty },
          { value: 'filled', label: text.filled },
        ]}
      />
      {condition?.is === 'contains' && (
        <TextInput
          size="xs"
          aria-label={text.contains}
          value={condition.text}
          onChange={({ currentTarget }) =>
            onCondition({ is: 'contains', text: currentTarget.value })
          }
        />
      )}
      {condition?.is === 'between' && (
        <Group gap={6} grow wrap="nowrap">
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              size="xs"
              type={kind === 'time' ? 'date' : 'number'}
              label={text[end]}
              value={condition[end]}
              onChange={({ currentTarget }) =>
                onCondition({ ...condition, [end]: currentTarget.value })
              }
            />
          ))}
        </Group>
      )}
      {condition && (
        <Button size="compact-xs" variant="subtle" onClick={() => onCondition(null)}>
          {text.any}
        </Button>
      )}
    </Stack>
  );
}
