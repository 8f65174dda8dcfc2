/** What was decided in the queue, as far as a report tells of it. */
import { compareText } from '../../../domain/compare-text.ts';
import { isDecision, type TriageItem } from '../../../domain/disposition.ts';
import type { Cluster, Run } from '../../../domain/finding.ts';
import { groupBy } from '../../../domain/group-by.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { Disposition } from '../../decisions/triage/disposition.ts';
import { allDispositions } from '../../decisions/triage/disposition-store.ts';
import { itemsByIds, localizeItems } from '../../decisions/triage/items.ts';

/** How often findings of a rule were decided on, and how; decisions that new evidence ended are not among them. */
export interface DecidedCounts {
  decided: number;
  confirmed: number;
  dismissed: number;
}

export interface Decisions {
  /** By cluster: of it, of clusters that have become part of it, of its findings; in this order, oldest first. */
  ofCluster: ReadonlyMap<string, TriageItem[]>;
  /** By detector, those of any run. */
  ofDetector: ReadonlyMap<string, DecidedCounts>;
}

/** In the language in force. */
export async function readDecisions(
  database: Database,
  { run }: Run,
  clusters: readonly Cluster[],
): Promise<Decisions> {
  const all = await allDispositions(database);
  const clusterOf = new Map(
    clusters.flatMap(({ id, findings }) => [id, ...findings].map((one) => [one, id])),
  );
  const subjects = new Map(all.map(({ id, subject }) => [id, subject]));
  const placed = all.filter(tells).flatMap((one) => {
    const subject = one.joined === null ? one.subject : (subjects.get(one.joined) ?? null);
    const cluster = subject === null ? undefined : clusterOf.get(subject);
    return cluster === undefined ? [] : [{ id: one.id, cluster }];
  });
  const shown = await toldByIds(
    database,
    run,
    placed.map(({ id }) => id),
  );
  const decided = placed.flatMap(({ id, cluster }) => {
    const item = shown.get(id);
    return item ? [{ cluster, item }] : [];
  });
  return {
    ofCluster: new Map(
      [...groupBy(decided, ({ cluster }) => cluster)].map(([cluster, of]) => [
        cluster,
        of
          .map(({ item }) => item)
          .sort((a, b) => rank(a) - rank(b) || compareText(stamp(a), stamp(b))),
      ]),
    ),
    ofDetector: countedByDetector(all),
  };
}

/** By the id of what was decided. */
async function toldByIds(
  database: Database,
  run: string,
  ids: readonly string[],
): Promise<Map<string, TriageItem>> {
  const items = (await itemsByIds(database, run, ids)).flatMap((item) => item ?? []);
  const shown = await localizeItems(items);
  return new Map(items.map(({ disposition }, at) => [disposition!.id, shown[at]!]));
}

/** Who only wrote a comment, or was given it to look at, has decided nothing. */
function tells({ state, earlier, proposed }: Disposition): boolean {
  return state !== 'new' || earlier !== null || proposed !== null;
}

function rank({ kind, gone }: TriageItem): number {
  return kind === 'finding' ? 2 : gone ? 1 : 0;
}

/** When it was changed last; what was changed at once stays in order by its id. */
function stamp({ changed, id }: TriageItem): string {
  return `${changed ?? ''} ${id}`;
}

function countedByDetector(all: readonly Disposition[]): Map<string, DecidedCounts> {
  const counts = new Map<string, DecidedCounts>();
  for (const { snapshot, state } of all) {
    if (snapshot?.kind !== 'finding' || !isDecision(state)) continue;
    const sum = counts.get(snapshot.detector) ?? { decided: 0, confirmed: 0, dismissed: 0 };
    sum.decided += 1;
    if (state === 'confirmed' || state === 'dismissed') sum[state] += 1;
    counts.set(snapshot.detector, sum);
  }
  return counts;
}
