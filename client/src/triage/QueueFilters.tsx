import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { triageOrders } from '../../../domain/api/triage.ts';
import { me, nobody, triageKinds, triageStates } from '../../../domain/disposition.ts';
import { messages } from '../../../domain/messages/later.ts';
import type { QueueFilter } from './queue-queries.ts';

const text = messages.triage.page;

interface QueueFiltersProps {
  filter: QueueFilter;
  onChange: (filter: QueueFilter) => void;
}

/** What of the queue is shown, and in which order. */
export function QueueFilters({ filter, onChange }: QueueFiltersProps) {
  const put = (name: keyof QueueFilter) => (value: string) =>
    onChange({ ...filter, [name]: value === '' ? undefined : value });
  return (
    <Group gap="xs" mt={8} wrap="wrap" align="end">
      <Choice
        label={text.state}
        value={filter.state}
        onChange={put('state')}
        data={[
          { value: 'open', label: text.openStates },
          { value: '', label: text.anyState },
          ...triageStates.map((value) => ({ value, label: messages.triage.states[value] })),
        ]}
      />
      <Choice
        label={text.kind}
        value={filter.kind}
        onChange={put('kind')}
        data={[
          { value: '', label: text.anyKind },
          ...triageKinds.map((value) => ({ value, label: text.kindsMany[value] })),
        ]}
      />
      <Choice
        label={text.whose}
        value={filter.assignee}
        onChange={put('assignee')}
        data={[
          { value: '', label: text.anybody },
          { value: me, label: text.mine },
          { value: nobody, label: text.nobody },
        ]}
      />
      <Choice
        label={text.order}
        value={filter.sort}
        onChange={put('sort')}
        data={triageOrders.map((value) => ({ value, label: text.orders[value] }))}
      />
      <TextInput
        size="xs"
        type="search"
        label={text.text}
        placeholder={text.textHint}
        maxLength={200}
        value={filter.text ?? ''}
        onChange={({ currentTarget }) => put('text')(currentTarget.value)}
      />
      <Checkbox
        size="xs"
        label={messages.queue.each}
        checked={filter.findings !== 'rolled'}
        onChange={({ currentTarget }) =>
          onChange({ ...filter, findings: currentTarget.checked ? 'each' : 'rolled' })
        }
        mb={6}
      />
      <Checkbox
        size="xs"
        label={text.onlyNews}
        checked={filter.news === 'true'}
        onChange={({ currentTarget }) => put('news')(currentTarget.checked ? 'true' : '')}
        mb={6}
      />
    </Group>
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  onChange: (value: string) => void;
  data: { value: string; label: string }[];
}

function Choice({ label, value = '', onChange, data }: ChoiceProps) {
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      data={data}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
