import { compareText } from '../../../domain/compare-text.ts';
import type { Family } from '../../../domain/detector.ts';
import type { HonestExplanation } from '../../../domain/honest-explanation.ts';
import type { GroupSum, GroupTerm } from '../../../domain/finding.ts';
import type { LinkPart } from '../link/links.ts';
import { countedOnce } from '../link/same-rows.ts';
import { termOf, type GroupModel } from '../weights/weights.ts';
import { silentTerm } from '../weights/silent.ts';
import { surpriseOf } from './chance.ts';
import type { Bond, GroupEvidence, Sign } from './evidence.ts';
import { exitsExplained, exitSurprise } from './exits.ts';
import { weakestHold } from './hold.ts';

/**
 * Judges a set of accounts as one: does it serve a scheme, or does something honest explain that it hangs together? What
 * binds its members counts by family of evidence and by how much of the group that covers; what they show by themselves
 * by how improbable it is on this platform. Each honest explanation takes away what it would show as well; the odds are
 * those of a scheme against the one that fits best.
 */

export interface Judged extends GroupSum {
  /** Sorted. */
  accounts: string[];
}

/** The log-odds of a bond from which nobody hangs on by a thread. */
const firm = 1.5;

/** So many natural units of surprise are as good as certain. */
const certain = 10;

/** Where this share of the members show a sign, it is as good as all. */
const most = 0.6;

/** Doublings from a pair on beyond which a larger group is no more telling. */
const mostDoublings = 3;

/** What each account more than an explanation usually has costs it, in log-odds. */
const costPerAccount = 0.4;

/** A term before it is held against an explanation: what it weighs, and how much each explanation takes of it. */
interface Weighed extends Omit<GroupTerm, 'weight'> {
  taken: ReadonlyMap<HonestExplanation, number>;
}

export function judge(
  accounts: readonly string[],
  evidence: GroupEvidence,
  model: GroupModel,
): Judged {
  const members = new Set([...accounts].sort());
  const links = linksWithin(members, evidence);
  const tight = weakestHold(members, links, firm) / firm;
  const picked = pickedFrom(members, evidence);
  const terms = [
    ...bondTerms(members, links, evidence),
    ...shownTerms(members, evidence, { model, tight, picked }),
    exitsTerm(members, links, evidence, { model, tight, picked }),
    ...shapeTerms(members.size, tight, model),
    shapeTerm(silentTerm, members.size, termOf(model, silentTerm).weight * evidence.silent, []),
  ].filter(({ full }) => full > 0);
  const rivals = rivalsOf(members.size, terms, model);
  const best = rivals[0]!;
  return {
    accounts: [...members],
    prior: priorOf(best.explanation, members.size, model),
    terms: terms
      .map(({ taken, ...term }) => ({
        ...term,
        weight: term.full - (taken.get(best.explanation) ?? 0),
      }))
      .sort((one, other) => other.weight - one.weight || compareText(one.name, other.name)),
    total: best.total,
    rivals,
  };
}

function linksWithin(members: ReadonlySet<string>, { bonds }: GroupEvidence): Bond[] {
  return [...members].flatMap((account) =>
    (bonds.get(account) ?? []).filter(({ a, b }) => a === account && members.has(b)),
  );
}

/**
 * Of each family, the strongest bond of each member, as a mean over all. Of a member, a row counts once: bonds of other
 * families by which the same rows tie it count for what is their own.
 */
