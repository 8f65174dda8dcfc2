import type { GraphRelation } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/graph.ts';
import type { Verdict } from '../../../domain/judgement.ts';
import { words } from '../../../domain/words/index.ts';

/**
 * All relations from one node to another, drawn as one line; inferred ones apart from stated ones, and what an
 * analyst has confirmed or rejected apart from the rest.
 */
export interface Bundle {
  key: string;
  from: string;
  to: string;
  derived: boolean;
  verdict: Verdict | null;
  relations: GraphRelation[];
}

export function bundlesOf(relations: readonly GraphRelation[]): Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const relation of relations) {
    const from = formatRef(relation.from);
    const to = formatRef(relation.to);
    const { derived } = relation;
    const verdict = relation.judgement?.verdict ?? null;
    const key = JSON.stringify(verdict ? [from, to, derived, verdict] : [from, to, derived]);
    const bundle = bundles.get(key);
    if (bundle) bundle.relations.push(relation);
    else bundles.set(key, { key, from, to, derived, verdict, relations: [relation] });
  }
  return [...bundles.values()];
}

/** The bundle of that key; where it was judged since, what is left of it. */
export function bundleAt(bundles: readonly Bundle[], key: string): Bundle | undefined {
  const ends = (of: string) => JSON.stringify((JSON.parse(of) as unknown[]).slice(0, 3));
  return (
    bundles.find((bundle) => bundle.key === key) ??
    bundles.find((bundle) => ends(bundle.key) === ends(key))
  );
}

/** "logged in from ×12", kind by kind. */
export function captionOfBundle({ relations, verdict }: Bundle): string {
  const counts = new Map<string, number>();
  for (const { says } of relations) counts.set(says, (counts.get(says) ?? 0) + 1);
  const says = [...counts].map(([kind, n]) => words.page.canvas.bundled(kind, n)).join(', ');
  return verdict ? `${words.judgements.page.mark[verdict]}: ${says}` : says;
}
