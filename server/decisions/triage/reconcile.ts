import { loadQuery } from '../../../cypher/load-query.ts';
import type { BareFinding } from '../../../domain/finding.ts';
import { triageReopened } from '../../trust/custody/acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import { catalogue } from '../../detection/catalogue/catalogue.ts';
import { clustersOfRun, latestRun } from '../../detection/runs/read-runs.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { inEnglish } from '../../platform/locale.ts';
import { carryOver } from './carry-over.ts';
import { decidedOf, type Disposition } from './disposition.ts';
import { allDispositions, OvertakenError, writeDispositions } from './disposition-store.ts';
import { reconciled, type Latest } from './reconciled.ts';

/** Somebody who decides at that very moment goes first; so often in a row nobody does. */
const mostTries = 5;

/**
 * Holds what was decided against the latest run, once for each run, and ends what was accepted until a day that has
 * come by `now`. A run does it when it is stored, and whoever reads the queue before they read: so nobody sees what
 * is not settled. Answers the id of the latest run; null before the first.
 */
export async function reconcileDecisions(
  database: Database,
  home: string | null,
  now: string,
): Promise<string | null> {
  const run = (await latestRun(database))?.run ?? null;
  if (run === null) return null;
  for (let tried = 1; ; tried++) {
    const params = { run, today: now.slice(0, 10) };
    const unsettled = await database.read(loadQuery('triage/unsettled'), params);
    if (unsettled.length === 0) return run;
    try {
      await inEnglish(() => settleOnce(database, home, run, now));
    } catch (error) {
      if (!(error instanceof OvertakenError) || tried === mostTries) throw error;
    }
  }
}

async function settleOnce(database: Database, home: string | null, run: string, now: string) {
  const dispositions = await allDispositions(database);
  const latest = await readLatest(database, dispositions, run, now);
  const writing = reconciled(dispositions, latest);
  const ids = new Set(
    writing.entries.filter(({ kind }) => kind === 'reopened').map((entry) => entry.disposition),
  );
  const reopened = [...writing.changed.map(({ is }) => is), ...writing.created].filter(({ id }) =>
    ids.has(id),
  );
  const write = () => writeDispositions(database, writing);
  if (home === null || reopened.length === 0) await write();
  else await recorded(home, triageReopened(run, reopened.map(decidedOf)), write);
}

async function readLatest(
  database: Database,
  dispositions: readonly Disposition[],
  run: string,
  now: string,
): Promise<Latest> {
  const clusters = new Map((await clustersOfRun(database, run)).map((one) => [one.id, one]));
  const before = dispositions
    .filter(({ kind }) => kind === 'cluster')
    .map(({ id, members }) => ({ id, accounts: members }));
  const carried = carryOver(before, [...clusters.values()]);
  const ids = [
    ...dispositions.filter(({ kind }) => kind === 'finding').map(({ of }) => of),
    ...[...carried.takenBy.values()].flat().flatMap((id) => clusters.get(id)!.findings),
  ];
  const families = new Map<string, string>(
    (await catalogue()).map(({ id, family }) => [id, family]),
  );
  return {
    ...{ run, now, clusters, carried },
    findings: new Map((await foundIn(database, run, ids)).map((one) => [one.id, one])),
    // Of a detector that is no more, nobody knows the family: it is one of its own.
    familyOf: (detector) => families.get(detector) ?? detector,
  };
}

/** Findings of a run as they are stored, in English, without their evidence. */
export async function foundIn(
  database: Database,
  run: string,
  ids: readonly string[],
): Promise<BareFinding[]> {
  const rows = await database.read<{ json: string }>(loadQuery('triage/found'), {
    run,
    ids: [...new Set(ids)],
  });
  return rows.map(({ json }) => JSON.parse(json) as BareFinding);
}
