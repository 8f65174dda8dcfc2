/** What the values that a pattern asks for may be, as far as that can be listed: for whoever types one. */
import type { Choices } from './completing.ts';
import type { Given, Pattern, PatternCondition, PatternWindow } from './pattern.ts';
import { columnsOfRelation, columnsOfType, type AskedColumn } from './vocabulary.ts';

/** A year of months is as far back as a list helps. */
const mostMonths = 12;

/** Words of a fixed choice; of a month those before `now`, the latest first. */
export function choicesOf({ type, on, branches }: Pattern, now: Date): Choices {
  const steps = branches.flatMap((branch) => branch.steps);
  const months = (window: PatternWindow | null) =>
    window?.kind === 'month' ? named(window.month, monthsBefore(now)) : [];
  const conditions = (all: readonly PatternCondition[], columns: readonly AskedColumn[]) =>
    all.flatMap(({ column, value, window }) => [
      ...named(value, columns.find(({ name }) => name === column)?.values ?? []),
      ...months(window),
    ]);
  return Object.fromEntries([
    ...conditions(on, columnsOfType(type)),
    ...steps.flatMap((step) => [
      ...months(step.window),
      ...conditions(step.of, columnsOfRelation(step.relation)),
      ...conditions(step.on, columnsOfType(step.type)),
    ]),
  ]);
}

function named(given: Given | null, values: readonly string[]): [string, readonly string[]][] {
  const name = given?.name ?? null;
  return name !== null && values.length > 0 ? [[name, values]] : [];
}

function monthsBefore(now: Date): string[] {
  return Array.from({ length: mostMonths }, (_, at) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - at)).toISOString().slice(0, 7),
  );
}
