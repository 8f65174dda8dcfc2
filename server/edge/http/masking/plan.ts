/**
 * How an answer is masked: field by field, so that a field of which nothing is said does not compile, and no text is let
 * through but what is said to be the program's own.
 */
import { messages } from '../../../../domain/messages/index.ts';
import type { Masker } from './masker.ts';

/** What is shown in the place of a value; `whole` is what it is a field of, as it was. */
export type Plan<T, W = unknown> = (value: T, masker: Masker, whole: W) => T;

/** `true` where any text could stand in it. */
type HasText<T> = T extends string
  ? string extends T
    ? true
    : never
  : T extends number | boolean | null | undefined
    ? never
    : T extends readonly (infer I)[]
      ? HasText<I>
      : T extends object
        ? { [K in keyof T]-?: HasText<T[K]> }[keyof T]
        : true;

/** Figures, and words of a list that the program has. */
export const asIs = Symbol('as it is');
/** An optional field that is not shown. */
export const leftOut = Symbol('left out');

type FieldPlan<T, W> =
  | Plan<Exclude<T, undefined>, W>
  | ([HasText<T>] extends [never] ? typeof asIs : never)
  | (undefined extends T ? typeof leftOut : never);

/** Of every field of `T`, and of no other. */
export type Fields<T, W = T> = { readonly [K in keyof T]-?: FieldPlan<T[K], W> };

/** What an answer has beyond the fields is not shown. */
export function shape<T extends object>(fields: Fields<T>): Plan<T> {
  const entries = Object.entries(fields) as [keyof T & string, unknown][];
  return (value, masker) => {
    const shown: Partial<T> = {};
    for (const [name, plan] of entries) {
      const part = value[name];
      if (part === undefined || plan === leftOut) continue;
      shown[name] = plan === asIs ? part : (plan as Plan<typeof part>)(part, masker, value);
    }
    return shown as T;
  };
}

export function list<I>(plan: Plan<I>): Plan<I[]> {
  return (items, masker, whole) => items.map((item) => plan(item, masker, whole));
}

export function maybe<T, W = unknown>(plan: Plan<T, W>): Plan<T | null, W> {
  return (value, masker, whole) => (value === null ? null : plan(value, masker, whole));
}

/** A list of which nothing is shown. */
export const none = <I>(): I[] => [];
export const nothing = (): null => null;
export const withheld = (): string => messages.masked.withheld;
export const blank = (): string => '';

/** The name of one of those who work here; who is looked into is none of them. */
export const colleague = (name: string): string => name;

/** An id, a version or a name that the program gives. What is written otherwise is not one. */
export const word = (text: string): string => (/^[\w.:+-]{1,100}$/.test(text) ? text : '');

/** A day or a moment. */
export const time = (text: string): string =>
  /^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)?)?$/.test(text) ? text : '';

/** A figure that is written exactly. */
export const figure = (text: string): string => (/^-?\d+(?:\.\d+)?$/.test(text) ? text : '');

/** Of a record of anything, the figures. */
export function figures(values: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(values).filter(
    ([name, value]) => /^[a-z_]+$/.test(name) && ['number', 'boolean'].includes(typeof value),
  );
  return Object.fromEntries(kept);
}

export const account: Plan<string> = (id, masker) => masker.account(id);
export const finding: Plan<string> = (id, masker) => masker.found('finding', id);
export const cluster: Plan<string> = (id, masker) => masker.found('cluster', id);
export const cursor: Plan<string | null> = (text, masker) =>
  text === null ? null : masker.cursor(text);