function bondTerms(
  members: ReadonlySet<string>,
  links: readonly Bond[],
  { explained, rows }: GroupEvidence,
): Weighed[] {
  const best = new Map<Family, Map<string, LinkPart>>();
  for (const { a, b, parts } of links)
    for (const part of parts) {
      const ofFamily = best.get(part.family) ?? new Map<string, LinkPart>();
      best.set(part.family, ofFamily);
      for (const account of [a, b]) {
        const known = ofFamily.get(account);
        if (
          !known ||
          part.weight > known.weight ||
          (part.weight === known.weight && part.finding < known.finding)
        )
          ofFamily.set(account, part);
      }
    }
  const shareOf = sharesWithin(members, best, rows);
  return [...best].map(([family, parts]) => {
    const taken = new Map<HonestExplanation, number>();
    let full = 0;
    for (const [account, part] of parts) {
      const { finding } = part;
      const weight = part.weight * shareOf(account, family);
      full += weight / members.size;
      for (const [explanation, share] of explainedShares(explained.get(finding)))
        taken.set(explanation, (taken.get(explanation) ?? 0) + (share * weight) / members.size);
    }
    const findings = [...new Set([...parts.values()].map(({ finding }) => finding))].sort();
    return { name: `bond:${family}`, full, taken, accounts: parts.size, findings };
  });
}

/** How much of a member's bond of a family rests on rows that none of its heavier ones rests on. */
function sharesWithin(
  members: ReadonlySet<string>,
  best: ReadonlyMap<Family, ReadonlyMap<string, LinkPart>>,
  rows: GroupEvidence['rows'],
): (account: string, family: Family) => number {
  const shares = new Map<string, number>();
  for (const account of members) {
    const own = [...best].flatMap(([family, parts]) => {
      const part = parts.get(account);
      if (!part) return [];
      const tied = new Set(rows.get(part.finding)?.get(account));
      return [{ finding: part.finding, weight: part.weight, rows: tied, kind: family }];
    });
    for (const { item, own: share } of countedOnce(own))
      shares.set(`${account}\n${item.kind}`, share);
  }
  return (account, family) => shares.get(`${account}\n${family}`) ?? 1;
}

/** What weighs a surprise: as far as it is beyond chance, as many as show it, and as far as they hang together at all. */
interface Weighing {
  model: GroupModel;
  tight: number;
  picked: number;
}

/** Of each family, the sign that most improbably many members show; as far as they hang together at all. */
function shownTerms(
  members: ReadonlySet<string>,
  { signs, platform, accounts, familyOf, explained }: GroupEvidence,
  { model, tight, picked }: Weighing,
): Weighed[] {
  const byDetector = new Map<string, Sign[]>();
  for (const account of members)
    for (const [detector, sign] of signs.get(account) ?? []) {
      const all = byDetector.get(detector);
      if (all) all.push(sign);
      else byDetector.set(detector, [sign]);
    }
  const best = new Map<Family, Weighed>();
  for (const detector of [...byDetector.keys()].sort()) {
    const shown = byDetector.get(detector)!.sort((one, other) => other.amount - one.amount);
    const surprise = surpriseOf(
      shown.map(({ amount }) => amount),
      members.size,
      { all: platform.get(detector)!, accounts, tried: platform.size },
    );
    const nats = Math.max(0, surprise.nats - picked);
    const family = familyOf.get(detector)!;
    const name = `shown:${family}`;
    const full =
      termOf(model, name).weight *
      tight *
      Math.min(1, nats / certain) *
      Math.min(1, surprise.shown / (most * members.size));
    if (full <= (best.get(family)?.full ?? 0)) continue;
    const counted = shown.slice(0, surprise.shown);
    const taken = new Map<HonestExplanation, number>();
    for (const { finding } of counted)
      for (const [explanation, share] of explainedShares(explained.get(finding)))
        taken.set(explanation, (taken.get(explanation) ?? 0) + (share * full) / counted.length);
    const findings = [...new Set(counted.map(({ finding }) => finding))].sort();
    best.set(family, { name, full, taken, accounts: surprise.shown, findings });
  }
  return [...best.values()];
}

/**
 * That they chose the same exits of VPNs and servers, oftener than those who use any choose them. The same logins may bind
 * some of them already, and count once.
 */
