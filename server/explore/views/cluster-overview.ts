import { loadQuery } from '../../../cypher/load-query.ts';
import {
  mostClusters,
  type ClusterOverview,
  type ClusterTie,
} from '../../../domain/cluster-overview.ts';
import type { Cluster } from '../../../domain/finding.ts';
import { crowd, sharedNetworks } from '../../detection/detect/cluster-things.ts';
import { clustersOfRun, latestRun } from '../../detection/runs/read-runs.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { storedNode, type RawNode } from '../../graph/neo4j/records.ts';

/** Members of a cluster of whom it is asked what they share with others. */
const mostMembers = 200;
/** More relations than this are a crowd's. */
const mostRows = 2_000;
const mostThings = 5_000;
const mostTies = 2_000;
/** Of what two clusters share, so much is named. */
const mostNamed = 5;

/** An account, and the place of its cluster in the order. */
interface Member {
  account: string;
  cluster: number;
}

interface ThingRow {
  node: RawNode;
  users: number;
  groups: { cluster: number; accounts: number; uses: number }[];
}

interface MoneyRow {
  from: number;
  to: number;
  currency: string | null;
  amount: number;
  count: number;
  first: string | null;
  last: string | null;
}

type Overview = Omit<ClusterOverview, 'clusters'> & { clusters: Cluster[] };

/** The clusters of the latest run, as many as a person can look at, and by what they are joined in the graph as it is now. */
export async function clusterOverview(database: Database): Promise<Overview> {
  const run = await latestRun(database);
  const omitted = { clusters: 0, accounts: 0, ties: 0 };
  if (!run) return { run: null, clusters: [], ties: [], omitted };
  const clusters = await clustersOfRun(database, run.run, null, mostClusters);
  const members = clusters.flatMap(({ accounts }, cluster) =>
    accounts.slice(0, mostMembers).map((account): Member => ({ account, cluster })),
  );
  const ties = await tiesAmong(database, clusters, members);
  const all = clusters.reduce((sum, { accounts }) => sum + accounts.length, 0);
  return {
    run: run.run,
    clusters,
    ties: ties.slice(0, mostTies),
    omitted: {
      clusters: Math.max(0, (run.counts['clusters'] ?? 0) - clusters.length),
      accounts: all - members.length,
      ties: Math.max(0, ties.length - mostTies),
    },
  };
}

async function tiesAmong(
  database: Database,
  clusters: readonly Cluster[],
  members: readonly Member[],
): Promise<ClusterTie[]> {
  const [things, money] = await Promise.all([
    thingsBetween(database, members),
    moneyBetween(database, members),
  ]);
  const ties = new Map<string, ClusterTie>();
  const tieOf = (one: number, other: number): ClusterTie => {
    const key = `${one} ${other}`;
    const known = ties.get(key);
    if (known) return known;
    const between: [string, string] = [clusters[one]!.id, clusters[other]!.id];
    const made: ClusterTie = { between, things: [], shared: 0, uses: 0, money: [] };
    ties.set(key, made);
    return made;
  };
  for (const { node, users, groups } of things)
    for (const [at, one] of groups.entries())
      for (const other of groups.slice(at + 1)) {
        const tie = tieOf(one.cluster, other.cluster);
        tie.shared += 1;
        tie.uses += one.uses + other.uses;
        if (tie.things.length === mostNamed) continue;
        tie.things.push({
          ...{ node, users },
          accounts: [one.accounts, other.accounts],
          uses: [one.uses, other.uses],
        });
      }
  for (const { from, to, currency, ...flow } of money)
    tieOf(Math.min(from, to), Math.max(from, to)).money.push({
      from: clusters[from]!.id,
      to: clusters[to]!.id,
      currency: currency ?? '',
      ...flow,
    });
  return [...ties.values()].sort((a, b) => amountOf(b) - amountOf(a));
}

/** Uses of what is shared, and transfers. */
function amountOf({ uses, money }: ClusterTie): number {
  return money.reduce((sum, { count }) => sum + count, uses);
}

async function thingsBetween(database: Database, members: readonly Member[]) {
  const rows = await database.read<ThingRow>(loadQuery('views/cluster_things'), {
    ...{ members, crowd, shared_networks: [...sharedNetworks] },
    ...{ most: mostThings, most_rows: mostRows },
  });
  return rows.map(({ node, users, groups }) => {
    const { type, id, caption } = storedNode(node);
    return {
      ...{ node: { type, id, caption }, users },
      groups: groups.sort((one, other) => one.cluster - other.cluster),
    };
  });
}

async function moneyBetween(database: Database, members: readonly Member[]): Promise<MoneyRow[]> {
  const payments = await database.read<{ payment: string; cluster: number }>(
    loadQuery('views/cluster_payments'),
    { members, crowd },
  );
  return database.read<MoneyRow>(loadQuery('views/cluster_money'), {
    payments,
    cluster_of: Object.fromEntries(payments.map(({ payment, cluster }) => [payment, cluster])),
    most_followed: mostRows,
  });
}
