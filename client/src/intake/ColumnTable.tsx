import { NativeSelect, Table, Text } from '@mantine/core';
import { Fragment } from 'react';
import { columnsOf } from '../../../domain/schema/graph.ts';
import {
  becomesOf,
  readingWith,
  type Becomes,
  type IntakeColumn,
  type IntakeFile,
} from '../../../domain/intake.ts';
import type { FileMapping } from '../../../domain/mapping.ts';
import type { Column, FileName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/later.ts';
import { EnumWords } from './EnumWords.tsx';

const text = messages.intake.page;
/** No column of the contract bears such a name. */
const [further, out] = ['*further', '*out'];

interface ColumnTableProps {
  file: IntakeFile;
  contract: FileName;
  onChange: (reading: FileMapping) => void;
}

/** Column by column: what it holds, what it becomes, and why that is suggested. */
export function ColumnTable({ file, contract, onChange }: ColumnTableProps) {
  const known = columnsOf(contract);
  const all = file.columns.map(({ name }) => name);
  const choose = (name: string, value: string) => {
    const becomes: Becomes =
      value === further ? 'further' : value === out ? 'left out' : { column: value };
    onChange(readingWith(file.reading, known, { name, becomes, all }));
  };
  return (
    <div
      className="intake-scroll"
      tabIndex={0}
      role="region"
      aria-label={`${text.columns}, ${file.name}`}
    >
      <Table verticalSpacing={5} horizontalSpacing="sm" className="column-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.column}</Table.Th>
            <Table.Th>{text.examples}</Table.Th>
            <Table.Th>{text.becomes}</Table.Th>
            <Table.Th>{text.why}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {file.columns.map((column) => (
            <ColumnRow
              key={column.name}
              column={column}
              known={known}
              reading={file.reading}
              onChoose={(value) => choose(column.name, value)}
              onChange={onChange}
            />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

interface ColumnRowProps {
  column: IntakeColumn;
  known: Readonly<Record<string, Column>>;
  reading: FileMapping;
  onChoose: (value: string) => void;
  onChange: (reading: FileMapping) => void;
}

function ColumnRow({ column, known, reading, onChoose, onChange }: ColumnRowProps) {
  const { name, examples, doubt, strange } = column;
  const becomes = becomesOf(name, known, reading);
  const target = typeof becomes === 'object' ? becomes.column : null;
  const value = target ?? (becomes === 'further' ? further : out);
  return (
    <Table.Tr>
      <Table.Th scope="row" className="breaks column-name" dir="auto">
        {name === '' ? messages.page.empty : name}
      </Table.Th>
      <Table.Td className="breaks column-examples" c="dimmed">
        {examples.length === 0 && messages.page.empty}
        {examples.map((example, at) => (
          <Fragment key={example}>
            {at > 0 && ' · '}
            <bdi>{example}</bdi>
          </Fragment>
        ))}
      </Table.Td>
      <Table.Td className="column-becomes">
        <NativeSelect
          size="xs"
          aria-label={text.becomesLabel(name)}
          value={value}
          data={[
            { value: further, label: text.further },
            { value: out, label: text.leaveOut },
            ...Object.entries(known).map(([each, { required }]) => ({
              value: each,
              label: required ? `${each} (${text.required})` : each,
            })),
          ]}
          onChange={({ currentTarget }) => onChoose(currentTarget.value)}
        />
        {target !== null && strange.length > 0 && (
          <EnumWords
            column={target}
            allowed={known[target]?.values ?? []}
            strange={strange}
            reading={reading}
            onChange={onChange}
          />
        )}
      </Table.Td>
      <Table.Td className="column-why">
        <Text size="sm">{whyOf(column, target)}</Text>
        {target !== null && (
          <Text size="xs" c="dimmed">
            {known[target]?.about}
          </Text>
        )}
        {doubt !== null && (
          <Text size="xs" className="unsettled breaks">
            {doubt}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function whyOf({ suggestion }: IntakeColumn, target: string | null): string {
  if (suggestion === null) return target === null ? text.notSuggested : text.chosen;
  return suggestion.column === target ? suggestion.reason : text.chosen;
}
