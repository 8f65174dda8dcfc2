import { compareText } from '../../../domain/compare-text.ts';
import type { Judged } from '../group/judge.ts';

/** What an analyst has confirmed or dismissed, as far as weights can be learned from it. */
export interface Decided {
  /** Of the finding or the cluster. */
  id: string;
  kind: 'cluster' | 'finding';
  verdict: 'confirmed' | 'dismissed';
  /** About whom it was when it was decided. */
  accounts: readonly string[];
}

/** A set of accounts of which something was decided, and what. */
export interface DecidedSet {
  /** Sorted. */
  accounts: readonly string[];
  /** The share of what was decided of it that confirms. */
  confirmed: number;
  /** How many decisions speak of it. */
  decisions: number;
}

/** How many confirm, and how many dismiss. */
export interface Sides {
  confirmed: number;
  dismissed: number;
}

export function sidesOf(decisions: readonly Pick<Decided, 'verdict'>[]): Sides {
  const confirmed = decisions.filter(({ verdict }) => verdict === 'confirmed').length;
  return { confirmed, dismissed: decisions.length - confirmed };
}

/**
 * What decisions are about, in an order that is not theirs. What was decided of a finding speaks of the cluster or group
 * that has more than half of its accounts, unless of that itself something was decided, which goes before; of one set
 * several decisions speak once, each with its share: they are about one circumstance.
 */
export function decidedSets(
  decisions: readonly Decided[],
  groups: readonly Pick<Judged, 'accounts'>[],
  known: ReadonlySet<string>,
): DecidedSet[] {
  const about = decisions
    .map((decision) => ({
      ...decision,
      accounts: [...new Set(decision.accounts)].filter((one) => known.has(one)).sort(),
    }))
    .filter(({ accounts }) => accounts.length > 0);
  const clusters = new Map<string, Saying>();
  for (const { kind, accounts, verdict } of about)
    if (kind === 'cluster') say(clusters, accounts, verdict);
  const findings = new Map<string, Saying>();
  const within = memberships([
    ...[...clusters.values()].map(({ accounts }) => accounts),
    ...groups.map(({ accounts }) => accounts),
  ]);
  for (const { kind, accounts, verdict } of about) {
    if (kind !== 'finding') continue;
    const of = mostly(accounts, within) ?? accounts;
    if (!clusters.has(of.join('\n'))) say(findings, of, verdict);
  }
  return [...clusters, ...findings]
    .sort(([one], [other]) => compareText(one, other))
    .map(([, { accounts, confirmed, decisions: number }]) => ({
      accounts,
      confirmed: confirmed / number,
      decisions: number,
    }));
}

interface Saying {
  accounts: readonly string[];
  confirmed: number;
  decisions: number;
}

function say(
  of: Map<string, Saying>,
  accounts: readonly string[],
  verdict: Decided['verdict'],
): void {
  const key = accounts.join('\n');
  const said = of.get(key) ?? { accounts, confirmed: 0, decisions: 0 };
  of.set(key, said);
  said.decisions += 1;
  if (verdict === 'confirmed') said.confirmed += 1;
}

type Memberships = ReadonlyMap<string, readonly (readonly string[])[]>;

function memberships(sets: readonly (readonly string[])[]): Memberships {
  const of = new Map<string, (readonly string[])[]>();
  for (const set of sets)
    for (const account of set) {
      const all = of.get(account);
      if (all) all.push(set);
      else of.set(account, [set]);
    }
  return of;
}

/** The set with most of the accounts, if that is more than half; of several the first. */
function mostly(accounts: readonly string[], within: Memberships): readonly string[] | null {
  const shared = new Map<readonly string[], number>();
  for (const account of accounts)
    for (const set of within.get(account) ?? []) shared.set(set, (shared.get(set) ?? 0) + 1);
  let best: readonly string[] | null = null;
  for (const [set, count] of shared)
    if (2 * count > accounts.length && count > (best ? shared.get(best)! : 0)) best = set;
  return best;
}
