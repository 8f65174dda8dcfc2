import {
  addedId,
  addedRef,
  type AddedLink,
  type AddedThing,
  type Addition,
} from '../../../domain/addition.ts';
import type { GraphNode } from '../../../domain/answers.ts';
import { isVisible, type Board } from './board.ts';
import type { EdgeGroup } from './edge-groups.ts';
import { holderOf } from './node-group.ts';

/** Something added, by the reference under which it is drawn. */
export interface DrawnAddition {
  ref: string;
  thing: AddedThing;
}

/** Things that were added and are not hidden. */
export function visibleAdditions({ additions, hidden }: Board): DrawnAddition[] {
  return [...additions].flatMap(([id, thing]) => {
    const ref = addedRef(id);
    return thing.kind === 'thing' && !hidden.has(ref) ? [{ ref, thing }] : [];
  });
}

/** Whether what a reference names can be seen, be it of the graph or added. */
export function isSeen(board: Board, ref: string): boolean {
  const id = addedId(ref);
  if (id === null) return isVisible(board, ref);
  return board.additions.get(id)?.kind === 'thing' && !board.hidden.has(ref);
}

/** What a person calls a node of the board, or something added. */
export function nameOnBoard(board: Board, ref: string): string {
  const id = addedId(ref);
  const added = id === null ? undefined : board.additions.get(id);
  return added?.kind === 'thing' ? added.name : (board.nodes.get(ref)?.caption ?? ref);
}

/** What was added as the drawing takes a node; its type is one of the schema even where it is none of them. */
export function additionAsNode({ ref, thing }: DrawnAddition): GraphNode {
  return {
    type: thing.type === 'thing' ? 'person' : thing.type,
    id: ref,
    caption: thing.name,
    score: null,
    cluster_id: null,
    stub: false,
    degree: 0,
  };
}

/** Links that were added between what can be seen, as lines. */
export function addedLines(board: Board): EdgeGroup[] {
  return [...board.additions].flatMap(([id, link]) => {
    if (link.kind !== 'link' || !isSeen(board, link.from) || !isSeen(board, link.to)) return [];
    const [from, to] = [holderOf(board.groups, link.from), holderOf(board.groups, link.to)];
    if (from === to) return [];
    const key = addedLineKey(id, { from, to });
    return [{ key, from, to, derived: true, verdict: null, relations: [], added: { id, link } }];
  });
}

/** Of the line that a link between two is drawn as. */
export function addedLineKey(id: string, { from, to }: Pick<AddedLink, 'from' | 'to'>): string {
  return JSON.stringify([from, to, true, addedRef(id)]);
}

/** Links that lead to something, with their ids. */
export function addedLinksAt({ additions }: Board, ref: string): { id: string; link: AddedLink }[] {
  return [...additions].flatMap(([id, link]) =>
    link.kind === 'link' && (link.from === ref || link.to === ref) ? [{ id, link }] : [],
  );
}

/** What was added and can be seen. */
export function seenAdditions(board: Board): [string, Addition][] {
  return [...board.additions].filter(([id, one]) =>
    one.kind === 'thing'
      ? isSeen(board, addedRef(id))
      : isSeen(board, one.from) && isSeen(board, one.to),
  );
}

/** What was added about some nodes: links that join them, and things that a link joins to one of them. */
export function additionsAmong(
  { additions }: Board,
  refs: ReadonlySet<string>,
): Map<string, Addition> {
  const near = new Set(refs);
  for (const one of additions.values()) {
    if (one.kind !== 'link') continue;
    if (refs.has(one.from) && addedId(one.to) !== null) near.add(one.to);
    if (refs.has(one.to) && addedId(one.from) !== null) near.add(one.from);
  }
  return new Map(
    [...additions].filter(([id, one]) =>
      one.kind === 'thing' ? near.has(addedRef(id)) : near.has(one.from) && near.has(one.to),
    ),
  );
}
