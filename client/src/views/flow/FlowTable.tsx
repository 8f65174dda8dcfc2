import { Table } from '@mantine/core';
import { useMemo } from 'react';
import type { Flow, MoneyFlow } from '../../../../domain/views.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useSelection } from '../../workspace/selection.tsx';
import { SortedTable } from '../../ui/SortedTable.tsx';
import type { Column } from '../../ui/table-order.ts';
import { dates } from '../../theme/formats.ts';
import { money } from '../../theme/amounts.ts';
import { ViewNodeLink } from '../ViewNodeLink.tsx';

const text = messages.views.flow;

/** The same flows in words and figures. */
export function FlowTable({ data, currency }: { data: MoneyFlow; currency: string }) {
  const { selected } = useSelection();
  const names = useMemo(
    () =>
      new Map(
        data.nodes
          .filter(({ type }) => type === 'payment_account')
          .map(({ id, caption }) => [id, caption]),
      ),
    [data.nodes],
  );
  const rows = useMemo(
    () =>
      data.flows.filter((flow) => flow.currency === currency).sort((a, b) => b.amount - a.amount),
    [data.flows, currency],
  );
  const nameOf = (id: string) => names.get(id) ?? id;
  const columns: readonly Column<Flow>[] = [
    { name: text.from, value: ({ from }) => nameOf(from) },
    { name: text.to, value: ({ to }) => nameOf(to) },
    { name: text.amount, value: ({ amount }) => amount },
    { name: text.transfers, value: ({ count }) => count },
    { name: text.when, value: ({ first }) => first },
    { name: text.note, value: ({ unsettled }) => unsettled },
  ];
  return (
    <SortedTable
      title={`${text.title} (${currency})`}
      columns={columns}
      rows={rows}
      row={(flow) => (
        <Table.Tr
          key={`${flow.from} ${flow.to}`}
          className="table-row"
          data-here={
            selected === `payment_account:${flow.from}` ||
            selected === `payment_account:${flow.to}` ||
            undefined
          }
        >
          <Table.Td>
            <ViewNodeLink
              node={{ type: 'payment_account', id: flow.from }}
              name={nameOf(flow.from)}
            />
          </Table.Td>
          <Table.Td>
            <ViewNodeLink node={{ type: 'payment_account', id: flow.to }} name={nameOf(flow.to)} />
          </Table.Td>
          <Table.Td className="figure nowrap">{money(flow.amount, flow.currency)}</Table.Td>
          <Table.Td className="figure">{flow.count.toLocaleString(messages.page.locale)}</Table.Td>
          <Table.Td className="nowrap">{dates(flow.first, flow.last)}</Table.Td>
          <Table.Td>{remarks(flow, data)}</Table.Td>
        </Table.Tr>
      )}
    />
  );
}

function remarks({ to, unsettled }: Flow, { not_followed }: MoneyFlow): string {
  const degree = not_followed[to];
  return [
    ...(unsettled > 0 ? [text.unsettled(unsettled)] : []),
    ...(degree === undefined ? [] : [text.notFollowed(degree)]),
  ].join('; ');
}
