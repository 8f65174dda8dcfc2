import type { GraphNode, GraphRelation } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import type { Story } from '../../../domain/story.ts';
import type { Board } from './board.ts';
import { kindsAmong, withKind, type KindStates } from './relation-kinds.ts';
import { rolePlaces } from './role-places.ts';

/** A board as a story opens: what holds its accounts together, each in the lane of its part, and all else folded. */
export function asStory(board: Board, story: Story, form: number | undefined): Board {
  const shown = new Set(story.shown.map(formatRef));
  const folded = new Set([...board.nodes.keys()].filter((ref) => !shown.has(ref)));
  const told = folded.size > 0 ? amongAccounts(board.relations.values()) : [];
  const kinds: KindStates = new Map(kindsAmong(told).map(({ kind }) => [kind, 'hidden']));
  const nodes = [...board.nodes].flatMap(([ref, node]) => (shown.has(ref) ? [{ ref, node }] : []));
  const opened = { ...board, story, hidden: folded, leaves: folded, kinds };
  return { ...opened, placed: rolePlaces({ nodes, joined: joinedOn(opened), form }) };
}

/** What is joined on the board, be it by rows or by what the story says binds two. */
function joinedOn(board: Board): [string, string][] {
  const stated = [...board.relations.values()].map(({ from, to }): [string, string] => [
    formatRef(from),
    formatRef(to),
  ]);
  const told = (board.story?.links ?? []).map(({ a, b }): [string, string] => [
    `account:${a}`,
    `account:${b}`,
  ]);
  return [...stated, ...told];
}

/** What two accounts rate, hire or refer each other by is told by what binds them. */
function amongAccounts(relations: Iterable<GraphRelation>): GraphRelation[] {
  return [...relations].filter(({ from, to }) => from.type === 'account' && to.type === 'account');
}

/** By reference, what each thing of the story adds to the sum; null where it stands there for being listed. */
export function storyWeights({ story }: Pick<Board, 'story'>): ReadonlyMap<string, number | null> {
  return new Map(story?.things.map(({ node, weight }) => [formatRef(node), weight]));
}

/** What of a graph is not drawn at first: nodes of a type, or what accounts do to one another. */
export type Fold = { key: string; count: number; open: boolean } & (
  { type: NodeTypeName; refs: readonly string[] } | { kind: string; says: string }
);

/** What of a story is folded now; what was hidden of an unfolded type was hidden by hand. */
export function foldedIn(board: Board): ReadonlySet<string> {
  return new Set(foldsOf(board).flatMap((fold) => ('refs' in fold && !fold.open ? fold.refs : [])));
}

/** The folds of a story, the largest first: nodes by their type, then relations between accounts by their kind. */
export function foldsOf(board: Board): Fold[] {
  if (!board.story || board.leaves.size === 0) return [];
  const byType = new Map<NodeTypeName, GraphNode[]>();
  for (const ref of board.leaves) {
    const node = board.nodes.get(ref);
    if (node) byType.set(node.type, [...(byType.get(node.type) ?? []), node]);
  }
  const ofNodes = [...byType].map(([type, nodes]): Fold => {
    const refs = nodes.map(formatRef);
    const open = refs.some((ref) => !board.hidden.has(ref));
    return { key: type, type, refs, count: refs.length, open };
  });
  const ofKinds = kindsAmong(amongAccounts(board.relations.values())).map(
    ({ kind, says, count }): Fold => ({
      ...{ key: kind, kind, says, count },
      open: board.kinds.get(kind) !== 'hidden',
    }),
  );
  return [...ofNodes.sort((one, other) => other.count - one.count), ...ofKinds];
}

export function withFolds(board: Board, folds: readonly Fold[], open: boolean): Board {
  const hidden = new Set(board.hidden);
  let { kinds } = board;
  for (const fold of folds)
    if ('refs' in fold) for (const ref of fold.refs) hidden[open ? 'delete' : 'add'](ref);
    else kinds = withKind(kinds, fold.kind, open ? 'shown' : 'hidden');
  return { ...board, hidden, kinds };
}
