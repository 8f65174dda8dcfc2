import { Checkbox, Pagination, Table, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { messages } from '../../../../domain/messages/later.ts';
import { useMark, useMarks } from '../../workspace/marks.tsx';
import { useSelection } from '../../workspace/selection.tsx';
import { toggledMark } from '../../board/marks.ts';
import { inOrder } from '../../ui/table-order.ts';
import type { Answered } from '../../provenance/asking.ts';
import { ColumnHead } from './ColumnHead.tsx';
import type { TableColumn } from './table-columns.ts';
import { filtered, withCondition, type Conditions } from './table-filter.ts';
import { TableTools } from './TableTools.tsx';
import { NothingToShow, ViewRoom } from '../ViewRoom.tsx';

const text = messages.views.table;
const rowsOnPage = 100;

interface DataTableProps<T> {
  title: string;
  answered: readonly Answered[];
  /** The choice of what the rows are. */
  what: ReactNode;
  columns: readonly TableColumn<T>[];
  rows: readonly T[];
  /** The node that a row is, which can be marked and selected. */
  refOf?: (item: T) => string;
  /** Tells rows apart that are no nodes. */
  keyOf?: (item: T) => string;
  cell: (item: T, key: string, says: string) => ReactNode;
}

export interface TableOrder {
  key: string;
  falling: boolean;
}

/** A table that sorts, filters, hides columns, and is copied as it shows; page by page when it is long. */
export function DataTable<T>({
  title,
  answered,
  what,
  columns,
  rows,
  refOf,
  keyOf,
  cell,
}: DataTableProps<T>) {
  const { selected } = useSelection();
  const marks = useMarks();
  const mark = useMark();
  const [wordsAsked, setWordsAsked] = useState('');
  const asked = useDeferredValue(wordsAsked);
  const [conditions, setConditions] = useState<Conditions>({});
  const [order, setOrder] = useState<TableOrder | null>(null);
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const [page, setPage] = useState(1);
  const fitting = useMemo(() => {
    const found = filtered(rows, columns, asked, conditions);
    const by = order && columns.find(({ key }) => key === order.key);
    return by ? inOrder(found, by, order.falling) : found;
  }, [rows, columns, asked, conditions, order]);
  const shown = columns.filter(({ key }) => !off.has(key));
  const pages = Math.max(1, Math.ceil(fitting.length / rowsOnPage));
  const here = Math.min(page, pages);
  const ofPage = fitting.slice((here - 1) * rowsOnPage, here * rowsOnPage);
  const markedRows = refOf ? fitting.filter((item) => marks.has(refOf(item))) : [];
  return (
    <ViewRoom
      title={title}
      answered={answered}
      tools={
        <>
          {what}
          <TextInput
            size="xs"
            type="search"
            placeholder={text.search}
            aria-label={text.searchLabel}
            value={wordsAsked}
            onChange={({ currentTarget }) => setWordsAsked(currentTarget.value)}
          />
          <span className="faint small" role="status">
            {text.count(fitting.length, rows.length)}
          </span>
          <TableTools
            title={title}
            columns={columns}
            shown={shown}
            rows={markedRows.length > 0 ? markedRows : fitting}
            onToggle={(key) => setOff(toggled(off, key))}
            onMarkAll={
              refOf && (() => mark([...new Set([...marks, ...fitting.map((item) => refOf(item))])]))
            }
            markable={fitting.length}
            onClear={Object.keys(conditions).length > 0 ? () => setConditions({}) : undefined}
          />
        </>
      }
    >
      <div className="table-scroll" tabIndex={0} role="group" aria-label={title}>
        <Table
          verticalSpacing={4}
          horizontalSpacing="sm"
          striped
          aria-label={title}
          aria-rowcount={fitting.length + 1}
          className="data-table"
        >
          <Table.Thead>
            <Table.Tr>
              {shown.map((column) => (
                <ColumnHead
                  key={column.key}
                  column={column}
                  order={order}
                  onOrder={(next) => {
                    setOrder(next);
                    setPage(1);
                  }}
                  condition={conditions[column.key]}
                  onCondition={(condition) => {
                    setConditions(withCondition(conditions, column.key, condition));
                    setPage(1);
                  }}
                />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ofPage.map((item) => {
              const ref = refOf?.(item);
              return (
                <Table.Tr
                  key={ref ?? keyOf?.(item)}
                  aria-selected={ref !== undefined && selected === ref}
                  className="table-row"
                >
                  {shown.map((column, at) => (
                    <Table.Td key={column.key} className={column.kind === 'text' ? '' : 'nowrap'}>
                      {at === 0 && ref !== undefined ? (
                        <span className="row-head">
                          <Checkbox
                            size="xs"
                            aria-label={messages.page.marks.one(columns[0]!.says(item))}
                            checked={marks.has(ref)}
                            onChange={() => mark(toggledMark(marks, ref))}
                          />
                          {cell(item, column.key, column.says(item))}
                        </span>
                      ) : (
                        <div className="table-cell">
                          {cell(item, column.key, column.says(item))}
                        </div>
                      )}
                    </Table.Td>
                  ))}
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
        {fitting.length === 0 && <NothingToShow title={text.none} />}
      </div>
      {pages > 1 && (
        <nav className="table-pages" aria-label={text.pages}>
          <Pagination
            size="xs"
            total={pages}
            value={here}
            onChange={setPage}
            getControlProps={(control) => ({ 'aria-label': text.controls[control] })}
          />
        </nav>
      )}
    </ViewRoom>
  );
}

function toggled(set: ReadonlySet<string>, item: string): Set<string> {
  const other = new Set(set);
  if (!other.delete(item)) other.add(item);
  return other;
}
