import type { ParameterChanges, Values } from '../../../domain/parameters.ts';
import type { Run } from '../../../domain/finding.ts';
import { messages } from '../../../domain/messages/index.ts';
import { changedSince, derivationsFor } from '../../detection/derive/needed.ts';
import type { CatalogueEntry } from '../../detection/catalogue/catalogue.ts';
import { loadIds } from '../../detection/detect/graph-accounts.ts';
import { latestRun } from '../../detection/runs/read-runs.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ConflictError } from '../../platform/problems.ts';

const text = messages.trials.problems;

/**
 * The latest run, whose graph is still as it was. Throws ConflictError when there is none, or when something was loaded
 * since: then it would be seen what the data change, not what the parameters do.
 */
export async function liveRun(database: Database): Promise<Run> {
  const run = await latestRun(database);
  if (!run) throw new ConflictError(text.noRun);
  await checkLoads(database, run);
  return run;
}

export async function checkLoads(database: Database, { run, loads }: Run): Promise<void> {
  const known = new Set(loads);
  const since = (await loadIds(database)).filter((id) => !known.has(id)).length;
  if (since > 0) throw new ConflictError(text.loadedSince(run, since));
}

/**
 * A trial writes nothing, what is inferred neither: it runs on what the latest run has inferred. Throws ConflictError when
 * that is not what the detectors need.
 */
export async function checkInferred(
  database: Database,
  live: Run,
  catalogue: readonly CatalogueEntry[],
  running: readonly CatalogueEntry[],
): Promise<void> {
  const ran = new Set(live.detectors.map(({ id }) => id));
  const made = new Set(derivationsFor(catalogue.filter(({ id }) => ran.has(id))));
  for (const detector of running) {
    const missing = derivationsFor([detector]).find((one) => !made.has(one));
    if (missing) throw new ConflictError(text.notInferred(detector.id, missing.id, live.run));
  }
  const changed = await changedSince(database, derivationsFor(running));
  if (changed !== null) throw new ConflictError(text.inferredOtherwise(changed, live.run));
}

/** What the run was asked to use for itself alone: a trial beside it uses the same, but for what it changes. */
export function askedIn(run: Run): ParameterChanges {
  return Object.fromEntries(
    run.detectors.flatMap(({ id, parameters, asked = [] }) =>
      asked.length === 0
        ? []
        : [[id, Object.fromEntries(asked.map((name) => [name, parameters[name]])) as Values]],
    ),
  );
}
