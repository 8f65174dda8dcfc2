import { Button, Checkbox, Popover, ScrollArea, Stack } from '@mantine/core';
import { IconColumns3, IconCopy, IconDownload } from '@tabler/icons-react';
import { messages } from '../../../../domain/messages/later.ts';
import { useAnnounce } from '../../news/announcements.tsx';
import type { TableColumn } from './table-columns.ts';
import { asCsv, asTabs } from './table-text.ts';

const text = messages.views.table;

interface TableToolsProps<T> {
  title: string;
  columns: readonly TableColumn<T>[];
  shown: readonly TableColumn<T>[];
  /** What is copied and saved. */
  rows: readonly T[];
  onToggle: (key: string) => void;
  onMarkAll: (() => void) | undefined;
  markable: number;
  /** Where there is a filter to clear. */
  onClear: (() => void) | undefined;
}

export function TableTools<T>(props: TableToolsProps<T>) {
  const { shown, rows, title } = props;
  const announce = useAnnounce();
  const copy = () =>
    navigator.clipboard.writeText(asTabs(rows, shown)).then(
      () => announce(text.copied(rows.length)),
      () => announce(text.copyFailed),
    );
  return (
    <>
      {props.onClear && (
        <Button size="compact-xs" variant="light" onClick={props.onClear}>
          {text.clearFilters}
        </Button>
      )}
      <ColumnChooser {...props} />
      {props.onMarkAll && (
        <Button size="compact-xs" variant="default" onClick={props.onMarkAll}>
          {text.markAll(props.markable)}
        </Button>
      )}
      <Button
        size="compact-xs"
        variant="default"
        title={text.copyHint}
        leftSection={<IconCopy size={13} aria-hidden />}
        onClick={() => void copy()}
      >
        {text.copy}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        title={text.csvHint}
        leftSection={<IconDownload size={13} aria-hidden />}
        onClick={() => save(asCsv(rows, shown), `skein-${title.replaceAll(/\W+/g, '-')}.csv`)}
      >
        {text.csv}
      </Button>
    </>
  );
}

function ColumnChooser<T>({ columns, shown, onToggle }: TableToolsProps<T>) {
  return (
    <Popover position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconColumns3 size={13} aria-hidden />}
        >
          {text.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={text.chooseColumns}>
        <ScrollArea.Autosize mah={320}>
          <Stack gap={6}>
            {columns.map((column) => (
              <Checkbox
                key={column.key}
                size="xs"
                label={column.name}
                checked={shown.includes(column)}
                disabled={shown.length === 1 && shown.includes(column)}
                onChange={() => onToggle(column.key)}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}

function save(content: string, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
