import { Table } from '@mantine/core';

/** The heads of a table whose last column holds what can be done, and has none. */
export function ColumnHeads({ of }: { of: readonly string[] }) {
  return (
    <Table.Thead>
      <Table.Tr>
        {of.map((head) => (
          <Table.Th key={head}>{head}</Table.Th>
        ))}
        <Table.Td />
      </Table.Tr>
    </Table.Thead>
  );
}
