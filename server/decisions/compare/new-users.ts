/** Who has come to use what holds a cluster, or held it, and is no member. */
import { compareText } from '../../../domain/compare-text.ts';
import type { Cluster } from '../../../domain/finding.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { NewUsers, SharedBy } from '../../../domain/run-diff.ts';
import type { ClusterThing, ThingUse } from '../../detection/runs/run-parts.ts';
import type { StoredFinding } from '../../detection/runs/finding-list.ts';
import type { ClusterMatch } from '../../detection/runs/match-clusters.ts';
import type { Found } from './reasons.ts';

/** What two runs kept; null when one of them kept none. */
export interface ThingsKept {
  before: readonly ClusterThing[];
  after: ReadonlyMap<string, ClusterThing>;
}

export function thingsKept(
  before: readonly ClusterThing[] | null,
  after: readonly ClusterThing[] | null,
): ThingsKept | null {
  if (before === null || after === null) return null;
  return { before, after: new Map(after.map((one) => [formatRef(one.thing), one])) };
}

/**
 * Of the things that its members shared at the time of the earlier run, each in the order of how much it tells; and of
 * findings that hold it by something else than such a thing, such as texts or ratings, those that are now about more.
 */
export function newUsers(
  match: ClusterMatch<Cluster>,
  kept: ThingsKept | null,
  found: Found,
): NewUsers[] {
  const { was, now } = match;
  if (kept === null || was.length === 0) return [];
  const earlier = new Set(was.map(({ id }) => id));
  const insiders = new Set([...was.flatMap(({ accounts }) => accounts), ...(now?.accounts ?? [])]);
  const held = kept.before.filter(({ holds }) => holds.some((id) => earlier.has(id)));
  const ofThings = held.flatMap((then) => {
    const later = kept.after.get(formatRef(then.thing));
    return later && isOfPart(match, later) ? usersOf(then, later, insiders, found) : [];
  });
  return [...ofThings, ...ofFindings(match, held, insiders, found)].sort(
    (a, b) =>
      Number(a.shared !== null) - Number(b.shared !== null) ||
      place(a) - place(b) ||
      b.accounts.length - a.accounts.length ||
      compareText(a.name, b.name),
  );
}

/** What is seldom anybody else's first; an address is most often met by chance. */
const byWeight = ['device', 'payment_account', 'document', 'shipment', 'company', 'person', 'ip'];

function place({ thing }: NewUsers): number {
  return thing === null ? byWeight.length : byWeight.indexOf(thing.type);
}

/** What held a cluster that fell apart is the concern of those parts whose members use it. */
function isOfPart({ change, now }: ClusterMatch<Cluster>, { uses }: ClusterThing): boolean {
  if (change !== 'split') return true;
  const members = new Set(now?.accounts);
  return uses.some(({ account }) => members.has(account));
}

function usersOf(
  then: ClusterThing,
  later: ClusterThing,
  insiders: ReadonlySet<string>,
  { clusterNow }: Found,
): NewUsers[] {
  // Of a crowd it is not known who was there.
  if (then.uses.length < then.users) return [];
  const known = new Set(then.uses.map(({ account }) => account));
  const isNew = ({ account }: ThingUse) => !known.has(account) && !insiders.has(account);
  const accounts = later.uses.filter(isNew).map(({ account, since, evidence }) => ({
    ...{ account_id: account, since },
    cluster_id: clusterNow.get(account) ?? null,
    evidence: [evidence],
  }));
  if (accounts.length === 0) return [];
  return [
    {
      ...{ thing: then.thing, finding: null, name: then.thing.id, accounts },
      users: { then: then.users, now: later.users },
      shared: sharedBy(then, later),
    },
  ];
}

/** A thing that becomes a crowd's overnight is news, and not an excuse. */
function sharedBy(then: ClusterThing, later: ClusterThing): SharedBy | null {
  if (later.shared !== null && later.shared !== 'crowd') return later.shared;
  if (then.shared === 'crowd') return 'crowd';
  return then.own ? null : 'others';
}

/** Of findings that bind the cluster and show none of its things. Their evidence is read by who asks. */
function ofFindings(
  { was }: ClusterMatch<Cluster>,
  held: readonly ClusterThing[],
  insiders: ReadonlySet<string>,
  { before, after, clusterNow }: Found,
): NewUsers[] {
  const things = new Set(held.map(({ thing }) => formatRef(thing)));
  const members = new Set(was.flatMap(({ accounts }) => accounts));
  return [...new Set(was.flatMap(({ held_by: ids }) => ids))].flatMap((id) => {
    const [then, later] = [before.get(id), after.get(id)];
    if (!then || !later || then.version !== later.version) return [];
    if (later.nodes.some((node) => things.has(formatRef(node)))) return [];
    const known = new Set(then.accounts);
    const accounts = later.accounts
      .filter((account) => !known.has(account) && !insiders.has(account))
      .map((account_id) => ({
        ...{ account_id, since: null, evidence: [] },
        cluster_id: clusterNow.get(account_id) ?? null,
      }));
    if (accounts.length === 0) return [];
    const theirs = then.accounts.filter((account) => members.has(account)).length;
    return [
      {
        ...{ thing: null, finding: id, name: later.title, accounts },
        users: { then: then.accounts.length, now: later.accounts.length },
        shared: sharedIn(later, theirs * 2 >= then.accounts.length),
      },
    ];
  });
}

function sharedIn({ facts }: StoredFinding, own: boolean): SharedBy | null {
  const known = facts['known_shared'];
  if (Array.isArray(known) && known.length > 0) return 'known_shared';
  return own ? null : 'others';
}
