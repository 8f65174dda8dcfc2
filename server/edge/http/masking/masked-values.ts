/** Of what rows say, what tells of nobody: figures, moments, countries, and words of a list that the schema has. */
import { columnsOf, nodeType, relationTypes } from '../../../../domain/schema/graph.ts';
import type { Column, NodeTypeName } from '../../../../domain/schema/schema.ts';
import { figure, time } from './plan.ts';

type Values = Record<string, unknown>;
type Columns = Readonly<Record<string, Column>>;

export function valuesOfNode(type: NodeTypeName, values: Values): Values {
  return telling(nodeType(type).columns, values);
}

/** Of what the program inferred, figures alone: its reasons are sentences. */
export function valuesOfRelation(type: string, values: Values): Values {
  const file = relationTypes.find((declared) => declared.type === type)?.file;
  if (file) return telling(columnsOf(file), values);
  return Object.fromEntries(Object.entries(values).filter(([, of]) => typeof of === 'number'));
}

function telling(columns: Columns, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => tellsOfNobody(columns[name], value)),
  );
}

/** Days may be birthdays, and whole numbers may be anything: of a text it is what is written that decides, too. */
function tellsOfNobody(column: Column | undefined, value: unknown): boolean {
  if (!column || column.personal || column.mask) return false;
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const text = String(value);
  switch (column.kind) {
    case 'enum':
      return column.values?.includes(text) ?? false;
    case 'country':
      return /^[A-Za-z]{2}$/.test(text);
    case 'currency':
      return /^[A-Za-z]{3}$/.test(text);
    case 'time':
      return time(text) !== '';
    case 'integer':
    case 'decimal':
      return figure(text) !== '';
    default:
      return false;
  }
}
