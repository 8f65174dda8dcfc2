import { NativeSelect } from '@mantine/core';
import { messages } from '../../../../domain/messages/later.ts';
import { given, windowKinds, type PatternWindow } from '../../../../domain/pattern/pattern.ts';
import { GivenInput } from './GivenInput.tsx';

const text = messages.pattern.builder;
const kinds = ['any', ...windowKinds] as const;

interface WindowFieldsProps {
  window: PatternWindow | null;
  onChange: (window: PatternWindow | null) => void;
}

/** When it happened. */
export function WindowFields({ window, onChange }: WindowFieldsProps) {
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={text.windowLabel}
        value={window?.kind ?? 'any'}
        data={kinds.map((value) => ({ value, label: text.windows[value] }))}
        onChange={(event) => onChange(begun(event.currentTarget.value as (typeof kinds)[number]))}
      />
      {window?.kind === 'month' && (
        <GivenInput
          label={text.month}
          kind="text"
          named="month"
          given={window.month}
          onChange={(month) => onChange({ ...window, month })}
        />
      )}
      {window?.kind === 'last' && (
        <GivenInput
          label={text.days}
          kind="number"
          named="days"
          given={window.days}
          onChange={(days) => onChange({ ...window, days })}
        />
      )}
      {window?.kind === 'between' &&
        (['from', 'until'] as const).map((end) => (
          <GivenInput
            key={end}
            label={text[end]}
            kind="date"
            named={end}
            given={window[end]}
            onChange={(day) => onChange({ ...window, [end]: day })}
          />
        ))}
    </>
  );
}

const usualDays = 30;

function begun(kind: (typeof kinds)[number]): PatternWindow | null {
  const today = new Date().toISOString();
  switch (kind) {
    case 'any':
      return null;
    case 'month':
      return { kind, month: given(today.slice(0, 7)) };
    case 'last':
      return { kind, days: given(usualDays) };
    case 'between':
      return { kind, from: given(`${today.slice(0, 4)}-01-01`), until: given(today.slice(0, 10)) };
  }
}
