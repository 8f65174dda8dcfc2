import {
  isDecision,
  mayBecome,
  me,
  type Decision,
  type HistoryEntry,
  type TriageChange,
  type TriageItem,
} from '../../../domain/disposition.ts';
import { messages } from '../../../domain/messages/index.ts';
import { triageChanged } from '../../trust/custody/acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import { catalogue } from '../../detection/catalogue/catalogue.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { isConstraintBroken } from '../../platform/failures.ts';
import { ConflictError, NotFoundError, UsageError, type Detail } from '../../platform/problems.ts';
import { checkChange } from './check-change.ts';
import { decidedOf, stampedId, turnOf, type Disposition, type Entry } from './disposition.ts';
import { allDispositions, OvertakenError, writeDispositions } from './disposition-store.ts';
import { itemsByIds, localizeItems, type Item } from './items.ts';
import { reconcileDecisions, foundIn } from './reconcile.ts';
import { confirmedBy, confirmedElsewhere } from './reconciled.ts';
import { clusterSnapshot, findingSnapshot, type Snapshot } from './snapshot.ts';

const text = messages.triage.problems;

/** Who changes something, when, and by which rules. */
export interface Acting {
  home: string;
  by: string;
  /** ISO 8601, UTC, milliseconds. */
  now: string;
  /** Whether a confirmation needs two people. */
  fourEyes: boolean;
}

export interface Wanted {
  id: string;
  /** The revision that whoever changes it has seen. */
  rests_on: number;
}

interface Change {
  item: Item;
  was: Disposition | null;
  is: Disposition;
  entry: Entry;
}

/**
 * Changes items of the queue, all or none, and with clusters what is asked of their findings; recorded in the custody log before. Throws UsageError for what no item could
 * become so, NotFoundError, and ConflictError, which says of each item why it cannot.
 */
export async function changeItems(
  database: Database,
  acting: Acting,
  wanted: readonly Wanted[],
  change: TriageChange,
): Promise<TriageItem[]> {
  checkChange(change, acting.now);
  const { run, known } = await wantedItems(database, acting, wanted);
  refuse(known, (item, at) => refusal(item, wanted[at]!, change, acting));
  const snapshotOf = await snapshots(database, run, known, change);
  const own = known.map((item, at): Change => {
    const was = item.disposition;
    const is = changed(item, was ?? untouched(item, run, acting, at), change, acting, snapshotOf);
    return { item, was, is, entry: entryOf(was, is, change, acting, at) };
  });
  const changes = [...own, ...(await decidedAlong(database, run, { own, change, acting }))];
  const { why, ...facts } = change;
  const draft = triageChanged(
    changes.map(({ was, is }) => ({ ...decidedOf(is), state: was?.state ?? 'new' })),
    Object.fromEntries(Object.entries(facts)),
    why === undefined ? {} : { why },
  );
  await recorded(acting.home, draft, () => store(database, changes));
  return localizeItems(changes.map(({ item, is }) => ({ ...item, disposition: is })));
}

interface Deciding {
  own: readonly Change[];
  change: TriageChange;
  acting: Acting;
}

/**
 * Of the findings of clusters that were decided just now, where that is asked for: the same of those that are open. None of
 * it is a decision of its own: figures count it with the cluster.
 */
async function decidedAlong(
  database: Database,
  run: string,
  { own, change, acting }: Deciding,
): Promise<Change[]> {
  const { state, findings } = change;
  if (findings === undefined || state === undefined) return [];
  const clusterOf = new Map(
    own.flatMap(({ item: { cluster }, is }) =>
      is.decision === null ? [] : (cluster?.findings ?? []).map((id) => [id, is.id] as const),
    ),
  );
  for (const { item } of own) clusterOf.delete(item.id);
  const found = await itemsByIds(database, run, [...clusterOf.keys()]);
  const open = found
    .filter((item) => item !== null)
    .filter(({ disposition }) => mayBecome(disposition?.state ?? 'new', state))
    .filter(({ disposition }) => (disposition?.decision ?? null) === null);
  // Whoever had to agree has agreed to the cluster.
  const agreed = { ...acting, fourEyes: false };
  return open.map((item, index): Change => {
    const at = own.length + index;
    const was = item.disposition;
    const before = was ?? untouched(item, run, acting, at);
    const is = {
      ...changed(item, before, change, agreed, ({ finding }) =>
        finding ? findingSnapshot(run, finding) : null,
      ),
      ...{ with: clusterOf.get(item.id)!, first_decided: before.first_decided },
    };
    return { item, was, is, entry: { ...entryOf(was, is, change, acting, at), turn: undefined } };
  });
}

