/** A saved phrase completed by what a person types: `accounts that share a payout with at least {n} others`. */
import type { ParameterValue, ParameterValues, QueryParameter } from '../query.ts';

export interface Completion {
  /** The phrase with the values that were typed, else the usual ones. */
  says: string;
  /** The values that were typed or chosen; the others are as usual. */
  values: ParameterValues;
  /** All of it was typed: it can be asked. */
  complete: boolean;
  /** Where in `says` the first value stands that is still the usual one; null where none is. */
  usual: { from: number; to: number } | null;
}

/** By parameter, the values that it may have or usually has, where they can be listed. */
export type Choices = Readonly<Record<string, readonly string[]>>;

const placeholder = /\{([a-z][a-z0-9_]*)\}/g;

/**
 * Empty where what is typed is not the phrase, nor words of it. Where somebody is writing a value of which the choices
 * are known, one for each that it begins.
 */
export function completions(
  phrase: string,
  parameters: readonly QueryParameter[],
  typed: string,
  choices: Choices = {},
): Completion[] {
  const complete = (values: ParameterValues, isComplete: boolean): Completion => ({
    ...filled(phrase, parameters, values),
    ...{ values, complete: isComplete },
  });
  const read = readAtValue(phrase, typed) ?? readBegun(phrase, typed);
  if (read) {
    const values = valuesOfKind(parameters, read.values);
    if (!values) return isBegun(phrase, typed) ? [complete({}, false)] : [];
    const { writing } = read;
    if (writing === null) return [complete(values, read.whole)];
    const offered = (choices[writing.name] ?? []).filter((choice) =>
      choice.toLowerCase().startsWith(writing.typed.toLowerCase()),
    );
    const own = valuesOfKind(parameters, [[writing.name, writing.typed]]) ?? {};
    const isChoice = offered.includes(writing.typed);
    const others = offered
      .filter((choice) => choice !== writing.typed)
      .map((choice) => complete({ ...values, [writing.name]: choice }, false));
    // What is no choice is still asked: the list may be of usual values alone.
    if (offered.length > 0 && !isChoice && !read.whole) return others;
    return [complete({ ...values, ...own }, read.whole), ...others];
  }
  return isBegun(phrase, typed) ? [complete({}, false)] : [];
}

interface Begun {
  values: [name: string, typed: string][];
  /** The value that is being written, which ends what is typed. */
  writing: { name: string; typed: string } | null;
  whole: boolean;
}

/** Just before a value, as a search without the space at its end is: what is written next is that. */
function readAtValue(phrase: string, typed: string): Begun | null {
  const read = readBegun(phrase, `${typed.trimEnd()} `);
  return read?.writing?.typed === '' ? read : null;
}

/** What was typed, read as the phrase from its beginning; null where it begins otherwise. */
function readBegun(phrase: string, typed: string): Begun | null {
  const names = [...phrase.matchAll(placeholder)].map((found) => found[1]!);
  const parts = phrase
    .split(placeholder)
    .filter((_, at) => at % 2 === 0)
    .map(plain);
  let rest = typed.trimStart().replaceAll(/\s+/g, ' ');
  const values: [string, string][] = [];
  for (const [at, part] of parts.entries()) {
    const name = names[at];
    if (!begins(rest, part)) {
      const whole =
        at === parts.length - 1 && begins(part, rest.trimEnd()) && part === rest.trimEnd();
      return begins(part, rest) ? { values, writing: null, whole } : null;
    }
    rest = rest.slice(part.length);
    if (name === undefined)
      return rest.trim() === '' ? { values, writing: null, whole: true } : null;
    const next = parts[at + 1]!;
    const end = next === '' ? -1 : rest.toLowerCase().indexOf(next.toLowerCase(), 1);
    const last = at === names.length - 1;
    if (end > 0 && !(last && rest.slice(end + next.length).trim() !== '')) {
      values.push([name, rest.slice(0, end).trim()]);
      rest = rest.slice(end);
      continue;
    }
    const cut = cutOff(rest, next);
    if (cut > 0) {
      values.push([name, rest.slice(0, cut).trim()]);
      return { values, writing: null, whole: false };
    }
    const whole = next === '' && last && rest.trim() !== '';
    return { values, writing: { name, typed: rest.trim() }, whole };
  }
  return null;
}

/** Where the beginning of what follows a value begins to be typed; -1 where it does not. */
function cutOff(rest: string, next: string): number {
  for (let at = 1; at < rest.length; at += 1)
    if (next.length > 1 && rest.length - at > 1 && begins(next, rest.slice(at))) return at;
  return -1;
}

const begins = (text: string, beginning: string) =>
  text.toLowerCase().startsWith(beginning.toLowerCase());

const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

/** Each read as its kind; a name in braces stands for the usual value. Null where something else was typed. */
function valuesOfKind(
  parameters: readonly QueryParameter[],
  typed: readonly [string, string][],
): ParameterValues | null {
  const values: [string, ParameterValue][] = [];
  for (const [name, text] of typed) {
    if (text === `{${name}}`) continue;
    const kind = parameters.find((one) => one.name === name)?.kind;
    const value = kind && text !== '' ? valueRead(kind, text) : null;
    if (value === null) return null;
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
  parameters: readonly Pick<QueryParameter, 'name' | 'default'>[],
  values: ParameterValues,
): Pick<Completion, 'says' | 'usual'> {
  let says = '';
  let end = 0;
  let usual: Completion['usual'] = null;
  for (const found of phrase.matchAll(placeholder)) {
    const [whole, name] = found as unknown as [string, string];
    const known = parameters.find((one) => one.name === name)?.default;
    const value = values[name] ?? known;
    says += phrase.slice(end, found.index);
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
    if (!Object.hasOwn(values, name))
      usual ??= { from: says.length, to: says.length + text.length };
    says += text;
    end = found.index + whole.length;
  }
  return { says: says + phrase.slice(end), usual };
}
