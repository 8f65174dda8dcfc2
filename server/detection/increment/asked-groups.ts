import type { Database } from '../../graph/neo4j/database.ts';

/** About which groups detectors were asked in a run, kept as digests of their rows for the next run for the same time. */

/** Each digest is so long. */
const digestLength = 16;

export interface GroupsByDetector {
  /** Detectors of which an earlier run's findings hold, whatever they were asked about. */
  kept: readonly string[];
  asked: readonly { detector: string; digests: readonly string[] }[];
}

/** Null where the run keeps none. */
export async function storedGroups(
  database: Database,
  run: string,
  detector: string,
): Promise<ReadonlySet<string> | null> {
  const [found] = await database.read<{ digests: string }>(
    'MATCH (g:SkeinAskedGroups {run: $run, detector: $detector}) RETURN g.digests AS digests',
    { run, detector },
  );
  if (!found) return null;
  const { digests } = found;
  return new Set(
    Array.from({ length: digests.length / digestLength }, (_, at) =>
      digests.slice(at * digestLength, (at + 1) * digestLength),
    ),
  );
}

interface Run {
  run: string;
  asOf: string | null;
  /** The one from which findings were taken over. */
  earlier: string | null;
}

/** Before the run counts. */
export async function storeGroups(
  database: Database,
  { run, asOf, earlier }: Run,
  { kept, asked }: GroupsByDetector,
): Promise<void> {
  await database.write(
    `MATCH (g:SkeinAskedGroups {run: $earlier}) WHERE g.detector IN $kept
     CREATE (:SkeinAskedGroups {run: $run, detector: g.detector, as_of: g.as_of, digests: g.digests})`,
    { run, earlier: earlier ?? '', kept },
  );
  for (const { detector, digests } of asked)
    await database.write(
      `CREATE (:SkeinAskedGroups {run: $run, detector: $detector, as_of: $asOf, digests: $digests})`,
      { run, detector, asOf: asOf ?? '', digests: digests.join('') },
    );
}

/** Once the run counts: no later one looks at another of that time. */
export async function forgetOtherGroups(database: Database, { run, asOf }: Run): Promise<void> {
  await database.write(
    'MATCH (g:SkeinAskedGroups) WHERE g.as_of = $asOf AND g.run <> $run DELETE g',
    { run, asOf: asOf ?? '' },
  );
}
