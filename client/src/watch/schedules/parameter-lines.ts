import type { DetectorInfo } from '../../../../domain/answers.ts';
import type { ParameterChanges } from '../../../../domain/parameters.ts';
import { readValue, said } from '../../trials/values.ts';

/** A line a parameter, `shared-device.hub_accounts=12`, as the command line takes it. */
export function linesOf(changes: ParameterChanges): string {
  return Object.entries(changes)
    .flatMap(([detector, values]) =>
      Object.entries(values).map(([name, value]) => `${detector}.${name}=${said(value)}`),
    )
    .join('\n');
}

/** The first line that is none; whether there are such parameters is for the server to say. */
export type Read = { changes: ParameterChanges } | { wrong: string };

export function readLines(text: string, detectors: readonly DetectorInfo[]): Read {
  const changes: ParameterChanges = {};
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, detector, name, value] = /^([^.=\s]+)\.([^=\s]+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (detector === undefined || name === undefined || value === undefined) return { wrong: line };
    const declared = detectors
      .find(({ id }) => id === detector)
      ?.parameters.find((one) => one.name === name);
    changes[detector] = { ...changes[detector], [name]: readValue(declared?.default ?? '', value) };
  }
  return { changes };
}
