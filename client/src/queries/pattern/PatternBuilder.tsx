import { Button, Group, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { messages } from '../../../../domain/messages/later.ts';
import { mostBranches, type Pattern } from '../../../../domain/pattern/pattern.ts';
import {
  columnsOfType,
  historyOf,
  patternTypes,
  waysFrom,
} from '../../../../domain/pattern/vocabulary.ts';
import { Branch } from './Branch.tsx';
import { Conditions } from './Conditions.tsx';
import { stepOf } from './edit-pattern.ts';

const text = messages.pattern.builder;

interface PatternBuilderProps {
  pattern: Pattern;
  onChange: (pattern: Pattern) => void;
}

/** A pattern as a sentence of choices, all of them from the schema. */
export function PatternBuilder({ pattern, onChange }: PatternBuilderProps) {
  const { type, on, branches } = pattern;
  const [way] = waysFrom(type);
  const put = (changed: Pattern['branches']) => onChange({ ...pattern, branches: changed });
  return (
    <div className="pattern-builder">
      <Group gap={6}>
        <span className="small">{text.find}</span>
        <NativeSelect
          size="xs"
          aria-label={text.startLabel}
          value={type}
          data={patternTypes.map((value) => ({ value, label: messages.schema.nodes[value].many }))}
          onChange={(event) => {
            const next = patternTypes.find((one) => one === event.currentTarget.value) ?? type;
            onChange({ type: next, on: [], branches: [] });
          }}
        />
        <Conditions
          add={text.addCondition}
          columns={columnsOfType(type)}
          changes={historyOf(type) !== null}
          conditions={on}
          onChange={(conditions) => onChange({ ...pattern, on: conditions })}
        />
      </Group>
      {branches.map(({ steps }, at) => (
        <Branch
          key={at}
          at={at}
          start={type}
          steps={steps}
          onChange={(next) =>
            put(branches.map((one, place) => (place === at ? { steps: next } : one)))
          }
          onRemove={() => put(branches.filter((_, place) => place !== at))}
        />
      ))}
      {way && branches.length < mostBranches && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => put([...branches, { steps: [stepOf(way)] }])}
        >
          {text.addBranch}
        </Button>
      )}
    </div>
  );
}