function exitsTerm(
  members: ReadonlySet<string>,
  links: readonly Bond[],
  { exits }: GroupEvidence,
  { model, tight, picked }: Weighing,
): Weighed {
  const { nats, accounts, shared } = exitSurprise(members, exits);
  const name = 'shown:exits';
  const whole =
    termOf(model, name).weight *
    tight *
    Math.min(1, Math.max(0, nats - picked) / certain) *
    Math.min(1, accounts / (most * members.size));
  const full = Math.max(0, whole - boundByExits(members, links));
  const taken = new Map(
    explainedShares(exitsExplained).map(([explanation, share]) => [explanation, share * full]),
  );
  return { name, full, taken, accounts, findings: [], exits: shared.slice(0, mostExits) };
}

/** As many exits are named. */
const mostExits = 5;

/** What bonds of the same exits weigh, as a mean over all members. */
function boundByExits(members: ReadonlySet<string>, links: readonly Bond[]): number {
  const heaviest = new Map<string, number>();
  for (const { a, b, parts } of links)
    for (const { detector, weight } of parts)
      if (detector === 'same-exits')
        for (const account of [a, b])
          heaviest.set(account, Math.max(weight, heaviest.get(account) ?? 0));
  return [...heaviest.values()].reduce((sum, weight) => sum + weight, 0) / members.size;
}

/**
 * The natural logarithm of how many groups as large might have been picked: out of the members and those who hold to
 * them as firmly as the loosest of them does. What some such group shows is no surprise in the one that was picked.
 */
function pickedFrom(members: ReadonlySet<string>, { bonds }: GroupEvidence): number {
  const outside = new Map<string, number>();
  let loosest = Infinity;
  for (const account of members) {
    let firmest = 0;
    for (const link of bonds.get(account) ?? []) {
      const other = link.a === account ? link.b : link.a;
      const { hold } = link;
      if (members.has(other)) firmest = Math.max(firmest, hold);
      else outside.set(other, Math.max(hold, outside.get(other) ?? 0));
    }
    loosest = Math.min(loosest, firmest);
  }
  const others = [...outside.values()].filter((hold) => hold >= loosest).length;
  let ways = 0;
  for (let index = 1; index <= others; index += 1) ways += Math.log((members.size + index) / index);
  return ways;
}

/**
 * How firmly they hold where they hold least, and how many they are: the more, the less it is chance, or an explanation
 * that seldom has so many.
 */
function shapeTerms(size: number, tight: number, model: GroupModel): Weighed[] {
  const amount = Math.min(1, Math.log2(size / 2) / mostDoublings);
  const full = termOf(model, 'group:size').weight * amount;
  const usual = (Object.keys(model.rivals) as HonestExplanation[]).filter(
    (explanation) => explanation !== 'chance' && size <= model.rivals[explanation].most,
  );
  return [
    shapeTerm('group:tight', size, termOf(model, 'group:tight').weight * tight, []),
    shapeTerm('group:size', size, full, usual),
  ];
}

function shapeTerm(
  name: string,
  size: number,
  full: number,
  takenBy: readonly HonestExplanation[],
): Weighed {
  const taken = new Map(takenBy.map((explanation) => [explanation, full]));
  return { name, full, taken, accounts: size, findings: [] };
}

function rivalsOf(size: number, terms: readonly Weighed[], model: GroupModel): GroupSum['rivals'] {
  const full = terms.reduce((sum, term) => sum + term.full, 0);
  return (Object.keys(model.rivals) as HonestExplanation[])
    .map((explanation) => ({
      explanation,
      total:
        priorOf(explanation, size, model) +
        terms.reduce((sum, { taken }) => sum - (taken.get(explanation) ?? 0), full),
    }))
    .sort(
      (one, other) => one.total - other.total || compareText(one.explanation, other.explanation),
    );
}

function priorOf(explanation: HonestExplanation, size: number, model: GroupModel): number {
  const { prior, most } = model.rivals[explanation];
  return prior + costPerAccount * Math.max(0, size - most);
}

function explainedShares(explained: object | undefined): [HonestExplanation, number][] {
  return Object.entries(explained ?? {}) as [HonestExplanation, number][];
}
