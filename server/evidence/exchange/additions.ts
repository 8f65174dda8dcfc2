/** What analysts added by hand, as graph files hold it: marked, with where it is known from and who wrote it. */
import { addedRef, gradeOf, type ListedAddition } from '../../../domain/addition.ts';
import type { Attributes } from './attributes.ts';

export interface AddedNode {
  ref: string;
  label: string;
  attributes: Attributes;
}

export interface AddedEdge extends AddedNode {
  from: string;
  to: string;
}

export interface AddedGraph {
  nodes: readonly AddedNode[];
  edges: readonly AddedEdge[];
}

export const noAdditions: AddedGraph = { nodes: [], edges: [] };

/** Nodes and edges beside those of the data, in their order. */
export function addedGraph(additions: readonly ListedAddition[]): AddedGraph {
  const nodes: AddedNode[] = [];
  const edges: AddedEdge[] = [];
  for (const one of additions) {
    const ref = addedRef(one.id);
    const known = attributesOf(one);
    if (one.kind === 'thing')
      nodes.push({
        ref,
        label: one.name,
        attributes: { ...known, type: one.type, label: one.name },
      });
    else {
      const attributes = { ...known, type: 'added.link', label: one.says };
      edges.push({ ref, label: one.says, from: one.from, to: one.to, attributes });
    }
  }
  return { nodes, edges };
}

/** Each named so that no column of the data is called the same. */
function attributesOf(one: ListedAddition): Attributes {
  const { source, known, note, by, at } = one;
  return {
    by_hand: true,
    'by_hand.source': source,
    'by_hand.grade': gradeOf(one),
    'by_hand.known': known,
    'by_hand.by': by,
    'by_hand.at': at,
    ...(note === '' ? {} : { 'by_hand.note': note }),
  };
}
