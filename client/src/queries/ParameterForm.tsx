import { Checkbox, Textarea, TextInput } from '@mantine/core';
import type { QueryParameter } from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/browser.ts';
import type { Typed } from './parameter-values.ts';

const text = messages.queries.form;

interface ParameterFormProps {
  fields: readonly QueryParameter[];
  typed: Typed;
  /** Shown once somebody tried to run. */
  faults: Readonly<Record<string, string>>;
  onType: (name: string, value: string) => void;
  onRun: () => void;
}

/** A field for each value that the query takes; Enter runs it. */
export function ParameterForm({ fields, typed, faults, onType, onRun }: ParameterFormProps) {
  if (fields.length === 0) return null;
  return (
    <form
      className="query-form"
      aria-label={text.title}
      onSubmit={(event) => {
        event.preventDefault();
        onRun();
      }}
    >
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          typed={typed[field.name] ?? ''}
          fault={faults[field.name]}
          onType={(value) => onType(field.name, value)}
        />
      ))}
      <input type="submit" hidden />
    </form>
  );
}

interface FieldProps {
  field: QueryParameter;
  typed: string;
  fault: string | undefined;
  onType: (value: string) => void;
}

function Field({ field: { kind, label, required }, typed, fault, onType }: FieldProps) {
  const given = { size: 'xs', label, error: fault, 'data-kind': kind } as const;
  if (kind === 'boolean')
    return (
      <Checkbox
        {...given}
        checked={typed === 'true'}
        onChange={(event) => onType(String(event.currentTarget.checked))}
      />
    );
  if (kind === 'list')
    return (
      <Textarea
        {...given}
        required={required}
        placeholder={text.list}
        autosize
        maxRows={4}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    );
  return (
    <TextInput
      {...given}
      withAsterisk={required}
      type={kind === 'date' ? 'date' : 'text'}
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      placeholder={placeholders[kind] ?? ''}
      value={typed}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}

const placeholders: Readonly<Partial<Record<QueryParameter['kind'], string>>> = {
  account: text.account,
  node: text.node,
  time: text.time,
};
