import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  lookRuleSchema,
  ruleMarks,
  ruleSets,
  type LookRule,
  type RuleCut,
} from '../../../domain/look-rules.ts';
import { messages } from '../../../domain/messages/later.ts';
import { visibleNodes } from '../board/board.ts';
import { typesShown } from '../board/types-shown.ts';
import { useBoard } from '../workspace/board.tsx';
import type { Field } from './fields.ts';
import { FieldSelect } from './FieldSelect.tsx';
import { writtenBounds } from './written-bounds.ts';

const text = messages.lookRules;

interface RuleFormProps {
  fields: readonly Field[];
  onAdd: (rule: LookRule) => void;
}

const first: LookRule = {
  types: [],
  by: 'drawn.links',
  sets: 'colour',
  cut: 'rank',
  bounds: [],
  mark: 'flag',
};

/** Writes one rule; what its measure means stands below it. */
export function RuleForm({ fields, onAdd }: RuleFormProps) {
  const board = useBoard();
  const [rule, setRule] = useState<LookRule>(first);
  const [written, setWritten] = useState('');
  const field = fields.find(({ id }) => id === rule.by) ?? fields[0];
  const cuts = cutsFor(rule, field);
  const cut = cuts.includes(rule.cut) ? rule.cut : cuts[0]!;
  const bounds = cut === 'bounds' ? writtenBounds(written) : [];
  const set = (by: Partial<LookRule>) => setRule({ ...rule, ...by });
  const add = () => {
    if (!field || !bounds) return;
    onAdd(lookRuleSchema.parse({ ...rule, by: field.id, cut, bounds }));
  };
  return (
    <Stack gap={6}>
      <Group grow gap="xs" align="end">
        <NativeSelect
          size="xs"
          label={text.setsLabel}
          value={rule.sets}
          data={ruleSets.map((value) => ({ value, label: text.sets[value] }))}
          onChange={({ currentTarget }) =>
            set({ sets: ruleSets.find((one) => one === currentTarget.value) ?? 'colour' })
          }
        />
        <NativeSelect
          size="xs"
          label={text.whose}
          value={rule.types[0] ?? ''}
          data={[
            { value: '', label: text.every },
            ...typesShown(visibleNodes(board)).map(({ type }) => ({
              value: type,
              label: messages.schema.nodes[type].many,
            })),
          ]}
          onChange={({ currentTarget: { value } }) => set({ types: value === '' ? [] : [value] })}
        />
      </Group>
      <FieldSelect
        label={text.by}
        fields={fields}
        value={field?.id ?? ''}
        onChange={(by) => set({ by })}
      />
      <Text size="xs" c="dimmed">
        {field?.about}
      </Text>
      {cuts.length > 1 && (
        <NativeSelect
          size="xs"
          label={text.cutLabel}
          value={cut}
          data={cuts.map((value) => ({ value, label: text.cuts[value] }))}
          onChange={({ currentTarget }) =>
            set({ cut: cuts.find((one) => one === currentTarget.value) ?? 'value' })
          }
        />
      )}
      {cut === 'bounds' && (
        <TextInput
          size="xs"
          label={text.bounds}
          placeholder={text.boundsHint}
          value={written}
          error={written !== '' && bounds === null ? text.boundsWrong : null}
          onChange={({ currentTarget }) => setWritten(currentTarget.value)}
        />
      )}
      {rule.sets === 'mark' && cut !== 'kinds' && (
        <NativeSelect
          size="xs"
          label={text.markLabel}
          value={rule.mark}
          data={ruleMarks.map((value) => ({ value, label: text.marks[value] }))}
          onChange={({ currentTarget }) =>
            set({ mark: ruleMarks.find((one) => one === currentTarget.value) ?? 'flag' })
          }
        />
      )}
      <Group justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {text.never}
        </Text>
        <Button
          size="xs"
          className="fixed-size"
          onClick={add}
          disabled={!field || bounds === null || board.style.rules.length >= mostRules}
        >
          {text.add}
        </Button>
      </Group>
    </Stack>
  );
}

/** As many as a board may keep. */
const mostRules = 20;

/** How the values of a field may be parted for what a rule sets. */
function cutsFor({ sets }: LookRule, field: Field | undefined): RuleCut[] {
  if (sets === 'label') return ['value'];
  if (field?.kind === 'kind') return ['kinds'];
  const bounds: RuleCut[] = field?.kind === 'time' ? [] : ['bounds'];
  return ['rank', 'value', ...bounds, ...(sets === 'colour' ? (['kinds'] as const) : [])];
}
