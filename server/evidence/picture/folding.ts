/** Nodes that say the same are drawn as one where there are many: forty jobs of one account are forty times one line. */
import { formatRef } from '../../../domain/schema/graph.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';
import { neighboursBy, type Line } from './lines.ts';

/** What is drawn as one mark. */
export interface Thing {
  /** Of the first of its nodes. */
  ref: string;
  /** Mostly one; else several of a type that touch the same nodes in the same way. */
  nodes: WholeNode[];
  /** An analyst added it by hand. */
  added?: true;
}

/** With more nodes than these, what touches one node alone is folded. */
const mostWithLeaves = 60;
/** With more marks than these still, what touches the same nodes is folded too. */
const mostApart = 120;
/** Fewer that are alike stay apart. */
const fewest = 3;

/** Accounts always stay apart. */
export function folded(
  nodes: readonly WholeNode[],
  lines: readonly Line[],
): { things: Thing[]; lines: readonly Line[] } {
  const single = nodes.map((node): Thing => ({ ref: formatRef(node), nodes: [node] }));
  if (nodes.length <= mostWithLeaves) return { things: single, lines };
  const neighbours = neighboursBy(lines);
  const touches = touchesBy(lines);
  const fold = (mayFold: (ref: string) => boolean) => groups(single, touches, mayFold);
  const withoutLeaves = fold((ref) => neighbours.get(ref)?.size === 1);
  const things =
    withoutLeaves.length <= mostApart ? withoutLeaves : fold((ref) => neighbours.has(ref));
  return { things, lines: merged(lines, things) };
}

function groups(
  single: readonly Thing[],
  touches: ReadonlyMap<string, readonly string[]>,
  mayFold: (ref: string) => boolean,
): Thing[] {
  const alike = new Map<string, Thing>();
  for (const { ref, nodes } of single) {
    const node = nodes[0]!;
    const folds = node.type !== 'account' && mayFold(ref);
    const key = folds
      ? [node.type, node.stub, node.standing, ...(touches.get(ref) ?? [])].join('\n')
      : ref;
    const group = alike.get(key);
    if (group) group.nodes.push(node);
    else alike.set(key, { ref, nodes: [node] });
  }
  return [...alike.values()].flatMap((group) =>
    group.nodes.length < fewest
      ? group.nodes.map((node): Thing => ({ ref: formatRef(node), nodes: [node] }))
      : [group],
  );
}

/** For each node what its lines lead to and how they are drawn, in order. */
function touchesBy(lines: readonly Line[]): Map<string, string[]> {
  const touches = new Map<string, string[]>();
  const add = (ref: string, touch: string) => {
    const known = touches.get(ref);
    if (known) known.push(touch);
    else touches.set(ref, [touch]);
  };
  for (const { from, to, inferred, rejected } of lines) {
    const how = `${inferred} ${rejected}`;
    add(from, `to ${to} ${how}`);
    add(to, `from ${from} ${how}`);
  }
  for (const known of touches.values()) known.sort();
  return touches;
}

/** The lines of what is drawn as one, as one. */
function merged(lines: readonly Line[], things: readonly Thing[]): Line[] {
  const drawnAs = new Map(
    things.flatMap(({ ref, nodes }) => nodes.map((node) => [formatRef(node), ref] as const)),
  );
  const kept = new Map<string, Line>();
  for (const line of lines) {
    const [from, to] = [drawnAs.get(line.from)!, drawnAs.get(line.to)!];
    const known = kept.get(`${from}\n${to}`);
    if (!known) {
      kept.set(`${from}\n${to}`, { ...line, from, to, says: [...line.says] });
      continue;
    }
    known.relations += line.relations;
    known.says.push(...line.says.filter((one) => !known.says.includes(one)));
  }
  return [...kept.values()];
}
