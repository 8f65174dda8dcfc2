/** What holds clusters (machines, addresses, payment accounts, papers, places, companies), and who uses it, as a run keeps it. */
import { compareText } from '../../../domain/compare-text.ts';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Exception } from '../../../domain/exception.ts';
import type { Cluster, BareFinding, Source } from '../../../domain/finding.ts';
import { formatRef, parseRef, type NodeRef } from '../../../domain/schema/graph.ts';
import type { SharedBy } from '../../../domain/run-diff.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import {
  refOf,
  storedNode,
  storedRelation,
  type RawNode,
  type RawRelation,
} from '../../graph/neo4j/records.ts';
import { sourcesOf } from '../findings/assemble.ts';
import type { ClusterThing, ThingUse } from '../runs/run-parts.ts';

const query = loadQuery('detect/thing_users');

/** More rows than this are a crowd's, and no machine's or purse's. */
const mostRows = 100_000;
/** Of so many users at most it is kept who they are. */
const mostUsers = 300;
/** More accounts than one room or machine serves: strangers share it, as the rules on machines and addresses have it. */
export const crowd = 40;
/** Networks that are made to be shared. */
export const sharedNetworks: ReadonlySet<string> = new Set([
  ...['vpn', 'tor', 'mobile', 'education', 'coworking'],
]);
/** Of what so many earlier things are kept further, so that a cluster that is gone is not forgotten. */
const mostCarried = 20_000;
/** Things asked for at once. */
const batch = 200;

/** What accounts can hold in common. Of texts, jobs and ratings no single one does: there are as many as rows. */
export const thingTypes: ReadonlySet<string> = new Set([
  ...['device', 'ip', 'payment_account', 'document', 'shipment', 'company', 'person'],
]);

interface Looking {
  clusters: readonly Cluster[];
  findings: readonly BareFinding[];
  /** Ids of the detectors that bind. */
  binding: ReadonlySet<string>;
  exceptions: readonly Exception[];
  /** What the run before kept; what held its clusters is looked at again, whatever holds this run's. */
  earlier: readonly ClusterThing[];
  asOf: string;
  sourceOf: (ref: string) => Source;
}

/** Of what at least two members of a cluster share, by findings that hold it, and of what did in earlier runs. */
export async function clusterThings(
  database: Database,
  { clusters, findings, binding, exceptions, earlier, asOf, sourceOf }: Looking,
): Promise<ClusterThing[]> {
  const shown = thingsShown(clusters, findings, binding);
  const known = new Map(earlier.map((one) => [formatRef(one.thing), one]));
  const carried = [...known.keys()].filter((ref) => !shown.has(ref)).slice(0, mostCarried);
  const rows = await usersOf(database, [...shown.keys(), ...carried], asOf);
  const excepted = new Set(
    exceptions.flatMap(({ nodes, detectors }) =>
      detectors.length > 0 ? [] : nodes.map(formatRef),
    ),
  );
  const members = new Map(clusters.map(({ id, accounts }) => [id, new Set(accounts)]));
  const things = rows.map((row): ClusterThing => {
    const thing = { type: row.type, id: row.id };
    const ref = formatRef(thing);
    const uses = row.uses.map((use) => useOf(use, sourceOf)).sort(byAccount);
    const holds = [...(shown.get(ref) ?? [])]
      .filter((id) => uses.filter(({ account }) => members.get(id)!.has(account)).length > 1)
      .sort(compareText);
    const theirs = uses.filter(({ account }) => holds.some((id) => members.get(id)!.has(account)));
    return {
      ...{ thing, holds, users: row.users, uses },
      own: known.get(ref)?.own === true || (theirs.length > 0 && theirs.length * 2 >= row.users),
      shared: sharedBy(row, excepted.has(ref)),
    };
  });
  return distinct(
    things.filter(({ thing, holds }) => holds.length > 0 || known.has(formatRef(thing))),
  );
}

/** What the findings that bind its members show, by cluster. */
function thingsShown(
  clusters: readonly Cluster[],
  findings: readonly BareFinding[],
  binding: ReadonlySet<string>,
): Map<string, Set<string>> {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const shown = new Map<string, Set<string>>();
  for (const { id: cluster, findings: ids } of clusters)
    for (const { nodes, detector } of ids.map((id) => byId.get(id)!))
      for (const node of binding.has(detector) ? nodes : []) {
        if (!thingTypes.has(node.type)) continue;
        const ref = formatRef(node);
        shown.set(ref, (shown.get(ref) ?? new Set()).add(cluster));
      }
  return shown;
}

interface UserRow {
  type: NodeRef['type'];
  id: string;
  users: number;
  uses: UseRow[];
  known: boolean;
  kind: string | null;
}

interface UseRow {
  account: string;
  since: string;
  row: RawRelation;
  from: RawNode;
  to: RawNode;
}

async function usersOf(
  database: Database,
  refs: readonly string[],
  asOf: string,
): Promise<UserRow[]> {
  const rows: UserRow[] = [];
  for (let at = 0; at < refs.length; at += batch)
    rows.push(
      ...(await database.read<UserRow>(query, {
        things: refs.slice(at, at + batch).map((ref) => parseRef(ref)!),
        ...{ as_of: asOf, most_rows: mostRows, most_users: mostUsers },
      })),
    );
  return rows;
}

function useOf({ account, since, row, from, to }: UseRow, sourceOf: Looking['sourceOf']): ThingUse {
  const relation = storedRelation(row);
  return {
    account,
    since: since === '' ? null : since,
    evidence: {
      type: relation.type,
      from: refOf(storedNode(from)),
      to: refOf(storedNode(to)),
      at: relation.at,
      sources: sourcesOf(relation.sources, sourceOf),
    },
  };
}

function sharedBy({ known, kind, users }: UserRow, excepted: boolean): SharedBy | null {
  if (known) return 'known_shared';
  if (excepted) return 'exception';
  if (kind !== null && sharedNetworks.has(kind)) return 'network';
  return users > crowd ? 'crowd' : null;
}

/** Papers that are one, and shipments to one place, are one thing, by the first of their ids. */
function distinct(things: readonly ClusterThing[]): ClusterThing[] {
  const seen = new Set<string>();
  return things.filter(({ thing, holds, uses }) => {
    if (thing.type !== 'document' && thing.type !== 'shipment') return true;
    const same = JSON.stringify([thing.type, holds, uses]);
    return !seen.has(same) && seen.add(same);
  });
}

function byAccount(one: ThingUse, other: ThingUse): number {
  return compareText(one.account, other.account);
}

/** Of a run; null when it kept none, as those of earlier programs did not. */
export async function thingsOfRun(database: Database, run: string): Promise<ClusterThing[] | null> {
  const [kept] = await database.read<{ things: boolean | null }>(
    'MATCH (r:SkeinRun {id: $run}) RETURN r.things AS things',
    { run },
  );
  if (kept?.things !== true) return null;
  const rows = await database.read<{ json: string }>(
    'MATCH (t:SkeinClusterThing {run: $run}) RETURN t.json AS json ORDER BY t.thing',
    { run },
  );
  return rows.map(({ json }) => JSON.parse(json) as ClusterThing);
}

/** Of the latest run that kept them; none before there was one. */
export async function latestThings(database: Database): Promise<ClusterThing[]> {
  const [latest] = await database.read<{ run: string }>(
    'MATCH (r:SkeinRun {complete: true, things: true}) RETURN r.id AS run ORDER BY r.started DESC, r.id DESC LIMIT 1',
  );
  return latest ? ((await thingsOfRun(database, latest.run)) ?? []) : [];
}