/** Adds a comment, recorded in the custody log before; it changes no revision, for it contradicts nobody. */
export async function commentItem(
  database: Database,
  acting: Acting,
  id: string,
  comment: string,
): Promise<HistoryEntry> {
  const run = await reconcileDecisions(database, acting.home, acting.now);
  const [item] = run === null ? [] : await itemsByIds(database, run, [id]);
  if (!item) throw new NotFoundError(text.none(id));
  const was = item.disposition;
  const is = was ?? untouched(item, run!, acting, 0);
  const said: HistoryEntry = {
    ...{ id: stampedId('E', acting.now), kind: 'comment', at: acting.now, by: acting.by },
    ...{ before: null, after: null, why: comment, news: [] },
  };
  const created = was ? [] : [is];
  await recorded(acting.home, triageChanged([decidedOf(is)], {}, { comment }), () =>
    writeDispositions(database, {
      changed: [],
      created,
      entries: [{ ...said, disposition: is.id }],
    }).catch(overtaken),
  );
  return said;
}

/** The items of the latest run that somebody means, each once. Throws UsageError and NotFoundError. */
export async function wantedItems(
  database: Database,
  acting: Acting,
  wanted: readonly Wanted[],
): Promise<{ run: string; known: Item[] }> {
  refuseTwice(wanted);
  const run = await reconcileDecisions(database, acting.home, acting.now);
  const ids = wanted.map(({ id }) => id);
  const items = run === null ? ids.map(() => null) : await itemsByIds(database, run, ids);
  const missing = detailsOf(items, (item, at) => (item ? null : text.none(ids[at]!)));
  if (run === null || missing.length > 0)
    throw new NotFoundError(text.missing(missing.length), missing);
  return { run, known: items.filter((item) => item !== null) };
}

function refuseTwice(wanted: readonly Wanted[]): void {
  const ids = wanted.map(({ id }) => id);
  const twice = ids.findIndex((id, at) => ids.indexOf(id) < at);
  if (twice >= 0)
    throw new UsageError(messages.http.badRequest, [
      { where: `body.items.${twice}`, problem: text.twice },
    ]);
}

function detailsOf<T>(items: readonly T[], problemOf: (item: T, at: number) => string | null) {
  return items.flatMap((item, at): Detail[] => {
    const problem = problemOf(item, at);
    return problem === null ? [] : [{ where: `body.items.${at}`, problem }];
  });
}

export function refuse(
  items: readonly Item[],
  problemOf: (item: Item, at: number) => string | null,
) {
  const details = detailsOf(items, problemOf);
  if (details.length === 0) return;
  const [only] = details;
  throw new ConflictError(
    details.length === 1 ? only!.problem : text.several(details.length),
    details,
  );
}

function refusal(
  { id, disposition }: Item,
  { rests_on }: Wanted,
  { state: next }: TriageChange,
  { by, fourEyes }: Acting,
): string | null {
  const { revision, changed_by, changed: at, state, proposed } = disposition ?? nothingDecided;
  if (revision !== rests_on) return text.overtaken(id, changed_by, at);
  if (next === undefined) return null;
  if (!mayBecome(state, next))
    return text.mayNot(id, messages.triage.states[state], messages.triage.states[next]);
  const own = fourEyes && next === 'confirmed' && proposed?.by === by;
  return own ? text.ownProposal(id) : null;
}

const nothingDecided = {
  ...{ revision: 0, changed_by: '', changed: '', proposed: null },
  state: 'new',
} as const;

/** A finding or a cluster that nobody has touched. */
export function untouched(
  { id, kind, finding, cluster, first_found }: Item,
  run: string,
  { now, by }: Acting,
  place: number,
): Disposition {
  const { score, accounts } = (finding ?? cluster)!;
  return {
    ...{ id: stampedId('D', now, place), kind, subject: id, of: id, score, members: accounts, run },
    title: finding?.title ?? cluster!.name,
    ...{ state: 'new', assignee: null, due: null, decision: null, earlier: null, proposed: null },
    ...{ snapshot: null, news: [], revision: 0, changed: now, changed_by: by },
    ...{ lineage: [], joined: null, first_decided: null, with: null },
    ...{ first_found: first_found ?? now, opened: first_found ?? now },
    found_by: finding && { detector: finding.detector, version: finding.version },
  };
}

