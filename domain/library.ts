/** How a query that comes with Skein is declared, beside its text. */
import type { Given } from './given.ts';
import type { ParameterKind, ParameterValue } from './query.ts';

export interface LibraryQuery<P extends string = string> {
  parameters: Readonly<
    Record<P, { kind: ParameterKind; default: ParameterValue; required: boolean }>
  >;
  tags: readonly string[];
  messages: LibraryQueryMessages<P>;
}

/** What a query says to a person, in English; other languages have it in `languages/<tag>/library/<id>.ts`. */
interface LibraryQueryMessages<P extends string> {
  title: string;
  about: string;
  labels: Readonly<Record<P, string>>;
}

/** What another language says of a query; all else is said in English. */
export type LibraryQueryIn<Q> =
  Q extends LibraryQuery<infer P> ? Given<LibraryQueryMessages<P>> : never;

/** Checks that every parameter has a label. */
export function defineLibraryQuery<P extends string>(query: LibraryQuery<P>): LibraryQuery<P> {
  return query;
}

/** A value that must be given. */
export const asked = (kind: ParameterKind) => ({ kind, default: null, required: true }) as const;

/** A figure with its usual value. */
export const figure = (usual: number) =>
  ({ kind: 'number', default: usual, required: true }) as const;
