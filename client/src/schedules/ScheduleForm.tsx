import {
  Autocomplete,
  Button,
  Group,
  MultiSelect,
  NativeSelect,
  NumberInput,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Plan, Schedule } from '../../../domain/schedule.ts';
import { words } from '../../../domain/words/later.ts';
import { useDetectors } from '../api/queries.ts';
import { ProblemError } from '../api/problem.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { dayAndTime } from '../theme/formats.ts';
import { Card } from '../watch/Card.tsx';
import { newPlan, planOf, presetOf, presets, type Preset } from './plan.ts';
import { RecipientFields } from './RecipientFields.tsx';
import { useScheduling, useTimes } from './schedule-queries.ts';

const text = words.watch.form;
const zones = Intl.supportedValuesOf('timeZone');
const zonesShown = 20;
const sinceTyped = 300;

interface ScheduleFormProps {
  /** Null for a new one. */
  schedule: Schedule | null;
  onClose: () => void;
}

/** Makes or changes a schedule; what was written stays when it could not be kept. */
export function ScheduleForm({ schedule, onClose }: ScheduleFormProps) {
  const [plan, setPlan] = useState<Plan>(schedule ? planOf(schedule) : newPlan);
  const [missing, setMissing] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const { make, replace } = useScheduling();
  const { announce } = useWorkspace();
  const put = (part: Partial<Plan>) => setPlan((before) => ({ ...before, ...part }));
  const submit = async () => {
    setMissing(plan.name.trim() === '');
    if (plan.name.trim() === '') return;
    setBusy(true);
    try {
      await (schedule ? replace(schedule, plan) : make(plan));
      announce(words.watch.schedules.saved(plan.name.trim()));
      onClose();
    } catch (error) {
      setProblems(problemsOf(error));
      setBusy(false);
    }
  };
  return (
    <Card title={schedule ? text.change(schedule.name) : text.title}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className="watch-form">
          <TextInput
            className="wide"
            label={text.name}
            required
            data-autofocus
            value={plan.name}
            error={missing && plan.name.trim() === '' ? text.nameMissing : null}
            classNames={{ error: 'watch-problem', required: 'watch-problem' }}
            onChange={({ currentTarget }) => put({ name: currentTarget.value })}
          />
          <When plan={plan} put={put} />
          <TextInput
            className="wide"
            label={text.inbox}
            description={text.inboxHint}
            value={plan.inbox ?? ''}
            onChange={({ currentTarget: { value } }) => put({ inbox: value === '' ? null : value })}
          />
          <Rules plan={plan} put={put} />
          <Switch
            className="wide"
            label={text.changedOnly}
            description={text.changedOnlyHint}
            checked={plan.changed_only === true}
            onChange={({ currentTarget }) => put({ changed_only: currentTarget.checked })}
          />
          <NumberInput
            label={text.limit}
            min={1}
            max={7 * 24 * 60}
            value={plan.time_limit_minutes}
            onChange={(value) => put({ time_limit_minutes: Number(value) })}
          />
          <NumberInput
            label={text.retries}
            min={0}
            max={10}
            value={plan.retries}
            onChange={(value) => put({ retries: Number(value) })}
          />
          <RecipientFields
            recipients={plan.recipients}
            onChange={(recipients) => put({ recipients })}
          />
          <Switch
            className="wide"
            label={text.enabled}
            checked={plan.enabled}
            onChange={({ currentTarget }) => put({ enabled: currentTarget.checked })}
          />
        </div>
        <div role="alert">
          {problems.map((problem) => (
            <Text key={problem} size="sm" mt="sm" className="watch-problem breaks">
              {problem}
            </Text>
          ))}
        </div>
        <Group gap="xs" mt="md">
          <Button size="sm" type="submit" loading={busy}>
            {text.save}
          </Button>
          <Button size="sm" variant="default" onClick={onClose}>
            {words.watch.cancel}
          </Button>
        </Group>
      </form>
    </Card>
  );
}

interface PartProps {
  plan: Plan;
  put: (part: Partial<Plan>) => void;
}

function When({ plan: { cron, timezone }, put }: PartProps) {
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

function Rules({ plan: { detectors }, put }: PartProps) {
  const { data } = useDetectors();
  return (
    <MultiSelect
      className="wide"
      label={text.detectors}
      description={text.detectorsHint}
      searchable
      clearable
      data={(data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
      value={detectors ?? []}
      onChange={(ids) => put({ detectors: ids.length === 0 ? null : ids })}
    />
  );
}

/** Field by field where the server says so. */
function problemsOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const fields = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  return [error.message, ...fields.map(({ where, problem }) => `${where}: ${problem}`)];
}
