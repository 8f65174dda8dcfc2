/** Whether a pattern says only what the schema has: nothing else is made a query of. */
import type { NodeTypeName } from '../schema/schema.ts';
import type { Given, Pattern, PatternCondition, PatternStep, PatternWindow } from './pattern.ts';
import {
  columnsOfRelation,
  columnsOfType,
  hasTime,
  historyOf,
  patternTypes,
  takesValue,
  testsOf,
  wayOf,
  type AskedColumn,
} from './vocabulary.ts';

/** The time asked for, which every window before it needs; no value may be named so. */
export const asOfName = 'as_of';

/** `where`: as paths into JSON, such as `branches.0.steps.1.relation`. */
export interface PatternFault {
  where: string;
  fault: 'type' | 'relation' | 'column' | 'test' | 'value' | 'window' | 'name';
  /** What the schema does not have. */
  what: string;
}

export function faultsOf({ type, on, branches }: Pattern): PatternFault[] {
  const steps = branches.flatMap(({ steps: own }, branch) => {
    let from = type;
    return own.flatMap((step, at) => {
      const found = faultsOfStep(step, from, `branches.${branch}.steps.${at}`);
      from = step.type;
      return found;
    });
  });
  return [
    ...(patternTypes.includes(type) ? [] : [{ where: 'type', fault: 'type', what: type } as const]),
    ...faultsOfNode(on, type, 'on'),
    ...steps,
    ...faultsOfNames({ type, on, branches }),
  ];
}

function faultsOfStep(step: PatternStep, from: NodeTypeName, where: string): PatternFault[] {
  const { relation, window, newly, count } = step;
  if (!wayOf(from, step))
    return [{ where: `${where}.relation`, fault: 'relation', what: relation }];
  const timed = hasTime(relation);
  const columns = columnsOfRelation(relation);
  return [
    ...faultsOfNode(step.on, step.type, `${where}.on`),
    ...step.of.flatMap((one, at) => faultsOfCondition(one, columns, false, `${where}.of.${at}`)),
    ...((window !== null || newly) && !timed
      ? [{ where: `${where}.window`, fault: 'window', what: relation } as const]
      : []),
    ...faultsOfWindow(window, `${where}.window`),
    ...(isWhole(count.n) ? [] : [valueFault(`${where}.count.n`, count.n)]),
  ];
}

function faultsOfNode(on: readonly PatternCondition[], type: NodeTypeName, where: string) {
  const columns = columnsOfType(type);
  const changes = historyOf(type) !== null;
  return on.flatMap((one, at) => faultsOfCondition(one, columns, changes, `${where}.${at}`));
}

function faultsOfCondition(
  { column, test, value, window }: PatternCondition,
  columns: readonly AskedColumn[],
  changes: boolean,
  where: string,
): PatternFault[] {
  const asked = columns.find(({ name }) => name === column);
  if (!asked) return [{ where: `${where}.column`, fault: 'column', what: column }];
  if (!testsOf(asked, changes).includes(test))
    return [{ where: `${where}.test`, fault: 'test', what: test }];
  if (takesValue(test) && (value === null || !fits(value, asked)))
    return [valueFault(`${where}.value`, value)];
  if (window !== null && test !== 'changed')
    return [{ where: `${where}.window`, fault: 'window', what: column }];
  return faultsOfWindow(window, `${where}.window`);
}

function fits({ value }: Given, { kind, values }: AskedColumn): boolean {
  const isNumber = kind === 'decimal' || kind === 'integer';
  if (isNumber) return typeof value === 'number' && Number.isFinite(value);
  if (typeof value !== 'string' || value === '') return false;
  if (kind === 'time' || kind === 'date') return isTime(value);
  return kind !== 'enum' || values.includes(value);
}

function faultsOfWindow(window: PatternWindow | null, where: string): PatternFault[] {
  if (window === null) return [];
  switch (window.kind) {
    case 'month':
      return isPeriod(window.month.value) ? [] : [valueFault(`${where}.month`, window.month)];
    case 'last':
      return isWhole(window.days) ? [] : [valueFault(`${where}.days`, window.days)];
    case 'between':
      return (['from', 'until'] as const)
        .filter((end) => !isTime(window[end].value))
        .map((end) => valueFault(`${where}.${end}`, window[end]));
  }
}

/** A value that is asked for by one name in two places is one value. */
function faultsOfNames(pattern: Pattern): PatternFault[] {
  const kinds = new Map<string, string>();
  return givensOf(pattern).flatMap(({ name, value }) => {
    if (name === null) return [];
    const known = kinds.get(name);
    kinds.set(name, typeof value);
    const differs = known !== undefined && known !== typeof value;
    return differs || name === asOfName ? [{ where: '', fault: 'name', what: name } as const] : [];
  });
}

/** Every value in a pattern, in the order in which it is said. */
export function givensOf({ on, branches }: Pattern): Given[] {
  const steps = branches.flatMap((branch) => branch.steps);
  return [
    ...on.flatMap(ofCondition),
    ...steps.flatMap((step) => [
      ...(step.count.test === 'none' ? [] : [step.count.n]),
      ...ofWindow(step.window),
      ...[...step.of, ...step.on].flatMap(ofCondition),
    ]),
  ];
}

function ofCondition({ value, window }: PatternCondition): Given[] {
  return [...(value === null ? [] : [value]), ...ofWindow(window)];
}

function ofWindow(window: PatternWindow | null): Given[] {
  if (window === null) return [];
  if (window.kind === 'month') return [window.month];
  return window.kind === 'last' ? [window.days] : [window.from, window.until];
}

function isWhole({ value }: Given): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

const isTime = (value: Given['value']) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?$/.test(value);

const isPeriod = (value: Given['value']) =>
  typeof value === 'string' && /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value);

function valueFault(where: string, value: Given | null): PatternFault {
  return { where, fault: 'value', what: String(value?.value ?? '') };
}
