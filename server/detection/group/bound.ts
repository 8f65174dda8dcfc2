import type { Family } from '../../../domain/detector.ts';
import type { HonestExplanation } from '../../../domain/honest-explanation.ts';
import type { LinkPart } from '../link/links.ts';
import { countedOnce, rowsOf } from '../link/same-rows.ts';
import type { Bond, GroupEvidence } from './evidence.ts';
import { explainedShares, type Weighed } from './term.ts';

/** Of each family, the strongest bond of each member to another. */
export type Heaviest = ReadonlyMap<Family, ReadonlyMap<string, LinkPart>>;

export function linksWithin(members: ReadonlySet<string>, { bonds }: GroupEvidence): Bond[] {
  const links: Bond[] = [];
  for (const account of members)
    for (const link of bonds.get(account) ?? [])
      if (link.a === account && members.has(link.b)) links.push(link);
  return links;
}

export function heaviestOf(links: readonly Bond[]): Heaviest {
  const heaviest = new Map<Family, Map<string, LinkPart>>();
  for (const { a, b, parts } of links)
    for (const part of parts) {
      let ofFamily = heaviest.get(part.family);
      if (!ofFamily) {
        ofFamily = new Map<string, LinkPart>();
        heaviest.set(part.family, ofFamily);
      }
      keepHeavier(ofFamily, a, part);
      keepHeavier(ofFamily, b, part);
    }
  return heaviest;
}

function keepHeavier(of: Map<string, LinkPart>, account: string, part: LinkPart): void {
  const known = of.get(account);
  if (
    !known ||
    part.weight > known.weight ||
    (part.weight === known.weight && part.finding < known.finding)
  )
    of.set(account, part);
}

/** What the strongest bonds of a family weigh together. */
export function bondOf(family: Family, heaviest: Heaviest): number {
  return [...(heaviest.get(family)?.values() ?? [])].reduce((sum, { weight }) => sum + weight, 0);
}

/**
 * Of each family, the strongest bond of each member, as a mean over all. Of a member, a row counts once: bonds of other
 * families by which the same rows tie it count for what is their own.
 */
export function bondTerms(
  members: ReadonlySet<string>,
  heaviest: Heaviest,
  { explained, rows }: GroupEvidence,
): Weighed[] {
  const shareOf = sharesWithin(members, heaviest, rows);
  return [...heaviest].map(([family, parts]) => {
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
  heaviest: Heaviest,
  rows: GroupEvidence['rows'],
): (account: string, family: Family) => number {
  const shares = new Map<string, number>();
  // Where no rows are known, all of a bond is its own: groups are sought so, millions of times.
  for (const account of rows.size === 0 ? [] : members) {
    const own = [...heaviest].flatMap(([family, parts]) => {
      const part = parts.get(account);
      if (!part) return [];
      const { finding, weight } = part;
      return [{ finding, weight, rows: rowsOf(rows, finding, account), kind: family }];
    });
    for (const { item, own: share } of countedOnce(own))
      shares.set(`${account}\n${item.kind}`, share);
  }
  return (account, family) => shares.get(`${account}\n${family}`) ?? 1;
}

/** By member, the rows by which each of its bonds ties it. */
export function boundRows(
  members: ReadonlySet<string>,
  heaviest: Heaviest,
  rows: GroupEvidence['rows'],
): Map<string, { finding: string; rows: ReadonlySet<string> }[]> {
  if (rows.size === 0) return new Map();
  return new Map(
    [...members].map((account) => {
      const parts = [...heaviest.values()].map((ofFamily) => ofFamily.get(account));
      return [
        account,
        parts.flatMap((part) =>
          part ? [{ finding: part.finding, rows: rowsOf(rows, part.finding, account) }] : [],
        ),
      ];
    }),
  );
}
