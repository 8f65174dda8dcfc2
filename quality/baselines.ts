import { join } from 'node:path';
import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import { UnionFind } from '../server/detection/link/union-find.ts';
import { scoreWorld, type Output, type WorldScore } from './score.ts';
import { readRows, type Label } from './world.ts';

/** Values that several accounts share: payouts, devices and addresses, each with its accounts. */
interface Shared {
  accounts: readonly string[];
  values: readonly { kind: SharedKind; accounts: readonly string[] }[];
}
type SharedKind = 'payout' | 'device' | 'ip';

/** What more accounts than this share tells nothing, and would make a square of links. */
const hubAccounts = 30;

/** What little thought gives on a world: ours has to be worth more, and a world where these do well is too easy. */
export async function baselinesOf(
  folder: string,
  labels: readonly Label[],
): Promise<{ name: string; score: WorldScore }[]> {
  const shared = await readShared(folder);
  return [
    { name: 'components', score: scoreWorld(byComponents(shared), labels) },
    { name: 'rare links', score: scoreWorld(byRareLinks(shared), labels) },
  ];
}

/** Reads a dataset folder as it is, without a database. */
async function readShared(folder: string): Promise<Shared> {
  const accounts = await readRows<{ account_id: string }>(join(folder, 'accounts.csv'));
  const logins = await readRows<{ account_id: string; ip: string; device_id: string }>(
    join(folder, 'logins.csv'),
  );
  const uses = await readRows<{ account_id: string; payment_account_id: string; purpose: string }>(
    join(folder, 'account_payments.csv'),
  );
  const users = new Map<string, { kind: SharedKind; accounts: Set<string> }>();
  const add = (kind: SharedKind, value: string, account: string) => {
    if (value === '') return;
    const key = `${kind} ${value}`;
    const known = users.get(key) ?? { kind, accounts: new Set() };
    users.set(key, known);
    known.accounts.add(account);
  };
  for (const { account_id, ip, device_id } of logins) {
    add('ip', ip, account_id);
    add('device', device_id, account_id);
  }
  for (const { account_id, payment_account_id, purpose } of uses)
    if (purpose !== 'funding') add('payout', payment_account_id, account_id);
  return {
    accounts: accounts.map(({ account_id }) => account_id).sort(),
    values: [...users.values()]
      .map(({ kind, accounts: sharing }) => ({ kind, accounts: [...sharing].sort() }))
      .filter(({ accounts: { length } }) => length > 1 && length <= hubAccounts),
  };
}

/** Whatever is joined by a shared value is one cluster; it scores higher the larger it is and the more kinds of value hold it. */
function byComponents({ accounts, values }: Shared): Output {
  const sets = new UnionFind();
  const kinds = new Map<string, Set<SharedKind>>();
  for (const { accounts: sharing } of values)
    for (const account of sharing) sets.join(sharing[0]!, account);
  const clusters = [...sets.sets()].map(([, members]) => [...members].sort());
  const clusterOf = new Map(clusters.flatMap((one, at) => one.map((account) => [account, at])));
  for (const { kind, accounts: sharing } of values) {
    const cluster = String(clusterOf.get(sharing[0]!));
    kinds.set(cluster, (kinds.get(cluster) ?? new Set()).add(kind));
  }
  const scores = clusters.map(
    (members, at) => ((kinds.get(String(at))?.size ?? 0) / 3) * (1 - 1 / members.length),
  );
  return {
    accounts: accounts.map((account_id) => {
      const cluster = clusterOf.get(account_id);
      return { account_id, score: cluster === undefined ? 0 : scores[cluster]! };
    }),
    clusters: clusters.filter((members) => members.length > 1),
  };
}

/** The weight at which a score is one half: two values that two in five thousand share. */
const halfWeight = 2 * Math.log(2_500);

/** Shared values weigh ln(N/k); Louvain finds communities; an account scores by its weight inside its own. */
function byRareLinks({ accounts, values }: Shared): Output {
  const graph = new Graph({ type: 'undirected' });
  for (const account of accounts) graph.addNode(account);
  for (const { accounts: sharing } of values) {
    const weight = Math.log(accounts.length / sharing.length);
    for (let a = 0; a < sharing.length; a++)
      for (let b = a + 1; b < sharing.length; b++)
        graph.updateUndirectedEdge(sharing[a], sharing[b], (held) => ({
          weight: ((held['weight'] as number | undefined) ?? 0) + weight,
        }));
  }
  const communities = louvain(graph, { getEdgeWeight: 'weight', rng: seeded(1) });
  const inside = new Map<string, number>();
  graph.forEachEdge((_, attributes, a, b) => {
    if (communities[a] !== communities[b]) return;
    const weight = attributes['weight'] as number;
    inside.set(a, (inside.get(a) ?? 0) + weight);
    inside.set(b, (inside.get(b) ?? 0) + weight);
  });
  const clusters = new Map<number, string[]>();
  for (const account of accounts) {
    const id = communities[account]!;
    clusters.set(id, [...(clusters.get(id) ?? []), account]);
  }
  return {
    accounts: accounts.map((account_id) => {
      const weight = inside.get(account_id) ?? 0;
      return { account_id, score: weight / (weight + halfWeight) };
    }),
    clusters: [...clusters.values()].filter(
      (members) => members.length > 1 && members.every((account) => (inside.get(account) ?? 0) > 0),
    ),
  };
}

/** Louvain looks at accounts in a random order; the same one each time. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
