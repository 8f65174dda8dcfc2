import type { TableColumn } from './table-columns.ts';

/** What a column must be for a row to show. Ends of a range that are '' are open; a day is meant to its end. */
export type Condition =
  | { is: 'contains'; text: string }
  | { is: 'empty' }
  | { is: 'filled' }
  | { is: 'between'; from: string; to: string };

export type Conditions = Readonly<Record<string, Condition>>;

/** The conditions with that of one column set, or taken away. */
export function withCondition(
  conditions: Conditions,
  column: string,
  condition: Condition | null,
): Conditions {
  const others = Object.entries(conditions).filter(([key]) => key !== column);
  return Object.fromEntries(condition ? [...others, [column, condition]] : others);
}

/** Rows in which some column contains the words, and every column is as it must be. */
export function filtered<T>(
  rows: readonly T[],
  columns: readonly TableColumn<T>[],
  words: string,
  conditions: Conditions,
): readonly T[] {
  const wanted = folded(words.trim());
  const asked = columns.flatMap((column) => {
    const condition = Object.hasOwn(conditions, column.key) ? conditions[column.key] : undefined;
    return condition ? [{ column, condition }] : [];
  });
  if (wanted === '' && asked.length === 0) return rows;
  return rows.filter(
    (row) =>
      asked.every(({ column, condition }) => holds(row, column, condition)) &&
      (wanted === '' || columns.some(({ says }) => folded(says(row)).includes(wanted))),
  );
}

function holds<T>(row: T, column: TableColumn<T>, condition: Condition): boolean {
  const value = column.value(row);
  switch (condition.is) {
    case 'contains':
      return folded(column.says(row)).includes(folded(condition.text.trim()));
    case 'empty':
      return value === null;
    case 'filled':
      return value !== null;
    case 'between':
      return value !== null && isBetween(value, column.kind, condition);
  }
}

function isBetween(
  value: string | number,
  kind: TableColumn<unknown>['kind'],
  { from, to }: { from: string; to: string },
): boolean {
  if (kind === 'number') {
    const number = Number(value);
    return (from === '' || number >= Number(from)) && (to === '' || number <= Number(to));
  }
  const day = String(value).slice(0, 10);
  return (from === '' || day >= from) && (to === '' || day <= to);
}

/** So that case and accents make no difference. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
