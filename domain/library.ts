/** How a query that comes with Skein is declared, beside its text. */
import type { Language } from './words/language.ts';
import type { ParameterKind, ParameterValue } from './query.ts';

export interface LibraryQuery<P extends string = string> {
  parameters: Readonly<
    Record<P, { kind: ParameterKind; default: ParameterValue; required: boolean }>
  >;
  tags: readonly string[];
  words: Readonly<
    Record<Language, { title: string; about: string; labels: Readonly<Record<P, string>> }>
  >;
}

/** Checks that every parameter has a label in every language. */
export function defineLibraryQuery<P extends string>(query: LibraryQuery<P>): LibraryQuery<P> {
  return query;
}

/** A value that must be given. */
export const asked = (kind: ParameterKind) => ({ kind, default: null, required: true }) as const;

/** A figure with its usual value. */
export const figure = (usual: number) =>
  ({ kind: 'number', default: usual, required: true }) as const;
