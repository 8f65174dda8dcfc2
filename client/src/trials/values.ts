import type { DetectorInfo, RankingInfo } from '../../../domain/answers.ts';
import type { ParameterRevision, ParameterValue, Values } from '../../../domain/parameters.ts';

/** What has parameters: a detector, or the order of clusters. */
export type Tunable = Pick<DetectorInfo | RankingInfo, 'id' | 'title' | 'parameters' | 'names'>;

/** With the last change of its parameters; null while all are as declared from the beginning. */
export interface Tuned extends Tunable {
  in_force: ParameterRevision | null;
}

/** What stands in the fields, by name of the parameter. */
export type Written = Readonly<Record<string, string>>;

/** The values that the next run would use. */
export function inForceOf({ parameters, in_force }: Tuned): Values {
  return Object.fromEntries(
    parameters.map(({ name, default: usual }) => [name, in_force?.values[name] ?? usual]),
  );
}

export function declaredOf({ parameters }: Tuned): Values {
  return Object.fromEntries(parameters.map(({ name, default: usual }) => [name, usual]));
}

export function writtenOf(values: Values): Written {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, said(value)]));
}

/** As it is written in a field. */
export function said(value: ParameterValue): string {
  return typeof value === 'object' ? value.join(', ') : String(value);
}

/** What the fields say; what is no number is left for the server to refuse. */
export function valuesOf({ parameters }: Tuned, written: Written): Values {
  return Object.fromEntries(
    parameters.map(({ name, default: usual }) => [name, readValue(usual, written[name] ?? '')]),
  );
}

/** What is written of one, by what it is as declared; what is no number stays a text. */
export function readValue(usual: ParameterValue, text: string): ParameterValue {
  if (typeof usual === 'number') {
    // A comma is what a decimal is written with in French.
    const number = Number(text.trim().replace(',', '.'));
    return text.trim() === '' || Number.isNaN(number) ? text : number;
  }
  if (typeof usual === 'string') return text;
  return text.trim() === '' ? [] : text.split(',').map((part) => part.trim());
}

/** Those that are not as in force. */
export function changedFrom(inForce: Values, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => said(value) !== said(inForce[name] ?? '')),
  );
}
