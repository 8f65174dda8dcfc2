import type { Translated } from './translated.ts';

/**
 * What a language other than English gives of these words: any of them, none that English has not, and functions of
 * the same parameters. A list of texts is given whole.
 */
export type Given<T> = T extends (...given: never) => unknown
  ? Translated<T>
  : T extends readonly unknown[]
    ? Translated<T>
    : T extends object
      ? { readonly [K in keyof T]?: Given<T[K]> }
      : Translated<T>;

/** The words with those that are given in their place, part by part and text by text. */
export function withGiven<T>(words: T, its: Given<NoInfer<T>> | undefined): T {
  if (its === undefined) return words;
  if (!isPart(words) || !isPart(its)) return its as T;
  const texts = Object.entries(its).map(([key, one]): [string, unknown] => [
    key,
    withGiven((words as Readonly<Record<string, unknown>>)[key], one as undefined),
  ]);
  return { ...words, ...Object.fromEntries(texts) };
}

/** Holds texts of its own; lists of texts are read whole. */
export function isPart(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
