import type { GraphRelation } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { isContext } from '../../../domain/standing.ts';

/** Relations from one node to another that are drawn as one line. */
export interface Line {
  /** References of its ends. */
  from: string;
  to: string;
  /** How the relations read, each wording once. */
  says: string[];
  relations: number;
  /** Nothing that the data state runs along it, and no analyst has confirmed it. */
  inferred: boolean;
  /** An analyst has rejected all of it. */
  rejected: boolean;
  /** It leads to what is shown for context alone. */
  context: boolean;
  /** An analyst added it by hand. */
  added?: true;
}

/** One line for each pair and direction, in the order of their first relations. A relation of a node with itself is not drawn. */
export function linesOf(relations: Iterable<GraphRelation>): Line[] {
  const lines = new Map<string, Line>();
  for (const relation of relations) {
    const [from, to] = [formatRef(relation.from), formatRef(relation.to)];
    if (from === to) continue;
    const verdict = relation.judgement?.verdict;
    const inferred = relation.derived && verdict !== 'confirmed';
    const rejected = verdict === 'rejected';
    const context = isContext(relation);
    const key = `${from}\n${to}`;
    const line = lines.get(key);
    if (!line) {
      const says = [relation.says];
      lines.set(key, { from, to, says, relations: 1, inferred, rejected, context });
      continue;
    }
    if (!line.says.includes(relation.says)) line.says.push(relation.says);
    line.relations += 1;
    line.inferred &&= inferred;
    line.rejected &&= rejected;
  }
  return [...lines.values()];
}

/** The other ends of every node's lines, by reference. */
export function neighboursBy(
  lines: readonly Pick<Line, 'from' | 'to'>[],
): Map<string, Set<string>> {
  const neighbours = new Map<string, Set<string>>();
  const join = (one: string, other: string) => {
    const known = neighbours.get(one);
    if (known) known.add(other);
    else neighbours.set(one, new Set([other]));
  };
  for (const { from, to } of lines) {
    join(from, to);
    join(to, from);
  }
  return neighbours;
}
