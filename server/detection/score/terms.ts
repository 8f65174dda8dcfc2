import { compareText } from '../../../domain/compare-text.ts';
import type { Family } from '../../../domain/detector.ts';
import type { BareFinding } from '../../../domain/finding.ts';
import { silentTerm } from '../weights/silent.ts';
import { pairOf, type JudgedPairs } from '../link/judged-pairs.ts';
import { tiesOf, type Link } from '../link/links.ts';
import { measureUsual, rarityOfAmount, type Usual } from './usual.ts';
import { plainPart, telling } from '../weights/weights.ts';

/**
 * What speaks about an account, as named amounts in [0, 1], each of how much it tells:
 * `own:<detector>`: the strongest finding of that detector that names it, as far as few others show as much;
 * `plain:<detector>`: how far that finding is beyond a weak one;
 * `peers:<family>`: what the accounts linked with it show that it does not share, by how likely the link is;
 * `linked:surest`: how sure the surest link to another account is, by its log-odds;
 * `platform:silent`: of one about whom anything speaks, how much of all evidence this platform cannot show.
 * An account's terms depend on itself and on the accounts it is linked with, and on nothing further away.
 */
export interface Term {
  name: string;
  amount: number;
  /** The findings it rests on, sorted. */
  findings: string[];
}

export interface Scoring {
  detectors: readonly { id: string; family: Family; binds: boolean }[];
  findings: readonly BareFinding[];
  links: readonly Link[];
  /** How many accounts the platform has. */
  accounts: number;
  /** A pair that an analyst has rejected speaks for neither of the two. */
  judged: JudgedPairs;
  /** See `silentShare`. */
  silent: number;
}

/** Fewer likely peers than this say less: one doubtful link is not yet a neighbourhood. */
const steadyingPeers = 0.5;

const leastAmount = 0.005;

/** The log-odds at which a link begins to be noted, and at which it is as good as certain. */
const [noted, certain] = [-4, 1];

interface Shown {
  amount: number;
  finding: string;
}

/** The terms of every account that anything speaks about, and what is usual on the platform. */
export function termsOf(scoring: Scoring): {
  terms: Map<string, Term[]>;
  usual: Usual;
} {
  const { detectors, findings, links, accounts: accountCount, judged, silent } = scoring;
  const binding = new Set(detectors.filter(({ binds }) => binds).map(({ id }) => id));
  const own = ownEvidence(findings, binding, judged);
  const usual = measureUsual(amountsByDetector(own), accountCount);
  weighByRarity(own, usual);
  const named = findingsByAccount(findings);
  const familyOf = new Map(detectors.map(({ id, family }) => [id, family]));
  const linksOfAccount = new Map<string, Link[]>();
  for (const link of links) {
    for (const account of [link.a, link.b]) {
      const near = linksOfAccount.get(account);
      if (near) near.push(link);
      else linksOfAccount.set(account, [link]);
    }
  }
  const accounts = [...new Set([...own.keys(), ...linksOfAccount.keys()])].sort();
  const terms = new Map(
    accounts.map((account): [string, Term[]] => {
      const near = linksOfAccount.get(account) ?? [];
      const shown = [
        ...[...(own.get(account) ?? [])].flatMap(([detector, best]) => ownTerms(detector, best)),
        ...peerTerms(account, near, { own, familyOf, shared: named.get(account) ?? new Set() }),
        surestTerm(near),
      ].filter(({ amount }) => amount >= leastAmount);
      if (shown.length > 0 && silent > 0)
        shown.push({ name: silentTerm, amount: silent, findings: [] });
      return [account, shown.sort(byName)];
    }),
  );
  return { terms, usual };
}

/** By account and detector. A finding that binds counts for an account as far as it ties it to another. */
function ownEvidence(
  findings: readonly BareFinding[],
  binding: ReadonlySet<string>,
  judged: JudgedPairs,
) {
  const own = new Map<string, Map<string, Shown>>();
  for (const finding of findings) {
    for (const [account, share] of sharesOf(finding, binding.has(finding.detector), judged)) {
      const shown = own.get(account) ?? new Map<string, Shown>();
      own.set(account, shown);
      keepStronger(shown, finding.detector, {
        amount: telling(finding.score * share),
        finding: finding.id,
      });
    }
  }
  return own;
}

