/** A saved phrase completed by what a person types: `accounts that share a payout with at least {n} others`. */
import type { ParameterValue, ParameterValues, QueryParameter } from '../query.ts';

export interface Completion {
  /** The phrase with the values that were typed, else the usual ones. */
  says: string;
  /** The values that were typed; the others are as usual. */
  values: ParameterValues;
  /** All of it was typed: it can be asked. */
  complete: boolean;
}

const placeholder = /\{([a-z][a-z0-9_]*)\}/g;

/** Null where what is typed is not the phrase, nor words of it. */
export function completed(
  phrase: string,
  parameters: readonly QueryParameter[],
  typed: string,
): Completion | null {
  const values = valuesTyped(phrase, parameters, typed);
  if (values) return { says: filled(phrase, parameters, values), values, complete: true };
  if (!isBegun(phrase, typed)) return null;
  return { says: filled(phrase, parameters, {}), values: {}, complete: false };
}

/** What stands in the places of the braces, each read as its kind; null where something else was typed. */
function valuesTyped(
  phrase: string,
  parameters: readonly QueryParameter[],
  typed: string,
): ParameterValues | null {
  const names = [...phrase.matchAll(placeholder)].map((found) => found[1]!);
  const parts = phrase.split(placeholder).filter((_, at) => at % 2 === 0);
  const pattern = parts.map(escaped).join('(.+?)');
  const found = new RegExp(`^\\s*${pattern}\\s*$`, 'iu').exec(typed);
  if (!found) return null;
  const values: [string, ParameterValue][] = [];
  for (const [at, name] of names.entries()) {
    const kind = parameters.find((one) => one.name === name)?.kind;
    const value = kind && valueRead(kind, found[at + 1]!.trim());
    if (value === undefined || value === null) return null;
    values.push([name, value]);
  }
  return Object.fromEntries(values);
}

function valueRead(kind: QueryParameter['kind'], typed: string): ParameterValue {
  if (kind !== 'number') return typed;
  return /^-?\d+(?:\.\d+)?$/.test(typed) ? Number(typed) : null;
}

/** Every word that was typed begins one of the phrase, or is a number. */
function isBegun(phrase: string, typed: string): boolean {
  const own = wordsOf(phrase);
  const words = wordsOf(typed);
  return words.some((word) => own.some((one) => one.startsWith(word)))
    ? words.every((word) => /^\d/.test(word) || own.some((one) => one.startsWith(word)))
    : false;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** The phrase with values in the places of its braces. */
export function filled(
  phrase: string,
  parameters: readonly QueryParameter[],
  values: ParameterValues,
): string {
  return phrase.replace(placeholder, (whole, name: string) => {
    const usual = parameters.find((one) => one.name === name)?.default;
    const value = values[name] ?? usual;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
}

const escaped = (text: string) =>
  text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
