import { Code, Drawer, Group, Skeleton, Stack, Table, Text } from '@mantine/core';
import type { SourceRow } from '../../../domain/answers.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useSourceRow } from '../api/queries.ts';
import { CopyAction } from '../ui/CopyAction.tsx';
import { Failure } from '../ui/Failure.tsx';
import { useReadSource, useSourceRead } from '../workspace/source-read.tsx';

const text = messages.page.source;

/** The row that is being read, word for word and cell by cell. */
export function SourceDrawer() {
  const source = useSourceRead();
  const readSource = useReadSource();
  const row = useSourceRow(source);
  return (
    <Drawer
      opened={source !== null}
      onClose={() => readSource(null)}
      position="right"
      size={520}
      title={source && <Text fw={650}>{messages.page.details.line(source.file, source.line)}</Text>}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      {row.data && <Row row={row.data} />}
      {row.error && <Failure error={row.error} onRetry={() => void row.refetch()} />}
      {!row.data && !row.error && (
        <Stack gap="sm" aria-busy="true">
          <Skeleton h={64} />
          <Skeleton h={220} />
        </Stack>
      )}
    </Drawer>
  );
}

function Row({ row }: { row: SourceRow }) {
  return (
    <Stack gap="md">
      <div>
        <Group justify="space-between" mb={6}>
          <Text fw={650}>{text.verbatim}</Text>
          <CopyAction value={row.text} label={text.copy} done={text.copied} />
        </Group>
        <Code block className="source-text">
          {row.text}
        </Code>
      </div>
      <div>
        <Text fw={650} mb={6}>
          {text.cells}
        </Text>
        <Table verticalSpacing={5} horizontalSpacing="xs" withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.column}</Table.Th>
              <Table.Th>{text.value}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {row.cells.map(({ column, value }, index) => (
              <Table.Tr key={index}>
                <Table.Td className="cell-name">{column}</Table.Td>
                <Table.Td className="cell-value">{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="xs" c="dimmed" className="breaks">
        {`${text.digest}: ${row.sha256}`}
      </Text>
    </Stack>
  );
}
