import type { Parameter } from '../../../domain/detector.ts';
import type { ParameterChanges, ParameterValue, Values } from '../../../domain/parameters.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Detail } from '../../platform/problems.ts';
import type { Tunable } from './tunable.ts';

const text = messages.parameters.problems;

/** A list of texts holds no more, and none of them is longer. */
const [mostTexts, longestText] = [1_000, 200];

/**
 * What is wrong with values, as `<detector>.<parameter>` and why; nothing when a run of the detectors `running` could use
 * them.
 */
export function faultsOfChanges(
  all: readonly Tunable[],
  changes: ParameterChanges,
  running = all,
): Detail[] {
  return Object.entries(changes).flatMap(([id, values]) => {
    const detector = running.find((one) => one.id === id);
    if (detector) return faultsOfValues(detector, values);
    const ids = all.map((one) => one.id);
    const problem = ids.includes(id)
      ? text.notRunning(id)
      : messages.detect.unknownDetector(id, ids);
    return [{ where: id, problem }];
  });
}

export function faultsOfValues({ id, parameters }: Tunable, values: Values): Detail[] {
  return Object.entries(values).flatMap(([name, value]): Detail[] => {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    const problem = parameter
      ? faultOf(parameter, value)
      : text.unknown(id, name, Object.keys(parameters));
    return problem === null ? [] : [{ where: `${id}.${name}`, problem }];
  });
}

function faultOf({ default: usual, min, max }: Parameter, value: ParameterValue): string | null {
  if (typeof usual === 'number')
    return typeof value === 'number' ? outside(value, min, max) : text.number;
  if (typeof usual === 'string')
    return typeof value === 'string' && isText(value) ? null : text.text(longestText);
  const isList = Array.isArray(value) && value.length <= mostTexts && value.every(isText);
  if (!isList) return text.list(mostTexts, longestText);
  return new Set(value).size === value.length ? null : text.twice;
}

function outside(value: number, min = -Infinity, max = Infinity): string | null {
  if (!Number.isFinite(value)) return text.number;
  return value < min || value > max ? text.outside(value, min, max) : null;
}

function isText(text: string): boolean {
  return text.trim() !== '' && text.length <= longestText;
}
