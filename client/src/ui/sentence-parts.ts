import type { NodeRef } from '../../../domain/schema/graph.ts';
import { withDays } from '../theme/formats.ts';

/** No word goes on before or after such a place. Compiled once: for each sentence anew they took longer than drawing it. */
const begins = /(?<![\p{L}\p{N}_])/uy;
const ends = /(?![\p{L}\p{N}_])/uy;

/** A text cut where it names one of the nodes by its id, as a word by itself; of ids within one another the longest. */
export function partsOf<N extends NodeRef>(text: string, nodes: readonly N[]): (string | N)[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const named = [...byId.keys()].flatMap((id) => placesOf(text, id));
  named.sort((one, other) => one.at - other.at || other.id.length - one.id.length);
  const parts: (string | N)[] = [];
  let from = 0;
  for (const { id, at } of named) {
    if (at < from) continue;
    if (at > from) parts.push(text.slice(from, at));
    parts.push(byId.get(id)!);
    from = at + id.length;
  }
  if (from < text.length || parts.length === 0) parts.push(text.slice(from));
  return parts;
}

/** The same as one line of text, its days as the page writes them. */
export function sentence(text: string, nodes: readonly (NodeRef & { caption: string })[]): string {
  return partsOf(text, nodes)
    .map((part) => (typeof part === 'string' ? withDays(part) : part.caption))
    .join('');
}

/** Where an id stands in a text as a word by itself. */
function placesOf(text: string, id: string): { id: string; at: number }[] {
  const places: { id: string; at: number }[] = [];
  if (id === '') return places;
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1))
    if (isAt(begins, text, at) && isAt(ends, text, at + id.length)) places.push({ id, at });
  return places;
}

function isAt(edge: RegExp, text: string, at: number): boolean {
  edge.lastIndex = at;
  return edge.test(text);
}
