import { Table, Text } from '@mantine/core';
import type { CheckedCount } from '../../../domain/explanation-check.ts';
import { messages } from '../../../domain/messages/later.ts';

const text = messages.explanationChecks.calibration;
const named: Readonly<Record<string, string>> = messages.groupSum.explanations;

/** How well founded the decisions are that weights are learned from: which honest explanations had been checked. */
export function ExplanationsChecked({ counts }: { counts: readonly CheckedCount[] }) {
  const [explanation, ...heads] = text.head;
  const number = (n: number) => n.toLocaleString(messages.page.locale);
  return (
    <section className="trial-part" aria-label={text.title}>
      <Text component="h3" size="sm" fw={650}>
        {text.title}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {text.about}
      </Text>
      {counts.length === 0 && <Text size="sm">{text.none}</Text>}
      {counts.length > 0 && (
        <div className="trial-wide" tabIndex={0} role="group" aria-label={text.table}>
          <Table verticalSpacing={4} horizontalSpacing="sm" aria-label={text.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{explanation}</Table.Th>
                {heads.map((head) => (
                  <Table.Th key={head} ta="right">
                    {head}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {counts.map(({ explanation: id, says, holds, fails, open }) => (
                <Table.Tr key={id}>
                  <Table.Td>{named[id] ?? says}</Table.Td>
                  {[holds + fails + open, holds, fails, open].map((n, at) => (
                    <Table.Td key={heads[at]} ta="right">
                      {number(n)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </section>
  );
}
