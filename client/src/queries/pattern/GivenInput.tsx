import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { valueLabel } from '../../../../domain/labels/relation-label.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { valueName, type Given } from '../../../../domain/pattern/pattern.ts';

const text = messages.pattern.builder;

interface GivenInputProps {
  label: string;
  kind: 'text' | 'number' | 'date';
  /** The words to choose from; none where anything may be typed. */
  values?: readonly string[];
  given: Given;
  /** What the value is called when it is asked for. */
  named: string;
  onChange: (given: Given) => void;
}

/** A value of a pattern, and whether it is asked for each time. */
export function GivenInput({ label, kind, values = [], given, named, onChange }: GivenInputProps) {
  const { value, name } = given;
  return (
    <span className="pattern-given">
      {values.length > 0 ? (
        <NativeSelect
          size="xs"
          aria-label={label}
          value={String(value)}
          data={values.map((one) => ({ value: one, label: valueLabel(one) }))}
          onChange={(event) => onChange({ ...given, value: event.currentTarget.value })}
        />
      ) : (
        <TextInput
          size="xs"
          aria-label={label}
          placeholder={label}
          className={kind === 'number' ? 'pattern-number' : ''}
          type={kind === 'date' ? 'date' : kind === 'number' ? 'number' : 'text'}
          min={kind === 'number' ? 0 : undefined}
          value={String(value)}
          onChange={({ currentTarget: { value: typed } }) =>
            onChange({ ...given, value: kind === 'number' && typed !== '' ? Number(typed) : typed })
          }
        />
      )}
      <ActionIcon
        size="sm"
        variant={name === null ? 'subtle' : 'light'}
        aria-label={text.ask(label)}
        aria-pressed={name !== null}
        title={text.ask(label)}
        onClick={() => onChange({ ...given, name: name === null ? named : null })}
      >
        <IconBraces size={14} />
      </ActionIcon>
      {name !== null && (
        <TextInput
          size="xs"
          className="pattern-name"
          aria-label={text.askName}
          title={text.askName}
          error={!valueName.test(name)}
          value={name}
          onChange={(event) => onChange({ ...given, name: event.currentTarget.value })}
        />
      )}
    </span>
  );
}
