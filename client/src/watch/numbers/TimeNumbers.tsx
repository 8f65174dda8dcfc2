import { Table, Text } from '@mantine/core';
import { foundKinds, type FoundKind } from '../../../../domain/disposition.ts';
import type { Numbers } from '../../../../domain/numbers.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { WideTable } from '../WideTable.tsx';
import { BarChart } from './BarChart.tsx';
import { Figure } from './Figure.tsx';
import { NumbersCard } from './NumbersCard.tsx';

const text = messages.numbers;
const { page } = text;
const { kindsMany } = messages.triage.page;

/** How long decisions are waited for. */
export function TimeNumbers({ numbers }: { numbers: Numbers }) {
  const decided = foundKinds.filter((kind) =>
    numbers.time.some((row) => row.kind === kind && row.decisions > 0),
  );
  return (
    <NumbersCard table="time" numbers={numbers}>
      {decided.length === 0 && <Text size="sm">{page.none}</Text>}
      {decided.map((kind) => (
        <OfKind key={kind} kind={kind} numbers={numbers} />
      ))}
    </NumbersCard>
  );
}

const shown = ['lower_quartile', 'median', 'upper_quartile', 'ninety'] as const;

function OfKind({ kind, numbers: { time } }: { kind: FoundKind; numbers: Numbers }) {
  const rows = time.filter((row) => row.kind === kind);
  const parts = rows.slice(1);
  const heads = [
    ...[page.period, page.decisions, page.lowerQuartile, page.median, page.upperQuartile],
    page.ninety,
  ];
  return (
    <div className="numbers-pair">
      <Text size="sm" fw={600}>
        {kindsMany[kind]}
      </Text>
      {parts.length > 1 && (
        <BarChart
          label={`${page.chartTime}, ${kindsMany[kind]}`}
          bars={parts.map(({ from, median }) => ({
            name: from.slice(5),
            value: median ?? 0,
            says: median === null ? '' : text.hours(median),
          }))}
        />
      )}
      <WideTable label={`${text.tables.time}, ${kindsMany[kind]}`} heads={heads}>
        {rows.map((row, at) => {
          const { from, to, decisions } = row;
          const name = at === 0 ? page.whole : text.between(from, to);
          return (
            <Table.Tr key={at}>
              <Table.Th scope="row" className="nowrap">
                {name}
              </Table.Th>
              <Table.Td>
                <Figure
                  of={`${kindsMany[kind]}, ${name}`}
                  items={decisions}
                  list={{ counted: 'first', kind, from, to }}
                />
              </Table.Td>
              {shown.map((name) => (
                <Table.Td key={name} className="nowrap">
                  {row[name] === null ? null : text.hours(row[name])}
                </Table.Td>
              ))}
            </Table.Tr>
          );
        })}
      </WideTable>
    </div>
  );
}