function sharesOf(
  finding: BareFinding,
  binds: boolean,
  { rejected }: JudgedPairs,
): Iterable<[string, number]> {
  const ties = binds && (finding.ties || rejected.size > 0) ? tiesOf(finding) : [];
  const left = ties.filter(({ a, b }) => !rejected.has(pairOf(a, b)));
  if (!binds || (!finding.ties && left.length === ties.length))
    return finding.accounts.map((account) => [account, 1]);
  const shares = new Map<string, number>();
  for (const { a, b, share } of left)
    for (const account of [a, b]) shares.set(account, Math.max(share, shares.get(account) ?? 0));
  return shares;
}

function keepStronger<K>(shown: Map<K, Shown>, key: K, candidate: Shown): void {
  const known = shown.get(key);
  const stronger =
    !known ||
    candidate.amount > known.amount ||
    (candidate.amount === known.amount && candidate.finding < known.finding);
  if (stronger) shown.set(key, candidate);
}

function amountsByDetector(
  own: ReadonlyMap<string, ReadonlyMap<string, Shown>>,
): Map<string, number[]> {
  const amounts = new Map<string, number[]>();
  for (const shown of own.values())
    for (const [detector, { amount }] of shown) {
      const all = amounts.get(detector);
      if (all) all.push(amount);
      else amounts.set(detector, [amount]);
    }
  return amounts;
}

function weighByRarity(own: ReadonlyMap<string, Map<string, Shown>>, usual: Usual): void {
  for (const shown of own.values())
    for (const [detector, { amount, finding }] of shown)
      shown.set(detector, {
        amount: amount * rarityOfAmount(usual, detector, amount),
        finding,
      });
}

function findingsByAccount(findings: readonly BareFinding[]): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  for (const { id, accounts } of findings)
    for (const account of accounts) {
      const ids = named.get(account);
      if (ids) ids.add(id);
      else named.set(account, new Set([id]));
    }
  return named;
}

function ownTerms(detector: string, { amount, finding }: Shown): Term[] {
  return [
    { name: `own:${detector}`, amount, findings: [finding] },
    { name: `plain:${detector}`, amount: plainPart(amount), findings: [finding] },
  ];
}

interface Around {
  own: ReadonlyMap<string, ReadonlyMap<string, Shown>>;
  familyOf: ReadonlyMap<string, Family>;
  /** Findings that name the account itself: it must not hear of them again from its peers. */
  shared: ReadonlySet<string>;
}

function peerTerms(account: string, links: readonly Link[], around: Around): Term[] {
  const sums = new Map<Family, { amount: number; findings: Set<string> }>();
  let likely = steadyingPeers;
  for (const { a, b, probability } of links) {
    likely += probability;
    for (const [family, shown] of strongest(a === account ? b : a, around)) {
      const sum = sums.get(family) ?? { amount: 0, findings: new Set() };
      sums.set(family, sum);
      sum.amount += probability * shown.amount;
      sum.findings.add(shown.finding);
    }
  }
  return [...sums].map(([family, { amount, findings }]) => ({
    name: `peers:${family}`,
    amount: amount / likely,
    findings: [...findings].sort(),
  }));
}

/** The strongest of each family that a peer shows. */
function strongest(peer: string, { own, familyOf, shared }: Around): Map<Family, Shown> {
  const byFamily = new Map<Family, Shown>();
  for (const [detector, one] of own.get(peer) ?? [])
    if (!shared.has(one.finding)) keepStronger(byFamily, familyOf.get(detector)!, one);
  return byFamily;
}

function surestTerm(links: readonly Link[]): Term {
  let surest: Link | undefined;
  for (const link of links) if (!surest || link.total > surest.total) surest = link;
  const sure = surest ? (surest.total - noted) / (certain - noted) : 0;
  return {
    name: 'linked:surest',
    amount: Math.min(1, Math.max(0, sure)),
    findings: (surest?.parts ?? []).map(({ finding }) => finding).sort(),
  };
}

function byName(one: Term, other: Term): number {
  return compareText(one.name, other.name);
}
