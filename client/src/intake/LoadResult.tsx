import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'wouter';
import type { Load } from '../../../domain/answers.ts';
import type { IntakeState } from '../../../domain/intake.ts';
import { messages } from '../../../domain/messages/later.ts';
import { addressOf } from '../api/fetch.ts';
import { DetectButton } from '../detection/DetectButton.tsx';

const text = messages.intake.page;

/** What came of a load, file by file, and where to go from here. */
export function LoadResult({ state }: { state: IntakeState }) {
  const client = useQueryClient();
  const { result } = state;
  useEffect(() => {
    void client.invalidateQueries({
      predicate: ({ queryKey: [kind] }) => ['overview', 'loads', 'search'].includes(String(kind)),
    });
  }, [client]);
  if (!result) return null;
  const conflicts = result.files.reduce((sum, file) => sum + file.conflicts, 0);
  return (
    <>
      <section className="intake-card" aria-label={text.result}>
        <Text component="h2" fw={650} size="md" role="status">
          {text.result}
        </Text>
        <div className="intake-scroll" tabIndex={0} role="region" aria-label={text.result}>
          <Files load={result} />
        </div>
        {conflicts > 0 && <Text size="sm">{text.conflicts(conflicts)}</Text>}
        {result.notes.map((note) => (
          <Text key={note} size="sm" className="breaks">
            {note}
          </Text>
        ))}
      </section>
      <section className="intake-card" aria-label={text.next}>
        <Text component="h2" fw={650} size="md">
          {text.next}
        </Text>
        <Text size="sm">{text.nextHint}</Text>
        <div className="intake-detect">
          <DetectButton size="sm" />
        </div>
        <Text size="sm" c="dimmed" mb="sm">
          {text.nextSearch}
        </Text>
        <Group gap="sm">
          <Button component={Link} href="/" variant="default">
            {text.back}
          </Button>
          <Button component={Link} href="/data" variant="default">
            {text.more}
          </Button>
        </Group>
      </section>
    </>
  );
}

/** The counts of a load, and its rejected rows to take along. */
export function Files({ load }: { load: Load }) {
  const locale = messages.page.locale;
  return (
    <Table verticalSpacing={4} horizontalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          {text.resultColumns.map((column, at) => (
            <Table.Th key={column} ta={at === 0 ? 'left' : 'right'}>
              {column}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {load.files.map(({ file, rejects, ...counts }, number) => (
          <Table.Tr key={file}>
            <Table.Th scope="row" className="breaks" fw={400}>
              {file}
              {rejects !== null && (
                <Anchor
                  display="block"
                  size="xs"
                  download
                  href={addressOf('loadRejects', { load: load.load, number })}
                  aria-label={text.rejectsOf(file)}
                >
                  {text.rejects}
                </Anchor>
              )}
            </Table.Th>
            {figures.map((name) => (
              <Table.Td key={name} ta="right" className="figure">
                {counts[name].toLocaleString(locale)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** In the order of their heads. */
const figures = ['read', 'added', 'updated', 'unchanged', 'rejected', 'conflicts'] as const;
