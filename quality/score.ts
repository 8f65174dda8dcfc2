import { compareText } from '../domain/compare-text.ts';
import type { Label } from './world.ts';

/** What detection says of a world, as the contract's files hold it. */
export interface Output {
  accounts: readonly { account_id: string; score: number }[];
  clusters: readonly (readonly string[])[];
}

/** How many of how many. */
export interface Share {
  hit: number;
  of: number;
}

export interface WorldScore {
  accounts: number;
  bad: number;
  /** Average precision over all accounts by score, ties counted together. */
  ap: number;
  /** Precision among the R best, R the number of bad accounts. */
  precisionAtR: number;
  /** Rings of which one cluster holds at least 60 % and is made of to at least 80 %. */
  rings: Share;
  missedRings: string[];
  /** Clusters of which no ring makes up half. */
  falseClusters: Share;
  /** Bad accounts of each kind among the R best. */
  kinds: Map<string, Share>;
  /** Honest look-alikes of each kind that score at least 0.5 or stand in a cluster. */
  alarms: Map<string, Share>;
}

const alarmScore = 0.5;

/** Roles other than `benign` are bad; accounts without a label are honest. */
export function scoreWorld({ accounts, clusters }: Output, labels: readonly Label[]): WorldScore {
  const bad = new Map(
    labels.filter(({ role }) => role !== 'benign').map((label) => [label.account_id, label]),
  );
  const ranked = [...accounts].sort(
    (a, b) => b.score - a.score || compareText(a.account_id, b.account_id),
  );
  const best = new Set(
    ranked
      .slice(0, bad.size)
      .filter(({ score }) => score > 0)
      .map(({ account_id }) => account_id),
  );
  const { found, missed, mistaken } = ringsFound(clusters, bad);
  const inCluster = new Set(clusters.flat());
  const scoreOf = new Map(accounts.map(({ account_id, score }) => [account_id, score]));
  return {
    accounts: accounts.length,
    bad: bad.size,
    ap: averagePrecision(
      ranked.map(({ account_id, score }) => ({ score, bad: bad.has(account_id) })),
    ),
    precisionAtR: [...best].filter((account) => bad.has(account)).length / Math.max(1, bad.size),
    rings: { hit: found, of: found + missed.length },
    missedRings: missed,
    falseClusters: { hit: mistaken, of: clusters.length },
    kinds: byKind([...bad.values()], 'ring', ({ account_id }) => best.has(account_id)),
    alarms: byKind(
      labels.filter(({ role }) => role === 'benign'),
      'benign',
      ({ account_id }) => (scoreOf.get(account_id) ?? 0) >= alarmScore || inCluster.has(account_id),
    ),
  };
}

/** Of scores in any order; those that tie count as one step. */
export function averagePrecision(scored: readonly { score: number; bad: boolean }[]): number {
  const ranked = [...scored].sort((a, b) => b.score - a.score);
  const all = ranked.filter(({ bad }) => bad).length;
  let hits = 0;
  let sum = 0;
  for (let at = 0; at < ranked.length;) {
    let end = at;
    let tied = 0;
    while (end < ranked.length && ranked[end]!.score === ranked[at]!.score) {
      if (ranked[end]!.bad) tied += 1;
      end += 1;
    }
    hits += tied;
    sum += tied * (hits / end);
    at = end;
  }
  return sum / Math.max(1, all);
}

function ringsFound(
  clusters: readonly (readonly string[])[],
  bad: ReadonlyMap<string, Label>,
): { found: number; missed: string[]; mistaken: number } {
  const sizes = new Map<string, number>();
  for (const { cluster } of bad.values()) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  const found = new Set<string>();
  let mistaken = 0;
  for (const cluster of clusters) {
    const [ring, members] = mostOf(cluster, bad);
    if (members < 0.5 * cluster.length) mistaken += 1;
    else if (members >= 0.6 * sizes.get(ring)! && members >= 0.8 * cluster.length) found.add(ring);
  }
  return {
    found: found.size,
    missed: [...sizes.keys()].filter((ring) => !found.has(ring)).sort(),
    mistaken,
  };
}

/** The ring that most of the cluster belongs to, and how many those are; of several the first met. */
function mostOf(
  cluster: readonly string[],
  bad: ReadonlyMap<string, Label>,
): [ring: string, members: number] {
  const counts = new Map<string, number>();
  for (const account of cluster) {
    const label = bad.get(account);
    if (label) counts.set(label.cluster, (counts.get(label.cluster) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
}

function byKind(
  labels: readonly Label[],
  unnamed: string,
  isHit: (label: Label) => boolean,
): Map<string, Share> {
  const shares = new Map<string, Share>();
  for (const label of labels) {
    const kind = label.kind || unnamed;
    const share = shares.get(kind) ?? { hit: 0, of: 0 };
    shares.set(kind, share);
    share.of += 1;
    if (isHit(label)) share.hit += 1;
  }
  return new Map([...shares].sort(([a], [b]) => compareText(a, b)));
}
