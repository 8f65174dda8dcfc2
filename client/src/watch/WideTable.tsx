import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface WideTableProps {
  label: string;
  heads: readonly string[];
  children: ReactNode;
}

/** A table that scrolls sideways where there is no room for it. */
export function WideTable({ label, heads, children }: WideTableProps) {
  return (
    <div className="watch-scroll" tabIndex={0} role="group" aria-label={label}>
      <Table verticalSpacing={6} horizontalSpacing="sm" aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </div>
  );
}
