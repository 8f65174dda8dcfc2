import { Badge, Group, Table, Text, Title } from '@mantine/core';
import type { ConditionCheck, ConditionState } from '../../../domain/condition.ts';
import { messages } from '../../../domain/messages/later.ts';
import { dayAndTime } from '../theme/formats.ts';
import { Failure } from '../ui/Failure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { useCondition } from './condition-query.ts';
import './condition.css';

const text = messages.conditionPage;

const colours: Readonly<Record<ConditionState, string>> = {
  well: 'teal',
  look: 'yellow',
  bad: 'red',
};

/** Whether Skein itself is well, and what to do where it is not. */
export function ConditionPage() {
  const { data, error, refetch } = useCondition();
  return (
    <main className="condition">
      <Title order={1} size="h3">
        {text.title}
      </Title>
      <Text c="dimmed" size="sm">
        {text.about}
      </Text>
      {!data && !error && <Waiting />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data && !error && (
        <>
          <Group gap="sm" my="sm" role="status">
            <Text fw={600}>{text.whole[data.state]}</Text>
            <Text size="xs" c="dimmed">
              {`${dayAndTime(data.at)} · ${text.version(data.version)}`}
            </Text>
          </Group>
          <Checks checks={data.checks} />
        </>
      )}
    </main>
  );
}

function Checks({ checks }: { checks: readonly ConditionCheck[] }) {
  return (
    <Table className="condition-table" verticalSpacing={6} aria-label={text.title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.what}</Table.Th>
          <Table.Th>{text.state}</Table.Th>
          <Table.Th>{text.how}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {checks.map(({ name, state, says, todo }) => (
          <Table.Tr key={name}>
            <Table.Td className="condition-name">{text.names[name]}</Table.Td>
            <Table.Td>
              <Badge variant="light" color={colours[state]} autoContrast>
                {text.states[state]}
              </Badge>
            </Table.Td>
            <Table.Td>
              <Text size="sm">{says}</Text>
              {todo !== null && (
                <Text size="sm" fw={600}>
                  {todo}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
