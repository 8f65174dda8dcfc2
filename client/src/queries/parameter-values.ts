import { nodeType, parseRef } from '../../../domain/schema/graph.ts';
import type { ParameterValue, ParameterValues, QueryParameter } from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/browser.ts';

/** What stands in a form's fields, as typed. */
export type Typed = Readonly<Record<string, string>>;

const text = messages.queries.form;

/** The parameters that a text takes, each as its form describes it; those that no form describes are texts. */
export function fieldsOf(
  names: readonly string[],
  described: readonly QueryParameter[],
): QueryParameter[] {
  return names.map(
    (name) =>
      described.find((one) => one.name === name) ?? {
        name,
        kind: 'text',
        label: `$${name}`,
        default: null,
        required: true,
      },
  );
}

/** A value as it would be typed. */
export function typedValue({ kind }: QueryParameter, value: ParameterValue): string {
  if (value === null) return '';
  if (kind === 'list' && Array.isArray(value)) return value.map(String).join('\n');
  if (kind === 'node' && typeof value === 'object' && !Array.isArray(value))
    return [value['type'], value['id']].filter((part) => typeof part === 'string').join(':');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export interface ReadForm {
  values: ParameterValues;
  /** By the parameter's name, what is wrong with what was typed. */
  faults: Readonly<Record<string, string>>;
}

/**
 * What was typed, as the query takes it. Values that no field can show as they are (`given`, of the program's own
 * queries) stay as they came until somebody types.
 */
export function readForm(
  fields: readonly QueryParameter[],
  typed: Typed,
  given: ParameterValues,
): ReadForm {
  const values: [string, ParameterValue][] = [];
  const faults: [string, string][] = [];
  for (const field of fields) {
    const own = given[field.name] ?? null;
    const entry = typed[field.name] ?? typedValue(field, field.default);
    if (own !== null && entry === typedValue(field, own)) values.push([field.name, own]);
    else {
      const read = readValue(field, entry);
      if ('fault' in read) faults.push([field.name, read.fault]);
      else values.push([field.name, read.value]);
    }
  }
  return { values: Object.fromEntries(values), faults: Object.fromEntries(faults) };
}

type ReadValue = { value: ParameterValue } | { fault: string };

function readValue({ kind, required }: QueryParameter, typed: string): ReadValue {
  const trimmed = typed.trim();
  if (kind === 'boolean') return { value: trimmed === 'true' };
  if (trimmed === '') return required ? { fault: text.needed } : { value: null };
  switch (kind) {
    case 'number':
      return Number.isFinite(Number(trimmed))
        ? { value: Number(trimmed) }
        : { fault: text.badNumber };
    case 'node':
      return nodeValue(trimmed);
    case 'time':
      return Number.isNaN(Date.parse(trimmed))
        ? { fault: text.badTime }
        : { value: new Date(trimmed).toISOString() };
    case 'list':
      return { value: trimmed.split('\n').map((line) => line.trim()) };
    default:
      return { value: trimmed };
  }
}

/** With its label, which a query can compare. */
function nodeValue(typed: string): ReadValue {
  const ref = parseRef(typed);
  if (!ref) return { fault: text.badNode };
  return { value: { type: ref.type, label: nodeType(ref.type).label, id: ref.id } };
}
