import type { Run } from '../../../domain/finding.ts';
import type { ParameterChanges } from '../../../domain/parameters.ts';
import { declaredAmong, otherThanDeclared } from './effective-parameters.ts';
import { ranking, tunables } from './tunable.ts';

/** What the run used otherwise than declared: with these, and the same data, another run says the same. */
export async function changedInRun(run: Run | null): Promise<ParameterChanges> {
  const ran = new Map(run?.detectors.map(({ id, parameters }) => [id, parameters]));
  if (run?.ranking) ran.set(ranking.id, run.ranking.parameters);
  const changed = (await tunables()).map((detector) => {
    const values = declaredAmong(detector, ran.get(detector.id) ?? {});
    return [detector.id, otherThanDeclared(detector, values)] as const;
  });
  return Object.fromEntries(changed.filter(([, values]) => Object.keys(values).length > 0));
}
