/** What somebody hostile hands in, or has others look at, by where it would do harm. */
export const hostileKinds = [
  'query',
  'table',
  'bundle',
  'header',
  'address',
  'folder',
  'page',
  'report',
  'mail',
  'cell',
  'picture',
  'pdf',
] as const;
export type HostileKind = (typeof hostileKinds)[number];

/** An input that a test tried, a line of JSON each. */
export interface TriedInput {
  kind: HostileKind;
  /** Tells inputs of one kind apart. */
  input: string;
  /** The test's name, and its file, from which it is known whether it was let through. */
  test: string;
  file: string;
}