function changed(
  item: Item,
  was: Disposition,
  change: TriageChange,
  { now, by, fourEyes }: Acting,
  snapshotOf: (item: Item) => Snapshot | null,
): Disposition {
  const { assignee, due, state, why = null } = change;
  const is: Disposition = {
    ...was,
    assignee: assignee === undefined ? was.assignee : assignee === me ? by : assignee,
    due: due === undefined ? was.due : due,
    ...{ revision: was.revision + 1, changed: now, changed_by: by },
  };
  if (state === undefined) return is;
  if (state === 'confirmed' && fourEyes && !was.proposed)
    return {
      ...is,
      state: was.state === 'new' ? 'in_review' : was.state,
      proposed: { why, by, at: now },
    };
  const next = { ...is, state, proposed: null, with: null };
  if (!isDecision(state)) {
    const opened = isDecision(was.state) ? now : was.opened;
    return { ...next, opened, decision: null, earlier: was.decision ?? was.earlier };
  }
  const { reason = null, until = null } = change;
  const decision: Decision = { state, reason, until, why, by, at: now };
  return {
    ...next,
    ...{ decision, earlier: null, news: [] },
    first_decided: was.first_decided ?? now,
    snapshot: snapshotOf(item) ?? was.snapshot,
  };
}

/** What was decided upon; null of what the latest run does not have. */
async function snapshots(
  database: Database,
  run: string,
  items: readonly Item[],
  { state }: TriageChange,
): Promise<(item: Item) => Snapshot | null> {
  if (state === undefined || !isDecision(state)) return () => null;
  const ids = items.flatMap(({ cluster }) => cluster?.findings ?? []);
  const findings = new Map((await foundIn(database, run, ids)).map((one) => [one.id, one]));
  const families = new Map<string, string>(
    (await catalogue()).map(({ id, family }) => [id, family]),
  );
  const confirmed = confirmedBy(await allDispositions(database));
  return ({ finding, cluster, disposition }) => {
    if (finding) return findingSnapshot(run, finding);
    if (!cluster) return null;
    return clusterSnapshot(
      run,
      cluster,
      cluster.findings.flatMap((id) => findings.get(id) ?? []),
      (detector) => families.get(detector) ?? detector,
      confirmedElsewhere(confirmed, cluster.accounts, { id: disposition?.id ?? '', state }),
    );
  };
}

function entryOf(
  was: Disposition | null,
  is: Disposition,
  change: TriageChange,
  { now, by }: Acting,
  place: number,
): Entry {
  return {
    ...{ id: stampedId('E', now, place), at: now, by, news: [], disposition: is.id },
    why: change.why ?? null,
    kind: is.proposed && is.proposed !== was?.proposed ? 'proposed' : 'changed',
    ...differing(was, is),
    turn: turnOf(was, is),
    was,
  };
}

/** What a history says of a change: the fields that became others, as they were and as they are. */
export function differing(
  was: Disposition | null,
  is: Disposition,
): Pick<HistoryEntry, 'before' | 'after'> {
  const [before, after] = [stated(was), stated(is)];
  const names = Object.keys(after).filter((name) => before[name] !== after[name]);
  const those = (of: typeof before) =>
    Object.fromEntries(names.map((name) => [name, of[name] ?? null]));
  return { before: those(before), after: those(after) };
}

/** What a history tells of. */
function stated(of: Disposition | null): Record<string, string | null> {
  return {
    state: of?.state ?? 'new',
    reason: of?.decision?.reason ?? null,
    until: of?.decision?.until ?? null,
    assignee: of?.assignee ?? null,
    due: of?.due ?? null,
    proposed_by: of?.proposed?.by ?? null,
  };
}

/** All of it or nothing; entries that are `undone` count in no figure any more. */
export async function store(
  database: Database,
  changes: readonly Change[],
  undone: readonly string[] = [],
): Promise<void> {
  try {
    await writeDispositions(database, {
      changed: changes.flatMap(({ was, is }) => (was ? [{ was, is }] : [])),
      created: changes.flatMap(({ was, is }) => (was ? [] : [is])),
      entries: changes.map(({ entry }) => entry),
      undone,
    });
  } catch (error) {
    if (error instanceof OvertakenError)
      refuse(
        changes.map(({ item }) => item),
        ({ disposition: was, id }) =>
          was && !error.held.has(was.id) ? text.justOvertaken(id) : null,
      );
    return overtaken(error);
  }
}

/** Of two who are the first to touch something at once, one comes too late. */
export function overtaken(error: unknown): never {
  if (isConstraintBroken(error) || error instanceof OvertakenError)
    throw new ConflictError(text.another);
  throw error;
}
