import { readCell } from '../../../domain/input/cell.ts';
import { columnsOf } from '../../../domain/schema/graph.ts';
import type { DateForm, FileMapping } from '../../../domain/mapping.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Head } from './head.ts';
import { plainName } from './plain-name.ts';
import type { Guess } from './text-form.ts';
import { wordSynonyms, wordsIn } from './vocabulary.ts';

const text = messages.intake.taken;

/** The filled cells of the file's columns that become contract columns of these kinds. */
function valuesOf(
  head: Head,
  file: FileName,
  columns: Readonly<Record<string, string>>,
  kinds: readonly string[],
): string[] {
  const known = columnsOf(file);
  return head.columns.flatMap((name, at) => {
    const column = columns[name] ?? name;
    return Object.hasOwn(known, column) && kinds.includes(known[column]!.kind)
      ? (head.values[at] ?? [])
      : [];
  });
}

/** How the file writes its dates: by a day beyond 12, or the count of its digits. */
export function guessDates(
  head: Head,
  file: FileName,
  columns: Readonly<Record<string, string>>,
): Guess<DateForm> {
  const values = valuesOf(head, file, columns, ['time', 'date']);
  const parts = values.flatMap((value) => {
    const match = /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}/.exec(value);
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  if (parts.length * 2 > values.length) {
    if (parts.some(([, second]) => second > 12))
      return { is: 'month-first', said: text.monthFirst };
    const sure = parts.some(([first]) => first > 12);
    return { is: 'day-first', said: sure ? text.dayFirst : text.dayFirstUnsure };
  }
  const digits = (length: number) =>
    values.length > 0 &&
    values.every((value) => new RegExp(`^\\d{${length}}(\\.\\d+)?$`).test(value));
  if (digits(10)) return { is: 'unix-seconds', said: text.unixSeconds };
  if (digits(13)) return { is: 'unix-milliseconds', said: text.unixMilliseconds };
  return { is: 'iso', said: null };
}

/** Whether times name no zone, so that somebody must say which one they are in. */
export function needsZone(
  head: Head,
  file: FileName,
  { columns, zone, dates = 'iso' }: Pick<FileMapping, 'columns' | 'zone' | 'dates'>,
): boolean {
  if (zone !== undefined || dates.startsWith('unix')) return false;
  const values = valuesOf(head, file, columns, ['time']);
  const bare = values.filter((value) => clockAlone.test(value) || dateAlone.test(value));
  return bare.length * 2 > values.length && values.length > 0;
}

const clockAlone = /[T ,]\d{1,2}[:h]\d\d(:\d\d([.,]\d+)?)?(\s*[ap]\.?m\.?)?$/i;
const dateAlone = /^[\d./-]{8,10}$/;

/** Whether decimals are written with a comma. */
export function guessComma(
  head: Head,
  file: FileName,
  columns: Readonly<Record<string, string>>,
): Guess<boolean> {
  const values = valuesOf(head, file, columns, ['decimal']);
  const is = values.some((value) => /^[+-]?\d[\d\s.'’]*,\d+$/.test(value));
  return { is, said: is ? text.decimalComma : null };
}

/** What the words of a column that the contract does not have most likely mean, by the contract's words. */
export function guessWords(
  values: readonly string[],
  allowed: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    strangeWords(values, allowed).flatMap((value) => {
      const plain = plainName(value);
      const meant = allowed.find(
        (word) => word === plain || wordsIn(wordSynonyms[word]).includes(plain),
      );
      return meant === undefined ? [] : [[value, meant] as const];
    }),
  );
}

/** The words of an enum's column that are not the contract's. */
export function strangeWords(values: readonly string[], allowed: readonly string[]): string[] {
  const seen = new Set(values.filter((value) => 'problem' in readCell('enum', value, allowed)));
  return [...seen].slice(0, mostWords);
}

/** A column with more different words is none of the enum's. */
const mostWords = 30;
