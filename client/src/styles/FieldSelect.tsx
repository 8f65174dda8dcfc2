import { NativeSelect } from '@mantine/core';
import { messages } from '../../../domain/messages/later.ts';
import { isMeasure, type Field } from './fields.ts';

const text = messages.lookRules;

interface FieldSelectProps {
  label: string;
  fields: readonly Field[];
  value: string;
  onChange: (id: string) => void;
  /** What stands there while nothing is chosen. */
  placeholder?: string;
}

/** What to go by, in groups: what is reckoned here, what the graph has, the columns of each type. */
export function FieldSelect({ label, fields, value, onChange, placeholder }: FieldSelectProps) {
  const types = [...new Set(fields.flatMap(({ column }) => (column ? [column.type] : [])))];
  const items = (some: readonly Field[]) =>
    some.map(({ id, label: own }) => ({ value: id, label: own }));
  const groups = [
    { group: text.measured, items: items(fields.filter(({ id }) => isMeasure(id))) },
    { group: text.own, items: items(fields.filter(({ id, column }) => !column && !isMeasure(id))) },
    ...types.map((type) => ({
      group: text.columns(messages.schema.nodes[type].many),
      items: items(fields.filter(({ column }) => column?.type === type)),
    })),
  ].filter((group) => group.items.length > 0);
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      data={placeholder === undefined ? groups : [{ value: '', label: placeholder }, ...groups]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
