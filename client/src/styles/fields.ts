import type { CellKind } from '../../../domain/schema/cell-kinds.ts';
import { nodeType } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/later.ts';
import { outOf100 } from '../../../domain/score.ts';
import { columnName, day, readableCell } from '../theme/formats.ts';

const text = messages.lookRules;

/** What is reckoned of all that is drawn together. */
export const measures = [
  'drawn.links',
  'drawn.betweenness',
  'drawn.pagerank',
  'drawn.community',
] as const;
export type Measure = (typeof measures)[number];

/** What each node has without being asked for. */
const known = ['score', 'links.all', 'cluster', 'money.received', 'money.sent', 'age'] as const;
export type KnownField = (typeof known)[number];

/** `time`: milliseconds; `kind`: a word, of which each is a kind. */
export type FieldKind = 'number' | 'time' | 'kind';

/** What a rule or a range may go by. */
export interface Field {
  id: string;
  kind: FieldKind;
  label: string;
  /** What it means, in plain words. */
  about: string;
  /** Of a column: the type that has it. */
  column: { type: NodeTypeName; name: string } | null;
}

export function isMeasure(id: string): id is Measure {
  return (measures as readonly string[]).includes(id);
}

const kinds: Partial<Record<CellKind, FieldKind>> = {
  integer: 'number',
  decimal: 'number',
  time: 'time',
  date: 'time',
  enum: 'kind',
  text: 'kind',
  currency: 'kind',
  id: 'kind',
  ip: 'kind',
};

/** Where somebody comes from, lives or which language they speak is never evidence, and no look may make it seem so. */
const neverLooks =
  /nationality|country|language|locale|timezone|city|address|birth|ethnic|religion/;

/** Whether a column may say how nodes are drawn. */
export function mayBeLook(name: string, kind: CellKind): boolean {
  return kind !== 'country' && !neverLooks.test(name) && kinds[kind] !== undefined;
}

/** What there is to go by where nodes of these types are drawn. `currency`: of the money; null where none moved. */
export function fieldsFor(types: readonly NodeTypeName[], currency: string | null): Field[] {
  const own = [...known, ...measures]
    .filter((id) => currency !== null || !id.startsWith('money.'))
    .filter((id) => types.includes('account') || !ofAccounts.has(id));
  return [...own.map((id) => generalField(id, currency)), ...types.flatMap(columnsOfType)];
}

const ofAccounts = new Set<string>(['score', 'cluster', 'age']);
const ofKinds = new Set<string>(['cluster', 'drawn.community']);

function generalField(id: KnownField | Measure, currency: string | null): Field {
  const { label, about } = text.fields[id];
  return {
    id,
    kind: ofKinds.has(id) ? 'kind' : 'number',
    label: id.startsWith('money.') ? `${label} (${currency ?? ''})` : label,
    about,
    column: null,
  };
}

function columnsOfType(type: NodeTypeName): Field[] {
  const { columns, key } = nodeType(type);
  return Object.entries(columns)
    .filter(([name, { kind }]) => mayBeLook(name, kind) && !(key.length === 1 && key[0] === name))
    .map(([name, { kind, about }]) => ({
      id: `column:${type}.${name}`,
      kind: kinds[kind] ?? 'kind',
      label: text.columnOf(messages.schema.nodes[type].many, columnName(name)),
      about,
      column: { type, name },
    }));
}

/** A value as it is read in the legend and behind a name. */
export function saysValue({ id, kind, column }: Field, value: number | string): string {
  if (typeof value === 'string')
    return column ? readableCell(value, nodeType(column.type).columns[column.name]) : value;
  if (id === 'score') return String(outOf100(value));
  if (kind === 'time') return day(new Date(value).toISOString()) ?? '';
  return value.toLocaleString(
    messages.page.locale,
    Number.isInteger(value) ? {} : { maximumSignificantDigits: 3 },
  );
}
