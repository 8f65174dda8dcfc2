import { ActionIcon, Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { relationLabel } from '../../../../domain/labels/relation-label.ts';
import { messages } from '../../../../domain/messages/later.ts';
import {
  countTests,
  given,
  mostSteps,
  type Pattern,
  type PatternStep,
} from '../../../../domain/pattern/pattern.ts';
import {
  columnsOfRelation,
  columnsOfType,
  hasTime,
  historyOf,
  waysFrom,
  type Way,
} from '../../../../domain/pattern/vocabulary.ts';
import type { NodeTypeName } from '../../../../domain/schema/schema.ts';
import { Conditions } from './Conditions.tsx';
import { GivenInput } from './GivenInput.tsx';
import { WindowFields } from './WindowFields.tsx';

const text = messages.pattern.builder;

type Steps = Pattern['branches'][number]['steps'];

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
  const last = steps.at(-1)?.type ?? start;
  return (
    <fieldset className="pattern-branch" aria-label={text.branch(at + 1)}>
      {steps.map((step, place) => (
        <StepLine
          key={place}
          from={steps[place - 1]?.type ?? start}
          step={step}
          isLast={place === steps.length - 1}
          onChange={(next, further) =>
            onChange([...steps.slice(0, place), next, ...(further ?? steps.slice(place + 1))])
          }
          onRemove={() => (place === 0 ? onRemove() : onChange(steps.slice(0, place)))}
        />
      ))}
      {steps.length < mostSteps && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...steps, stepOf(waysFrom(last)[0]!)])}
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
  /** `further`: the steps that follow then, where they are otherwise than before. */
  onChange: (step: PatternStep, further?: Steps) => void;
  onRemove: () => void;
}

function StepLine({ from, step, isLast, onChange, onRemove }: StepLineProps) {
  const { count, relation } = step;
  const ways = waysFrom(from);
  const choose = (value: string) => {
    const shared = ways.find((way) => shareOf(way) === value);
    const way = shared ?? ways.find((one) => keyOf(one) === value);
    if (!way) return;
    const others: Steps = shared
      ? [stepOf({ relation: way.relation, direction: 'in', type: from }, sharedWith)]
      : [];
    onChange(stepOf(way), others);
  };
  return (
    <div className={isLast ? 'pattern-step last' : 'pattern-step'}>
      <Group gap={6}>
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
        <NativeSelect
          size="xs"
          className="pattern-way"
          aria-label={text.ways}
          value={keyOf(step)}
          data={choicesOf(from, ways)}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {hasTime(relation) && (
          <>
            <WindowFields
              window={step.window}
              onChange={(window) => onChange({ ...step, window })}
            />
            <Checkbox
              size="xs"
              label={text.newly}
              checked={step.newly}
              onChange={(event) => onChange({ ...step, newly: event.currentTarget.checked })}
            />
          </>
        )}
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
          columns={columnsOfRelation(relation)}
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

/** What can be shared comes first: it is asked for most. */
function choicesOf(from: NodeTypeName, ways: readonly Way[]) {
  const nodes = messages.schema.nodes;
  return [
    ...ways
      .filter(({ direction, type }) => direction === 'out' && type !== from)
      .map((way) => ({
        value: shareOf(way),
        label: `${text.share(nodes[way.type].one)} (${relationLabel(way.says)})`,
      })),
    ...ways.map((way) => ({
      value: keyOf(way),
      label: text.way(relationLabel(way.says), way.direction, nodes[way.type].one),
    })),
  ];
}

type Going = Pick<Way, 'relation' | 'direction' | 'type'>;

const keyOf = ({ relation, direction, type }: Going) => `${relation} ${direction} ${type}`;
const shareOf = (way: Going) => `share ${keyOf(way)}`;

const sharedWith = { test: 'at_least', n: given(1) } as const;

export function stepOf(
  { relation, direction, type }: Going,
  count: PatternStep['count'] = { test: 'at_least', n: given(1) },
): PatternStep {
  return { relation, direction, type, on: [], of: [], window: null, newly: false, count };
}
