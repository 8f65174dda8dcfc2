import { Button, NativeSelect, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { messages } from '../../../../domain/messages/later.ts';
import type { Pattern, PatternStep } from '../../../../domain/pattern/pattern.ts';
import {
  columnsOfRelation,
  columnsOfType,
  historyOf,
  patternTypes,
} from '../../../../domain/pattern/vocabulary.ts';
import { Conditions } from './Conditions.tsx';
import {
  conditionsAt,
  linkedBy,
  ofType,
  stepAt,
  typeAt,
  typeBefore,
  typesAt,
  whyNotOn,
  withConditions,
  withStep,
  type Place,
} from './edit-pattern.ts';
import { CountFields, TimeFields, WayField } from './StepFields.tsx';

const text = messages.pattern.builder;
const drawn = messages.patternDrawing;

interface PlaceFieldsProps {
  pattern: Pattern;
  place: Place;
  onChange: (pattern: Pattern) => void;
  onRemove: () => void;
}

/** All that can be asked of one node or link of a drawn pattern. */
export function PlaceFields(props: PlaceFieldsProps) {
  const { pattern, place, onRemove } = props;
  const step = stepAt(pattern, place);
  const why = place.of === 'link' ? null : whyNotOn(pattern, place);
  return (
    <div className="drawn-fields">
      {place.of === 'link' && step ? <OfLink {...props} step={step} /> : <OfNode {...props} />}
      {why !== null && (
        <Text size="xs" c="dimmed">
          {drawn.notOn[why]}
        </Text>
      )}
      {place.of !== 'start' && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={14} />}
          onClick={onRemove}
        >
          {drawn.removeFrom}
        </Button>
      )}
    </div>
  );
}

function OfNode({ pattern, place, onChange }: PlaceFieldsProps) {
  const step = stepAt(pattern, place);
  const type = typeAt(pattern, place);
  const offered = place.of === 'start' ? patternTypes : typesAt(pattern, place);
  return (
    <>
      <div className="drawn-row">
        {step && (
          <CountFields step={step} onChange={(next) => onChange(withStep(pattern, place, next))} />
        )}
        <NativeSelect
          size="xs"
          aria-label={drawn.type}
          value={type}
          data={offered.map((value) => ({ value, label: messages.schema.nodes[value].many }))}
          onChange={({ currentTarget: { value } }) => {
            const next = offered.find((one) => one === value);
            if (next) onChange(ofType(pattern, place, next));
          }}
        />
      </div>
      <Conditions
        add={text.addCondition}
        columns={columnsOfType(type)}
        changes={historyOf(type) !== null}
        conditions={conditionsAt(pattern, place)}
        onChange={(on) => onChange(withConditions(pattern, place, on))}
      />
    </>
  );
}

function OfLink({ pattern, place, step, onChange }: PlaceFieldsProps & { step: PatternStep }) {
  const put = (next: PatternStep) => onChange(withStep(pattern, place, next));
  return (
    <>
      <WayField
        from={typeBefore(pattern, place)}
        step={step}
        onChoose={(way) => onChange(linkedBy(pattern, place, way))}
      />
      <div className="drawn-row">
        <TimeFields step={step} onChange={put} />
      </div>
      <Conditions
        add={text.addOfRelation}
        columns={columnsOfRelation(step.relation)}
        changes={false}
        conditions={step.of}
        onChange={(of) => put({ ...step, of })}
      />
    </>
  );
}
