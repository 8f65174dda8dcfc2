import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { messages } from '../../../../domain/messages/later.ts';
import { mostSteps, type PatternStep } from '../../../../domain/pattern/pattern.ts';
import {
  columnsOfRelation,
  columnsOfType,
  historyOf,
  waysFrom,
} from '../../../../domain/pattern/vocabulary.ts';
import type { NodeTypeName } from '../../../../domain/schema/schema.ts';
import { Conditions } from './Conditions.tsx';
import { stepOf, wentBy, type Steps } from './edit-pattern.ts';
import { CountFields, TimeFields, WayField } from './StepFields.tsx';

const text = messages.pattern.builder;

interface BranchProps {
  at: number;
  /** What the pattern begins with. */
  start: NodeTypeName;
  steps: Steps;
  onChange: (steps: Steps) => void;
  onRemove: () => void;
}

/** One part of the sentence: what the start is linked to, and what that is linked to. */
export function Branch({ at, start, steps, onChange, onRemove }: BranchProps) {
  const [way] = waysFrom(steps.at(-1)?.type ?? start);
  return (
    <fieldset className="pattern-branch" aria-label={text.branch(at + 1)}>
      {steps.map((step, place) => (
        <StepLine
          key={place}
          from={steps[place - 1]?.type ?? start}
          step={step}
          isLast={place === steps.length - 1}
          onChange={(next) => onChange(steps.map((one, each) => (each === place ? next : one)))}
          onChoose={(way) => onChange(wentBy(steps, place, way))}
          onRemove={() => (place === 0 ? onRemove() : onChange(steps.slice(0, place)))}
        />
      ))}
      {way && steps.length < mostSteps && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...steps, stepOf(way)])}
        >
          {text.addStep}
        </Button>
      )}
    </fieldset>
  );
}

interface StepLineProps {
  from: NodeTypeName;
  step: PatternStep;
  isLast: boolean;
  onChange: (step: PatternStep) => void;
  onChoose: (way: Steps) => void;
  onRemove: () => void;
}

function StepLine({ from, step, isLast, onChange, onChoose, onRemove }: StepLineProps) {
  return (
    <div className={isLast ? 'pattern-step last' : 'pattern-step'}>
      <Group gap={6}>
        <CountFields step={step} onChange={onChange} />
        <WayField from={from} step={step} onChoose={onChoose} />
        <TimeFields step={step} onChange={onChange} />
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={text.removeStep}
          onClick={onRemove}
        >
          <IconX size={14} />
        </ActionIcon>
      </Group>
      <Group gap={6}>
        <Conditions
          add={text.addOfRelation}
          columns={columnsOfRelation(step.relation)}
          changes={false}
          conditions={step.of}
          onChange={(of) => onChange({ ...step, of })}
        />
        <Conditions
          add={text.addCondition}
          columns={columnsOfType(step.type)}
          changes={historyOf(step.type) !== null}
          conditions={step.on}
          onChange={(on) => onChange({ ...step, on })}
        />
      </Group>
    </div>
  );
}
