import { families, type Family } from '../domain/detector.ts';
import type { Finding } from '../domain/finding.ts';
import { tiesOf } from '../server/detection/link/links.ts';
import { seeded } from './ranking.ts';
import type { World } from './world.ts';

/**
 * A platform drawn from an observed world: fewer rings, other shares of each kind of honest look-alike, some tables
 * missing or whole families of evidence, rings that are more careful than they were. What is fitted over many of them cannot rest on one generator's
 * shares of anything. Strengths stay as they were found on the whole world.
 */
export function drawnPlatform(
  world: World,
  seed: number,
  detectors: readonly { id: string; family: Family }[],
): World {
  const random = seeded(seed);
  const gone = accountsGone(world, random);
  const silent = new Set(
    [...new Set(world.findings.map(({ detector }) => detector))]
      .sort()
      .filter(() => random() < silentShare),
  );
  const gags = silentFamilies(random);
  for (const { id, family } of detectors) if (gags.has(family)) silent.add(id);
  const careful = carefulness(world, random);
  const left = (account: string) => !gone.has(account);
  return {
    ...world,
    accounts: world.accounts.filter(left),
    labels: world.labels.filter(({ account_id }) => left(account_id)),
    groups: world.groups.filter(({ account_id }) => left(account_id)),
    exitUses: world.exitUses.filter(({ account }) => left(account)),
    hires: gags.has('ratings')
      ? []
      : world.hires.filter(({ client, hired }) => left(client) && left(hired)),
    recorded: (world.recorded ?? families).filter((family) => !gags.has(family)),
    findings: world.findings
      .filter((finding) => !silent.has(finding.detector) && random() >= careful(finding))
      .flatMap((finding) => without(finding, gone)),
  };
}

/** Each ring stays by an even chance or better; of each kind of look-alike a share that is drawn for it. */
const leastRings = 0.5;
const leastLookAlikes = 0.2;

/** A detector that finds nothing, as where a platform has no such table. */
const silentShare = 0.1;

/** Of every second platform each family may be silent, by as much: one that has no logins, or no ratings. */
const silentFamilyShare = 0.4;

function silentFamilies(random: () => number): ReadonlySet<Family> {
  if (random() < 0.5) return new Set();
  return new Set(families.filter(() => random() < silentFamilyShare));
}

/** So many of a ring's findings a careful one may have kept from being made. */
const mostCareful = 0.5;

function accountsGone({ labels }: World, random: () => number): Set<string> {
  const ringShare = between(leastRings, 1, random);
  const kept = new Map<string, boolean>();
  const shares = new Map<string, number>();
  const gone = new Set<string>();
  for (const { account_id, cluster, kind, role } of labels) {
    // A circle of look-alikes stays or goes as a whole, as a ring does.
    const circle = `${role === 'benign'}\n${cluster === '' ? account_id : cluster}`;
    if (role === 'benign' && !shares.has(kind))
      shares.set(kind, between(leastLookAlikes, 1, random));
    const share = role === 'benign' ? shares.get(kind)! : ringShare;
    if (!kept.has(circle)) kept.set(circle, random() < share);
    if (!kept.get(circle)) gone.add(account_id);
  }
  return gone;
}

/** By finding, how likely its ring has kept it from being made; 0 where it names nobody of a ring. */
function carefulness({ labels }: World, random: () => number): (finding: Finding) => number {
  const ofRing = new Map<string, number>();
  const ringOf = new Map<string, string>();
  for (const { account_id, cluster, role } of labels) {
    if (role === 'benign') continue;
    ringOf.set(account_id, cluster);
    if (!ofRing.has(cluster)) ofRing.set(cluster, mostCareful * random());
  }
  return ({ accounts }) =>
    Math.max(0, ...accounts.map((account) => ofRing.get(ringOf.get(account) ?? '') ?? 0));
}

/** The finding of those that are left; none where too few are for it to say anything. */
function without(finding: Finding, gone: ReadonlySet<string>): Finding[] {
  const accounts = finding.accounts.filter((account) => !gone.has(account));
  if (accounts.length === finding.accounts.length) return [finding];
  if (accounts.length < Math.min(2, finding.accounts.length)) return [];
  if (!finding.ties) return [{ ...finding, accounts }];
  const ties = tiesOf(finding).filter(({ a, b }) => !gone.has(a) && !gone.has(b));
  return ties.length === 0 ? [] : [{ ...finding, accounts, ties }];
}

function between(least: number, most: number, random: () => number): number {
  return least + (most - least) * random();
}
