import type { ParameterChanges, ParameterValue } from '../../../domain/parameters.ts';
import { messages } from '../../../domain/messages/index.ts';
import { UsageError, type Detail } from '../../platform/problems.ts';
import { faultsOfChanges } from './check-values.ts';
import { tunables, type Tunable } from './tunable.ts';

const text = messages.parameters.problems;

/**
 * Reads what a command line says: `detector.parameter=value`, or `parameter=value` where it names the detector. A list is
 * split by commas. Throws UsageError for what cannot be put in force.
 */
export async function readChanges(
  written: readonly string[],
  detector?: string,
): Promise<ParameterChanges> {
  const known = await tunables();
  const changes: ParameterChanges = {};
  for (const one of written) {
    const { id, name, value } = parts(one, detector);
    const declared = known.find((entry) => entry.id === id);
    changes[id] = { ...changes[id], [name]: asDeclared(declared, name, value) };
  }
  refuse(faultsOfChanges(known, changes));
  return changes;
}

/** Throws UsageError that tells each of them in a line; nothing when there are none. */
export function refuse(faults: readonly Detail[], within = ''): void {
  if (faults.length === 0) return;
  throw new UsageError(
    text.faults(faults.map(({ where, problem }) => messages.report.named(where, problem))),
    faults.map(({ where, problem }) => ({ where: `${within}${where}`, problem })),
  );
}

function parts(one: string, detector: string | undefined) {
  const form = detector === undefined ? /^([^.=]+)\.([^=]+)=(.*)$/s : /^()([^=]+)=(.*)$/s;
  const [, id, name, value] = form.exec(one) ?? [];
  if (name === undefined || value === undefined)
    throw new UsageError(text.form(one, detector === undefined));
  return { id: detector ?? id!, name: name.trim(), value: value.trim() };
}

function asDeclared(entry: Tunable | undefined, name: string, value: string): ParameterValue {
  const parameters = entry?.parameters ?? {};
  const usual = Object.hasOwn(parameters, name) ? parameters[name]!.default : value;
  if (typeof usual === 'number')
    return /^[+-]?[\d.]+(e[+-]?\d+)?$/i.test(value) ? Number(value) : value;
  if (typeof usual === 'string') return value;
  return value === '' ? [] : value.split(',').map((part) => part.trim());
}
