import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconFilterPlus, IconX } from '@tabler/icons-react';
import { messages } from '../../../../domain/messages/later.ts';
import {
  given,
  mostConditions,
  type PatternCondition,
  type PatternTest,
} from '../../../../domain/pattern/pattern.ts';
import { takesValue, testsOf, type AskedColumn } from '../../../../domain/pattern/vocabulary.ts';
import { columnName } from '../../theme/formats.ts';
import { GivenInput } from './GivenInput.tsx';
import { WindowFields } from './WindowFields.tsx';

const text = messages.pattern.builder;

interface ConditionsProps {
  /** What adds one. */
  add: string;
  columns: readonly AskedColumn[];
  /** Whether what they are about has a history. */
  changes: boolean;
  conditions: readonly PatternCondition[];
  onChange: (conditions: PatternCondition[]) => void;
}

/** What is asked of columns, one line each. */
export function Conditions({ add, columns, changes, conditions, onChange }: ConditionsProps) {
  const [first] = columns;
  if (!first) return null;
  return (
    <>
      {conditions.map((one, at) => (
        <Condition
          key={at}
          columns={columns}
          changes={changes}
          condition={one}
          onChange={(next) =>
            onChange(conditions.map((each, place) => (place === at ? next : each)))
          }
          onRemove={() => onChange(conditions.filter((_, place) => place !== at))}
        />
      ))}
      {conditions.length < mostConditions && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconFilterPlus size={14} />}
          onClick={() => onChange([...conditions, begun(first, changes)])}
        >
          {add}
        </Button>
      )}
    </>
  );
}

interface ConditionProps extends Pick<ConditionsProps, 'columns' | 'changes'> {
  condition: PatternCondition;
  onChange: (condition: PatternCondition) => void;
  onRemove: () => void;
}

function Condition({ columns, changes, condition, onChange, onRemove }: ConditionProps) {
  const column = columns.find(({ name }) => name === condition.column) ?? columns[0]!;
  const { test, value, window } = condition;
  return (
    <span
      role="group"
      aria-label={text.conditionOf(columnName(column.name))}
      className="pattern-condition"
    >
      <NativeSelect
        size="xs"
        aria-label={text.column}
        value={column.name}
        data={columns.map(({ name }) => ({ value: name, label: columnName(name) }))}
        onChange={({ currentTarget: { value: name } }) =>
          onChange(
            begun(
              columns.find((one) => one.name === name)!,
              changes,
            ),
          )
        }
      />
      <NativeSelect
        size="xs"
        aria-label={text.test}
        value={test}
        data={testsOf(column, changes).map((one) => ({ value: one, label: text.tests[one] }))}
        onChange={(event) => onChange(tested(column, event.currentTarget.value as PatternTest))}
      />
      {value !== null && (
        <GivenInput
          label={text.value}
          kind={kindOf(column)}
          values={column.values}
          named={column.name}
          given={value}
          onChange={(next) => onChange({ ...condition, value: next })}
        />
      )}
      {test === 'changed' && (
        <WindowFields
          window={window}
          onChange={(next) => onChange({ ...condition, window: next })}
        />
      )}
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={text.removeCondition}
        onClick={onRemove}
      >
        <IconX size={14} />
      </ActionIcon>
    </span>
  );
}

function begun(column: AskedColumn, changes: boolean): PatternCondition {
  return tested(column, testsOf(column, changes)[0]!);
}

function tested(column: AskedColumn, test: PatternTest): PatternCondition {
  const value = takesValue(test) ? given(usualOf(column)) : null;
  return { column: column.name, test, value, window: null };
}

function usualOf(column: AskedColumn): string | number {
  const [first] = column.values;
  if (first !== undefined) return first;
  if (kindOf(column) === 'date') return new Date().toISOString().slice(0, 10);
  return kindOf(column) === 'number' ? 1 : '';
}

function kindOf({ kind }: AskedColumn): 'text' | 'number' | 'date' {
  if (kind === 'decimal' || kind === 'integer') return 'number';
  return kind === 'time' || kind === 'date' ? 'date' : 'text';
}
