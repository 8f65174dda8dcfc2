import { Checkbox, NativeSelect } from '@mantine/core';
import { messages } from '../../../../domain/messages/later.ts';
import { countTests, type PatternStep } from '../../../../domain/pattern/pattern.ts';
import { hasTime } from '../../../../domain/pattern/vocabulary.ts';
import type { NodeTypeName } from '../../../../domain/schema/schema.ts';
import type { Steps } from './edit-pattern.ts';
import { GivenInput } from './GivenInput.tsx';
import { keyOfWay, wayChoices } from './way-choices.ts';
import { WindowFields } from './WindowFields.tsx';

const text = messages.pattern.builder;

interface StepFieldProps {
  step: PatternStep;
  onChange: (step: PatternStep) => void;
}

/** How many a step comes to. */
export function CountFields({ step, onChange }: StepFieldProps) {
  const { count } = step;
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={text.countLabel}
        value={count.test}
        data={countTests.map((value) => ({ value, label: text.counts[value] }))}
        onChange={(event) =>
          onChange({
            ...step,
            count: { ...count, test: event.currentTarget.value as (typeof countTests)[number] },
          })
        }
      />
      {count.test !== 'none' && (
        <GivenInput
          label={text.number}
          kind="number"
          named="n"
          given={count.n}
          onChange={(n) => onChange({ ...step, count: { ...count, n } })}
        />
      )}
    </>
  );
}

interface WayFieldProps {
  from: NodeTypeName;
  step: PatternStep;
  /** With the steps that it then is, and those that follow on it. */
  onChoose: (steps: Steps) => void;
}

/** By which relation a step goes, and to what. */
export function WayField({ from, step, onChoose }: WayFieldProps) {
  const choices = wayChoices(from);
  return (
    <NativeSelect
      size="xs"
      className="pattern-way"
      aria-label={text.ways}
      value={keyOfWay(step)}
      data={choices.map(({ value, label }) => ({ value, label }))}
      onChange={({ currentTarget: { value } }) => {
        const choice = choices.find((one) => one.value === value);
        if (choice) onChoose(choice.steps);
      }}
    />
  );
}

/** When a step's relation came to be, where its rows say so. */
export function TimeFields({ step, onChange }: StepFieldProps) {
  if (!hasTime(step.relation)) return null;
  return (
    <>
      <WindowFields window={step.window} onChange={(window) => onChange({ ...step, window })} />
      <Checkbox
        size="xs"
        label={text.newly}
        checked={step.newly}
        onChange={(event) => onChange({ ...step, newly: event.currentTarget.checked })}
      />
    </>
  );
}
