import type { GraphNode, GraphRelation } from '../../../domain/answers.ts';
import { relationLabel } from '../../../domain/labels/relation-label.ts';
import { messages } from '../../../domain/messages/later.ts';
import { compilePattern, valuesOf } from '../../../domain/pattern/compile.ts';
import { likeThese, mostMarked, type NotTaken } from '../../../domain/pattern/like-these.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { addressOfQuery, writtenAsked } from '../subject/query-address.ts';

const text = messages.patternDrawing.like;
/** What is listed by name; the rest is counted. */
const mostNamed = 6;
const mostLinks = 8;

interface Opening {
  address: string;
  /** What the pattern does not say of the example, in words. */
  left: string[];
  refusal: null;
}

/** Where a pattern opens that what is marked fits; or why none can be made. */
export function addressLikeThese(
  nodes: readonly GraphNode[],
  relations: readonly GraphRelation[],
  start: string | null,
): Opening | { address: null; left: null; refusal: string } {
  const made = likeThese(nodes, relations, start);
  if (made.pattern === null) {
    const refusal = made.why === 'tooMany' ? text.tooMany(mostMarked) : text.apart;
    return { address: null, left: null, refusal };
  }
  const compiled = compilePattern(made.pattern);
  const asked = { text: compiled.text, parameters: valuesOf(compiled, {}), pattern: made.pattern };
  const address = addressOfQuery('', writtenAsked(asked));
  return { address, left: saidLeft(made.notTaken, nodes), refusal: null };
}

function saidLeft(notTaken: readonly NotTaken[], nodes: readonly GraphNode[]): string[] {
  const captions = new Map(nodes.map((node) => [formatRef(node), node.caption]));
  const nameOf = (ref: string) => captions.get(ref) ?? ref;
  const links = notTaken.flatMap((one) =>
    one.why === 'beside' || one.why === 'unknown' ? [one] : [],
  );
  return [
    ...notTaken.flatMap((one) => {
      if (!('nodes' in one)) return [];
      const named = one.nodes.slice(0, mostNamed).map(nameOf);
      return [text[one.why](named, one.nodes.length - named.length)];
    }),
    ...links.slice(0, mostLinks).map(({ why, relation: { type, from, to, values } }) => {
      const relation = relationLabel(type, values['kind']);
      return text[why](relation, nameOf(formatRef(from)), nameOf(formatRef(to)));
    }),
    ...(links.length > mostLinks ? [text.others(links.length - mostLinks)] : []),
  ];
}
