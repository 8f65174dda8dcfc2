import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { acts } from '../../../domain/custody-acts.ts';
import { messages } from '../../../domain/messages/later.ts';
import type { Filter } from './audit-filter.ts';

const { filter: text, acts: names } = messages.auditPage;
const actChoices = acts.map((value) => ({ value, label: names[value] }));

interface AuditFiltersProps {
  first: Filter;
  people: readonly string[];
  onChange: (filter: Filter) => void;
}

/** Nothing is asked before one says so: what is asked of the log is recorded. */
export function AuditFilters({ first, people, onChange }: AuditFiltersProps) {
  const [filter, setFilter] = useState(first);
  const put = (name: keyof Filter) => (value: string | null) =>
    setFilter({ ...filter, [name]: value ?? '' });
  const field = (name: keyof Filter, type: 'text' | 'date' = 'text') => ({
    size: 'xs',
    type,
    label: text[name],
    value: filter[name] ?? '',
    onChange: (event: { currentTarget: HTMLInputElement }) => put(name)(event.currentTarget.value),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onChange(filter);
  };
  return (
    <form role="search" aria-label={text.label} onSubmit={submit}>
      <Group align="flex-start" gap="xs" my="sm">
        <Select
          size="xs"
          w={150}
          label={text.act}
          placeholder={text.any}
          clearable
          data={actChoices}
          value={filter.act ?? null}
          onChange={put('act')}
        />
        <Select
          size="xs"
          w={150}
          label={text.by}
          placeholder={text.any}
          clearable
          searchable
          data={[...new Set([...people, ...(filter.by ? [filter.by] : [])])]}
          value={filter.by ?? null}
          onChange={put('by')}
        />
        <TextInput {...field('since', 'date')} />
        <TextInput {...field('until', 'date')} />
        <TextInput
          {...field('text')}
          description={text.textHint}
          inputWrapperOrder={below}
          maxLength={200}
        />
        <TextInput
          {...field('thing')}
          description={text.thingHint}
          inputWrapperOrder={below}
          maxLength={300}
        />
        <Group gap="xs" mt={22}>
          <Button type="submit" size="xs">
            {text.apply}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setFilter({});
              onChange({});
            }}
          >
            {text.clear}
          </Button>
        </Group>
      </Group>
    </form>
  );
}

/** So that fields with a hint stand in a line with those without. */
const below: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];
