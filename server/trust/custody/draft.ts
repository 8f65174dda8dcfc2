/** What is recorded, before it is an entry of the custody log. */
import type { Act } from '../../../domain/custody-acts.ts';

/** A value that says something of a person: an entry holds its salted digest, the value is kept apart. */
export class Personal {
  readonly value: string;
  /** The nodes (`account:a17`) that it names or speaks of, by which it is found to be erased. */
  readonly about: readonly string[];

  constructor(value: string, about: readonly string[]) {
    this.value = value;
    this.about = about;
  }
}

export type Value =
  | null
  | boolean
  | number
  | string
  | Personal
  | readonly Value[]
  | { readonly [name: string]: Value };
type Facts = Readonly<Record<string, Value>>;

/** What is to be recorded; the log adds number, time and who acts. */
export interface Draft {
  act: Act;
  subject: Facts;
  before: Facts | null;
  after: Facts | null;
}
