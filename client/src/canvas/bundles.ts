import type { GraphRelation } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/graph.ts';
import { words } from '../../../domain/words/index.ts';

/** All relations from one node to another, drawn as one line; inferred ones apart from stated ones. */
export interface Bundle {
  key: string;
  from: string;
  to: string;
  derived: boolean;
  relations: GraphRelation[];
}

export function bundlesOf(relations: readonly GraphRelation[]): Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const relation of relations) {
    const from = formatRef(relation.from);
    const to = formatRef(relation.to);
    const { derived } = relation;
    const key = JSON.stringify([from, to, derived]);
    const bundle = bundles.get(key);
    if (bundle) bundle.relations.push(relation);
    else bundles.set(key, { key, from, to, derived, relations: [relation] });
  }
  return [...bundles.values()];
}

/** "logged in from ×12", kind by kind. */
export function captionOfBundle({ relations }: Bundle): string {
  const counts = new Map<string, number>();
  for (const { says } of relations) counts.set(says, (counts.get(says) ?? 0) + 1);
  return [...counts].map(([says, n]) => words.page.canvas.bundled(says, n)).join(', ');
}
