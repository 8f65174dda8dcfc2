import { compareText } from '../../../domain/compare-text.ts';
import type { Parameters, Settings } from '../../../domain/detector.ts';
import type {
  ParameterChanges,
  ParameterRevision,
  ParameterValue,
  Values,
} from '../../../domain/parameters.ts';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError } from '../../platform/problems.ts';
import { faultsOfValues } from './check-values.ts';
import type { Tunable } from './tunable.ts';

/** The values that a run uses of one detector, or of the order of clusters. */
export interface EffectiveParameters {
  values: Settings<Parameters>;
  /** Of what was in force; 0: as declared. */
  revision: number;
  /** Names of those that are asked for this run alone. */
  asked: string[];
}

/**
 * As declared, in the place of that what is in force, in the place of that what is asked for. Throws InvalidDataError when
 * what is in force is nothing that this program's detector could use: it is not passed over in silence.
 */
export function effectiveParameters(
  detector: Tunable,
  inForce: ParameterRevision | undefined,
  asked: ParameterChanges,
): EffectiveParameters {
  const { id } = detector;
  const kept = inForce?.values ?? {};
  const faults = faultsOfValues(detector, kept);
  if (faults.length > 0)
    throw new InvalidDataError(
      messages.parameters.problems.unfit(id, inForce!.revision, faults[0]!.problem),
      faults,
    );
  const own = asked[id] ?? {};
  return {
    values: { ...declaredValues(detector), ...kept, ...own } as Settings<Parameters>,
    revision: inForce?.revision ?? 0,
    asked: Object.keys(own).sort(),
  };
}

export function declaredValues({ parameters }: Pick<Tunable, 'parameters'>): Values {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, { default: value }]) => [
      name,
      typeof value === 'object' ? [...value] : value,
    ]),
  );
}

/** Of what a run names as parameters, which has what is usual among them, those that the detector declares. */
export function declaredAmong(
  { parameters }: Pick<Tunable, 'parameters'>,
  used: Readonly<Record<string, unknown>>,
): Values {
  const names = Object.keys(parameters).filter((name) => Object.hasOwn(used, name));
  return Object.fromEntries(names.map((name) => [name, used[name] as ParameterValue]));
}

/** Those that are not as declared. */
export function otherThanDeclared(detector: Tunable, values: Values): Values {
  const declared = declaredValues(detector);
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(declared[name]))
      .sort(([one], [other]) => compareText(one, other)),
  );
}
