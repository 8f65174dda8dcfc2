import { addTo } from '../../../domain/group-by.ts';
import type { NodeRef } from '../../../domain/schema/graph.ts';
import type { Judgement } from '../../../domain/judgement.ts';
import { UnionFind } from './union-find.ts';

/**
 * What analysts have judged of pairs of accounts, by `pairOf`: in the same hands, or not linked. Accounts that
 * are one and the same are in the same hands, all of them with one another.
 */
export interface JudgedPairs {
  confirmed: ReadonlyMap<string, Judgement>;
  rejected: ReadonlyMap<string, Judgement>;
}

export const nothingJudged: JudgedPairs = { confirmed: new Map(), rejected: new Map() };

/** The name of a pair, whichever comes first. */
export function pairOf(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

/** `judgements`: those in force, in the order of their ids. What is judged of a pair itself goes before an identity. */
export function judgedPairs(judgements: readonly Judgement[]): JudgedPairs {
  const confirmed = identicalPairs(judgements);
  const rejected = new Map<string, Judgement>();
  for (const judgement of judgements) {
    if (judgement.kind !== 'link') continue;
    const [a, b] = judgement.subjects as [NodeRef, NodeRef];
    const pair = pairOf(a.id, b.id);
    if (judgement.verdict === 'confirmed') confirmed.set(pair, judgement);
    else rejected.set(pair, judgement);
  }
  for (const pair of rejected.keys()) confirmed.delete(pair);
  return { confirmed, rejected };
}

/** The pair that some judgements make one and the same, and another one not linked; null when none does. */
export function contradiction(judgements: readonly Judgement[]): [string, string] | null {
  const identical = identicalPairs(judgements);
  for (const pair of judgedPairs(judgements).rejected.keys())
    if (identical.has(pair)) return pair.split('\n') as [string, string];
  return null;
}

/** Pairs of accounts that are one and the same, through others too, with the judgement that says so of either. */
function identicalPairs(judgements: readonly Judgement[]): Map<string, Judgement> {
  const identities = judgements.filter(
    ({ kind, subjects }) => kind === 'identity' && subjects[0]?.type === 'account',
  );
  const sets = new UnionFind();
  const saidOf = new Map<string, Judgement[]>();
  for (const judgement of identities)
    for (const { id } of judgement.subjects) {
      sets.join(judgement.subjects[0]!.id, id);
      addTo(saidOf, id, judgement);
    }
  const pairs = new Map<string, Judgement>();
  for (const members of sets.sets().values())
    members.forEach((a, index) => {
      for (const b of members.slice(index + 1)) {
        const ofA = saidOf.get(a)!;
        const both = ofA.find(({ subjects }) => subjects.some(({ id }) => id === b));
        pairs.set(pairOf(a, b), both ?? ofA[0]!);
      }
    });
  return pairs;
}
