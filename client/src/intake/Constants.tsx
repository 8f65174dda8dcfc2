import { ActionIcon, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { columnsOf } from '../../../domain/schema/graph.ts';
import { becomesOf, type IntakeFile } from '../../../domain/intake.ts';
import { without, type FileMapping } from '../../../domain/mapping.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/later.ts';

const text = messages.intake.page;

interface ConstantsProps {
  file: IntakeFile;
  contract: FileName;
  onChange: (reading: FileMapping) => void;
}

/** What every row is to say because the file leaves it to its reader to know. */
export function Constants({ file: { columns, reading }, contract, onChange }: ConstantsProps) {
  const known = columnsOf(contract);
  const stated = Object.entries(reading.constants ?? {});
  const become = columns.map(({ name }) => becomesOf(name, known, reading));
  const free = Object.keys(known).filter(
    (column) =>
      !stated.some(([name]) => name === column) &&
      !become.some((each) => typeof each === 'object' && each.column === column),
  );
  const [column, setColumn] = useState('');
  const [value, setValue] = useState('');
  const chosen = free.includes(column) ? column : (free[0] ?? '');
  const set = (constants: Record<string, string>) => {
    const rest = without(reading, 'constants');
    onChange(Object.keys(constants).length > 0 ? { ...rest, constants } : rest);
  };
  return (
    <details className="intake-constants" open={stated.length > 0}>
      <summary>{text.constants}</summary>
      <Text size="sm" c="dimmed" mb={6}>
        {text.constantsHint}
      </Text>
      {stated.map(([name, constant]) => (
        <Group key={name} gap="xs" wrap="nowrap">
          <Text size="sm" className="breaks">{`${name} = ${constant}`}</Text>
          <ActionIcon
            size="sm"
            aria-label={text.removeConstant(name)}
            onClick={() => set(Object.fromEntries(stated.filter(([each]) => each !== name)))}
          >
            <IconX size={14} />
          </ActionIcon>
        </Group>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen === '' || value.trim() === '') return;
          set({ ...reading.constants, [chosen]: value.trim() });
          setValue('');
        }}
      >
        <Group gap="xs" align="flex-end">
          <NativeSelect
            size="xs"
            label={text.constantColumn}
            value={chosen}
            data={free}
            onChange={({ currentTarget }) => setColumn(currentTarget.value)}
          />
          <TextInput
            size="xs"
            label={text.constantValue}
            value={value}
            onChange={({ currentTarget }) => setValue(currentTarget.value)}
          />
          <Button type="submit" size="xs" variant="default">
            {text.addConstant}
          </Button>
        </Group>
      </form>
    </details>
  );
}
