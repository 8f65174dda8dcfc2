import { Table, Text } from '@mantine/core';
import { foundKinds } from '../../../../domain/disposition.ts';
import {
  ageSteps,
  dayBefore,
  openedWithin,
  openStates,
  type Numbers,
} from '../../../../domain/numbers.ts';
import { nobody } from '../../../../domain/disposition.ts';
import { messages } from '../../../../domain/messages/later.ts';
import type { QueueFilter } from '../../triage/queue-queries.ts';
import { WideTable } from '../WideTable.tsx';
import { BarChart } from './BarChart.tsx';
import { Figure } from './Figure.tsx';
import { NumbersCard } from './NumbersCard.tsx';

const text = messages.numbers;
const { page } = text;
const { states } = messages.triage;
const { kindsMany } = messages.triage.page;

/** What waits, by how long, and for whom. */
export function OpenNumbers({ numbers }: { numbers: Numbers }) {
  const { open } = numbers;
  const isEmpty = open.by_kind.every(({ items }) => items === 0);
  return (
    <NumbersCard table="open" numbers={numbers}>
      {isEmpty ? (
        <Text size="sm">{page.nothingOpen}</Text>
      ) : (
        <div className="numbers-pair">
          <BarChart
            label={page.chartOpen}
            bars={ageSteps.map(({ step }) => {
              const value = open.by_age
                .filter((one) => one.step === step)
                .reduce((sum, { items }) => sum + items, 0);
              return { name: text.steps[step], value, says: count(value) };
            })}
          />
          <ByAge numbers={numbers} />
          <ByKind numbers={numbers} />
        </div>
      )}
    </NumbersCard>
  );
}

function count(value: number): string {
  return value.toLocaleString(messages.page.locale);
}

function ByAge({ numbers: { open, today } }: { numbers: Numbers }) {
  const rows = foundKinds.flatMap((kind) => openStates.map((state) => ({ kind, state })));
  return (
    <WideTable
      label={page.chartOpen}
      heads={[page.what, ...ageSteps.map(({ step }) => text.steps[step])]}
    >
      {rows.map(({ kind, state }) => {
        const name = `${kindsMany[kind]}, ${states[state]}`;
        return (
          <Table.Tr key={name}>
            <Table.Th scope="row">{name}</Table.Th>
            {ageSteps.map(({ step }) => (
              <Table.Td key={step}>
                <Figure
                  of={`${name}, ${text.steps[step]}`}
                  items={
                    open.by_age.find(
                      (one) => one.kind === kind && one.state === state && one.step === step,
                    )?.items ?? 0
                  }
                  list={{ kind, state, ...openedWithin(step, today) }}
                />
              </Table.Td>
            ))}
          </Table.Tr>
        );
      })}
    </WideTable>
  );
}

const waiting = ['items', 'unassigned', 'overdue', 'proposed'] as const;
const heads = { ...page, items: page.all };

function ByKind({ numbers: { open, today } }: { numbers: Numbers }) {
  const only: Readonly<Record<(typeof waiting)[number], QueueFilter>> = {
    items: {},
    unassigned: { assignee: nobody },
    overdue: { due: dayBefore(today, 1) },
    proposed: { proposed: 'true' },
  };
  return (
    <WideTable label={page.waitsFor} heads={[page.what, ...waiting.map((name) => heads[name])]}>
      {open.by_kind.map((row) => (
        <Table.Tr key={row.kind}>
          <Table.Th scope="row">{kindsMany[row.kind]}</Table.Th>
          {waiting.map((name) => (
            <Table.Td key={name}>
              <Figure
                of={`${kindsMany[row.kind]}, ${heads[name]}`}
                items={row[name]}
                list={{ kind: row.kind, state: 'open', ...only[name] }}
              />
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </WideTable>
  );
}
