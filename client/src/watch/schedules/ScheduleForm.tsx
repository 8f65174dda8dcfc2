import {
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Switch,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import type { Plan, Schedule } from '../../../../domain/input/schedule.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { problemsOf } from '../../api/problems-of.ts';
import { useDetectors } from '../../api/queries.ts';
import { useAnnounce } from '../../news/announcements.tsx';
import { Allowed } from '../Allowed.tsx';
import { Card } from '../Card.tsx';
import { linesOf, readLines } from './parameter-lines.ts';
import { newPlan, planOf } from './plan.ts';
import { RecipientFields } from './RecipientFields.tsx';
import { useScheduling } from './schedule-queries.ts';
import { WhenFields, type PartProps } from './WhenFields.tsx';

const text = messages.watch.form;

interface ScheduleFormProps {
  /** Null for a new one. */
  schedule: Schedule | null;
  onClose: () => void;
}

/** Makes or changes a schedule; what was written stays when it could not be kept. */
export function ScheduleForm({ schedule, onClose }: ScheduleFormProps) {
  const [plan, setPlan] = useState<Plan>(schedule ? planOf(schedule) : newPlan);
  const [lines, setLines] = useState(() => linesOf(plan.parameters));
  const detectors = useDetectors();
  const [missing, setMissing] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const { make, replace } = useScheduling();
  const announce = useAnnounce();
  const put = (part: Partial<Plan>) => setPlan((before) => ({ ...before, ...part }));
  const submit = async () => {
    setMissing(plan.name.trim() === '');
    if (plan.name.trim() === '') return;
    const read = readLines(lines, detectors.data?.items ?? []);
    if ('wrong' in read) {
      setProblems([text.parametersForm(read.wrong)]);
      return;
    }
    const whole = { ...plan, parameters: read.changes };
    setBusy(true);
    try {
      await (schedule ? replace(schedule, whole) : make(whole));
      announce(messages.watch.schedules.saved(plan.name.trim()));
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
          <WhenFields plan={plan} put={put} />
          <TextInput
            className="wide"
            label={text.inbox}
            description={text.inboxHint}
            value={plan.inbox ?? ''}
            onChange={({ currentTarget: { value } }) => put({ inbox: value === '' ? null : value })}
          />
          <Allowed kinds={['inboxes.folders']} onTake={(inbox) => put({ inbox })} />
          <Rules plan={plan} put={put} />
          <Textarea
            className="wide"
            label={text.parameters}
            description={text.parametersHint}
            autosize
            minRows={1}
            maxRows={10}
            value={lines}
            onChange={({ currentTarget }) => setLines(currentTarget.value)}
          />
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
            {messages.watch.cancel}
          </Button>
        </Group>
      </form>
    </Card>
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
