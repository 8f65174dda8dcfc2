/** Finds what lies among a few accounts by what is known of each, not by going through all that a platform has. */
import { addTo } from '../../../domain/group-by.ts';
import type { BareFinding } from '../../../domain/finding.ts';
import type { Link } from '../link/links.ts';

/** Those with both ends among the accounts, in the order of all links. */
export type LinksOf = (accounts: ReadonlySet<string>) => Link[];

/** Those that are about the accounts alone, and those named; each once, in no order. */
export type FindingsOf = (accounts: ReadonlySet<string>, named: Iterable<string>) => BareFinding[];

export function linksAmong(links: readonly Link[]): LinksOf {
  const places = new Map<string, number[]>();
  links.forEach(({ a }, place) => {
    addTo(places, a, place);
  });
  return (accounts) =>
    [...accounts]
      .flatMap((account) => places.get(account) ?? [])
      .filter((place) => accounts.has(links[place]!.b))
      .sort((one, other) => one - other)
      .map((place) => links[place]!);
}

/** A finding about companies alone is about no account, and so about none of whichever accounts. */
export function findingsAmong(findings: readonly BareFinding[]): FindingsOf {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const byFirst = new Map<string, BareFinding[]>();
  for (const finding of findings) {
    const first = finding.accounts[0];
    if (first !== undefined) addTo(byFirst, first, finding);
  }
  return (accounts, named) => {
    const within = new Set<BareFinding>();
    for (const id of named) within.add(byId.get(id)!);
    for (const account of accounts)
      for (const finding of byFirst.get(account) ?? [])
        if (finding.accounts.every((one) => accounts.has(one))) within.add(finding);
    return [...within];
  };
}
