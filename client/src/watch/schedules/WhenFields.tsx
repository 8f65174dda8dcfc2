import { Autocomplete, NativeSelect, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Plan } from '../../../../domain/input/schedule.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { problemsOf } from '../../api/problems-of.ts';
import { dayAndTime } from '../../theme/formats.ts';
import { presetOf, presets, type Preset } from './plan.ts';
import { useTimes } from './schedule-queries.ts';

const text = messages.watch.form;
const zones = Intl.supportedValuesOf('timeZone');
const zonesShown = 20;
const sinceTyped = 300;

/** What a part of the form takes. */
export interface PartProps {
  plan: Plan;
  put: (part: Partial<Plan>) => void;
}

/** When it runs, and which times that makes. */
export function WhenFields({ plan: { cron, timezone }, put }: PartProps) {
  const [asked] = useDebouncedValue({ cron: cron.trim(), timezone }, sinceTyped);
  const times = useTimes(asked.cron, asked.timezone);
  const preset = presetOf(cron);
  return (
    <>
      <NativeSelect
        label={text.often}
        value={preset}
        data={[...(Object.keys(presets) as Preset[]), 'own' as const].map((value) => ({
          value,
          label: text.presets[value],
        }))}
        onChange={({ currentTarget: { value } }) => {
          if (value !== 'own') put({ cron: presets[value as Preset] });
        }}
      />
      <TextInput
        label={text.cron}
        description={text.cronHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={cron}
        onChange={({ currentTarget }) => put({ cron: currentTarget.value })}
      />
      <Autocomplete
        label={text.timezone}
        data={zones}
        limit={zonesShown}
        value={timezone}
        onChange={(value) => put({ timezone: value })}
      />
      <div aria-live="polite">
        <Text size="sm" fw={500}>
          {text.next}
        </Text>
        {times.error ? (
          <Text size="sm" className="watch-problem breaks">
            {problemsOf(times.error).join(' ')}
          </Text>
        ) : (
          times.data?.items.map((time) => (
            <Text size="sm" key={time}>
              {dayAndTime(time)}
            </Text>
          ))
        )}
      </div>
    </>
  );
}
