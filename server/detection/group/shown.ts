import type { Family } from '../../../domain/detector.ts';
import type { HonestExplanation } from '../../../domain/honest-explanation.ts';
import { ownShare, rowsOf } from '../link/same-rows.ts';
import { boundRows, type Heaviest } from './bound.ts';
import { logChoose, surpriseOf } from './chance.ts';
import type { GroupEvidence, Sign } from './evidence.ts';
import { explainedShares, surpriseWeight, type Weighed, type Weighing } from './term.ts';

/** What a detector says of members one by one, before anything is taken off. */
interface Shown {
  family: Family;
  full: number;
  /** Of those that count, the strongest first. */
  signs: readonly Sign[];
}

/**
 * Of each family, the sign that most improbably many members show, as far as they hang together at all. Of a member, a row
 * counts once: what it shows by rows that bind it, or by which it shows something heavier, counts for what is its own.
 */
export function shownTerms(
  members: ReadonlySet<string>,
  heaviest: Heaviest,
  evidence: GroupEvidence,
  weighing: Weighing,
): Weighed[] {
  const told = boundRows(members, heaviest, evidence.rows);
  const terms = new Map<Family, Weighed>();
  for (const { family, full, signs } of shownBy(members, evidence, weighing)) {
    if ((terms.get(family)?.full ?? 0) > 0) continue;
    const own = signs.map((sign) => {
      const rows = rowsOf(evidence.rows, sign.finding, sign.account);
      const before = told.get(sign.account) ?? [];
      const weight = (full / signs.length) * ownShare(rows, before).own;
      if (weight > 0) told.set(sign.account, [...before, { finding: sign.finding, rows }]);
      return { finding: sign.finding, weight };
    });
    terms.set(family, termFrom(`shown:${family}`, own, evidence));
  }
  return [...terms.values()];
}

/** Detector by detector, the heaviest first. */
function shownBy(
  members: ReadonlySet<string>,
  { signs, platform, accounts, familyOf }: GroupEvidence,
  weighing: Weighing,
): Shown[] {
  const byDetector = new Map<string, Sign[]>();
  for (const account of members)
    for (const [detector, sign] of signs.get(account) ?? []) {
      const all = byDetector.get(detector);
      if (all) all.push(sign);
      else byDetector.set(detector, [sign]);
    }
  return [...byDetector.keys()]
    .sort()
    .map((detector): Shown => {
      const shown = byDetector.get(detector)!.sort((one, other) => other.amount - one.amount);
      const surprise = surpriseOf(
        shown.map(({ amount }) => amount),
        members.size,
        { all: platform.get(detector)!, accounts, tried: platform.size },
      );
      const family = familyOf.get(detector)!;
      const full = surpriseWeight(
        `shown:${family}`,
        { nats: surprise.nats, accounts: surprise.shown, size: members.size },
        weighing,
      );
      return { family, full, signs: shown.slice(0, surprise.shown) };
    })
    .filter(({ full }) => full > 0)
    .sort((one, other) => other.full - one.full);
}

function termFrom(
  name: string,
  signs: readonly { finding: string; weight: number }[],
  { explained }: GroupEvidence,
): Weighed {
  const taken = new Map<HonestExplanation, number>();
  for (const { finding, weight } of signs)
    for (const [explanation, share] of explainedShares(explained.get(finding)))
      taken.set(explanation, (taken.get(explanation) ?? 0) + share * weight);
  return {
    name,
    full: signs.reduce((sum, { weight }) => sum + weight, 0),
    taken,
    accounts: signs.length,
    findings: [...new Set(signs.map(({ finding }) => finding))].sort(),
  };
}

/**
 * The natural logarithm of how many groups as large might have been picked: out of the members and those who hold to
 * them as firmly as the loosest of them does. What some such group shows is no surprise in the one that was picked.
 */
export function pickedFrom(members: ReadonlySet<string>, { bonds }: GroupEvidence): number {
  const outside: { other: string; hold: number }[] = [];
  let loosest = Infinity;
  for (const account of members) {
    let firmest = 0;
    for (const { a, b, hold } of bonds.get(account) ?? []) {
      const other = a === account ? b : a;
      if (!members.has(other)) outside.push({ other, hold: Math.max(0, hold) });
      else if (hold > firmest) firmest = hold;
    }
    loosest = Math.min(loosest, firmest);
  }
  const others = new Set<string>();
  for (const { other, hold } of outside) if (hold >= loosest) others.add(other);
  return logChoose(others.size, members.size + others.size);
}
