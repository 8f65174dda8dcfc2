import type { NodeRef } from '../../../domain/schema/graph.ts';

/** A text cut where it names one of the nodes by its id, as a word by itself; of ids within one another the longest. */
export function partsOf<N extends NodeRef>(text: string, nodes: readonly N[]): (string | N)[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ids = [...byId.keys()].filter((id) => id !== '' && text.includes(id));
  if (ids.length === 0) return [text];
  ids.sort((one, other) => other.length - one.length);
  const named = new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:${ids.map(escaped).join('|')})(?![\\p{L}\\p{N}_])`,
    'gu',
  );
  const parts: (string | N)[] = [];
  let from = 0;
  for (const { 0: id, index } of text.matchAll(named)) {
    if (index > from) parts.push(text.slice(from, index));
    parts.push(byId.get(id)!);
    from = index + id.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

function escaped(id: string): string {
  return id.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
