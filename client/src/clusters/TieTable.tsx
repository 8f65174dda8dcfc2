import { Table } from '@mantine/core';
import { Link } from 'wouter';
import type { ClusterTie } from '../../../domain/cluster-overview.ts';
import { messages } from '../../../domain/messages/later.ts';
import { addressOfSubject } from '../subject/subject.ts';
import { SortedTable } from '../ui/SortedTable.tsx';
import type { Column } from '../ui/table-order.ts';
import { tieCount, tieLabels } from './tie-label.ts';

const text = messages.clusterOverview;

interface TieTableProps {
  ties: readonly ClusterTie[];
  nameOf: (cluster: string) => string;
}

/** What the lines say, in words and figures. */
export function TieTable({ ties, nameOf }: TieTableProps) {
  const columns: readonly Column<ClusterTie>[] = [
    { name: text.one, value: ({ between }) => nameOf(between[0]) },
    { name: text.other, value: ({ between }) => nameOf(between[1]) },
    { name: text.by, value: ({ shared }) => shared },
    { name: text.often, value: tieCount },
  ];
  return (
    <SortedTable
      title={text.ties}
      columns={columns}
      rows={ties}
      row={(tie) => (
        <Table.Tr key={tie.between.join(' ')} className="table-row">
          {tie.between.map((id) => (
            <Table.Td key={id}>
              <Link className="cluster-name" href={addressOfSubject('cluster', id)}>
                <bdi>{nameOf(id)}</bdi>
              </Link>
            </Table.Td>
          ))}
          <Table.Td>
            <ul className="tie-says">
              {tieLabels(tie, nameOf).map((says) => (
                <li key={says}>
                  <bdi>{says}</bdi>
                </li>
              ))}
            </ul>
          </Table.Td>
          <Table.Td className="figure">
            {tieCount(tie).toLocaleString(messages.page.locale)}
          </Table.Td>
        </Table.Tr>
      )}
    />
  );
}
