import type { GraphNode, GraphRelation } from '../../../domain/answers.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import type { Board } from './board.ts';
import { liftedOn } from './layers.ts';
import { kindOf, kindsAmong, withKind } from './relation-kinds.ts';

/** Who of the accounts that a story is of does it: both or all, at least two, or each by itself. */
export type Sharing = 'all' | 'several' | 'one';

/** What ties folded nodes to what a story shows. */
export type FoldedBy =
  /** Accounts of the story. `rows` say so; `only` is the one account where there is no other. */
  | {
      by: 'accounts';
      relation: string;
      says: string;
      /** It goes from them to the accounts. */
      toAccounts: boolean;
      sharing: Sharing;
      accounts: number;
      rows: number;
      ties: number;
      only: GraphNode | null;
    }
  /** They are like one another, or like something of the story; `most` is the highest score. */
  | { by: 'likeness'; relation: string; most: number }
  /** Things of the story. */
  | { by: 'things'; relation: string; says: string; toThings: boolean }
  | { by: 'nothing' };

/** What of a graph is not drawn at first: nodes by what ties them, or what accounts do to one another. */
export type Fold = { key: string; count: number; open: boolean } & (
  | { refs: readonly string[]; type: NodeTypeName; tie: FoldedBy }
  /** What is left when there are too many to be read. */
  | { refs: readonly string[]; type: null; tie: null }
  /** `most`: the highest score, where likeness is measured. */
  | { kind: string; says: string; most: number | null }
);

/** More are no few to choose from. */
const mostFolds = 9;

/** Inferred relations whose score says how alike two texts or papers are. */
const likenesses: ReadonlySet<string> = new Set([
  ...['derived.same-text', 'derived.writes-like', 'derived.same-paper'],
]);

const known = new WeakMap<Board, Fold[]>();

/** The folds of a story: nodes by what ties them, those that most accounts share first; then relations between accounts by their kind. */
export function foldsOf(board: Board): Fold[] {
  if (!board.story || board.leaves.size === 0) return [];
  const before = known.get(board);
  if (before) return before;
  const folds = [...foldsOfNodes(board), ...foldsOfKinds(board)];
  known.set(board, folds);
  return folds;
}

function foldsOfNodes(board: Board): Fold[] {
  const ties = tiesOfLeaves(board);
  const members = accountsOf(board);
  const byKey = new Map<string, { type: NodeTypeName; ties: LeafTie[]; refs: string[] }>();
  for (const [ref, tie] of ties) {
    const { type } = board.nodes.get(ref)!;
    const key = [type, tie.relation, tie.toOthers, tie.by, sharingOf(tie, members.size)].join(' ');
    const fold = byKey.get(key) ?? { type, ties: [], refs: [] };
    byKey.set(key, fold);
    fold.ties.push(tie);
    fold.refs.push(ref);
  }
  const all = [...byKey]
    .map(([key, { type, refs, ties: own }]) => {
      const tie = tieOfAll(own, members);
      return { key, type, refs, tie, count: refs.length, open: isOpen(board, refs) };
    })
    .sort((one, other) => rankOf(one.tie) - rankOf(other.tie) || other.count - one.count);
  if (all.length <= mostFolds) return all;
  const rest = all.slice(mostFolds - 1).flatMap(({ refs }) => refs);
  return [
    ...all.slice(0, mostFolds - 1),
    ...[{ key: 'rest', type: null, tie: null, refs: rest, count: rest.length }].map((fold) => ({
      ...fold,
      open: isOpen(board, rest),
    })),
  ];
}

/** What shows for a layer's sake alone unfolds nothing. */
function isOpen(board: Board, refs: readonly string[]): boolean {
  const lifted = liftedOn(board);
  return refs.some((ref) => !board.hidden.has(ref) && !lifted.has(ref));
}

function foldsOfKinds(board: Board): Fold[] {
  const among = amongAccounts(board.relations.values());
  return kindsAmong(among).map(({ kind, says, count }): Fold => {
    const scores = likenesses.has(kind)
      ? scoresOf(among.filter((one) => kindOf(one) === kind))
      : [];
    return {
      ...{ key: kind, kind, says, count, most: scores.length > 0 ? Math.max(...scores) : null },
      open: board.kinds.get(kind) !== 'hidden',
    };
  });
}

/** What two accounts rate, hire or refer each other by is told by what binds them. */
export function amongAccounts(relations: Iterable<GraphRelation>): GraphRelation[] {
  return [...relations].filter(({ from, to }) => from.type === 'account' && to.type === 'account');
}

const foldedOn = new WeakMap<Board, ReadonlySet<string>>();

/** What of a story is folded now; what was hidden of an unfolded type was hidden by hand. */
export function foldedIn(board: Board): ReadonlySet<string> {
  const before = foldedOn.get(board);
  if (before) return before;
  const closed = foldsOf(board).flatMap((fold) => ('refs' in fold && !fold.open ? fold.refs : []));
  const folded = new Set(closed.filter((ref) => board.hidden.has(ref)));
  foldedOn.set(board, folded);
  return folded;
}

/** The same board with these unfolded, or folded again. */
export function withFolds(board: Board, folds: readonly Fold[], open: boolean): Board {
  const hidden = new Set(board.hidden);
  let { kinds } = board;
  for (const fold of folds)
    if ('refs' in fold) for (const ref of fold.refs) hidden[open ? 'delete' : 'add'](ref);
    else kinds = withKind(kinds, fold.kind, open ? 'shown' : 'hidden');
  return { ...board, hidden, kinds };
}

/** What ties one folded node, by relations of one kind and one direction. */
interface LeafTie {
  by: FoldedBy['by'];
  relation: string;
  says: string;
  /** It goes from the node to the others. */
  toOthers: boolean;
  others: ReadonlySet<string>;
  rows: number;
  most: number;
}

const untied: LeafTie = {
  ...{ by: 'nothing', relation: '', says: '', toOthers: true, others: new Set(), rows: 0, most: 0 },
};

/** Of each folded node, what ties it best: likeness, then the accounts of the story, then its things. */
function tiesOfLeaves(board: Board): Map<string, LeafTie> {
  const members = accountsOf(board);
  const shown = new Set(board.story?.shown.map(formatRef));
  const ties = new Map<string, Map<string, LeafTie>>();
  const add = (leaf: NodeRef, other: NodeRef, relation: GraphRelation) => {
    const [ref, at] = [formatRef(leaf), formatRef(other)];
    if (!board.leaves.has(ref) || ref === at) return;
    const kind = kindOf(relation);
    const by = likenesses.has(kind)
      ? 'likeness'
      : members.has(at)
        ? 'accounts'
        : shown.has(at)
          ? 'things'
          : null;
    if (!by) return;
    const toOthers = relation.from === leaf;
    const own = ties.get(ref) ?? new Map<string, LeafTie>();
    ties.set(ref, own);
    // Alike are two, whichever is named first.
    const key = by === 'likeness' ? kind : [by, kind, toOthers].join(' ');
    const before = own.get(key) ?? { ...untied, others: new Set<string>() };
    own.set(key, {
      ...{ by, relation: kind, says: relation.says, toOthers: by === 'likeness' || toOthers },
      others: new Set([...before.others, at]),
      rows: before.rows + 1,
      most: Math.max(before.most, ...scoresOf([relation])),
    });
  };
  for (const relation of board.relations.values()) {
    add(relation.from, relation.to, relation);
    add(relation.to, relation.from, relation);
  }
  return new Map(
    [...board.leaves].flatMap((ref) => {
      if (!board.nodes.has(ref)) return [];
      const [best = untied] = [...(ties.get(ref)?.values() ?? [])].sort(
        (one, other) =>
          order.indexOf(one.by) - order.indexOf(other.by) ||
          other.others.size - one.others.size ||
          other.rows - one.rows,
      );
      return [[ref, best] as const];
    }),
  );
}

const order: readonly FoldedBy['by'][] = ['likeness', 'accounts', 'things', 'nothing'];

/** The accounts that a story is of: those it shows, but for what holds them. */
function accountsOf({ story, nodes }: Board): Map<string, GraphNode> {
  const things = new Set(story?.things.map(({ node }) => formatRef(node)));
  return new Map(
    (story?.shown ?? []).flatMap((ref) => {
      const node = nodes.get(formatRef(ref));
      return node?.type === 'account' && !things.has(formatRef(ref))
        ? [[formatRef(ref), node] as const]
        : [];
    }),
  );
}

function sharingOf({ by, others }: LeafTie, members: number): Sharing | null {
  if (by !== 'accounts') return null;
  if (others.size === 1) return 'one';
  return others.size === members ? 'all' : 'several';
}

function tieOfAll(ties: readonly LeafTie[], members: ReadonlyMap<string, GraphNode>): FoldedBy {
  const [{ by, relation, says, toOthers }] = [ties[0] ?? untied];
  if (by === 'likeness') return { by, relation, most: Math.max(...ties.map(({ most }) => most)) };
  if (by === 'things') return { by, relation, says, toThings: toOthers };
  if (by === 'nothing') return { by };
  const others = new Set(ties.flatMap((tie) => [...tie.others]));
  const [only] = others;
  return {
    ...{ by, relation, says, toAccounts: toOthers, accounts: members.size },
    sharing: sharingOf(ties[0]!, members.size) ?? 'one',
    rows: ties.reduce((sum, { rows }) => sum + rows, 0),
    ties: ties.reduce((sum, tie) => sum + tie.others.size, 0),
    only: others.size === 1 ? (members.get(only!) ?? null) : null,
  };
}

/** What more accounts share comes first. */
function rankOf(tie: FoldedBy): number {
  if (tie.by === 'accounts') return { all: 0, several: 1, one: 3 }[tie.sharing];
  return { likeness: 2, things: 4, nothing: 5 }[tie.by];
}

function scoresOf(relations: readonly GraphRelation[]): number[] {
  return relations.flatMap(({ values: { score } }) => (typeof score === 'number' ? [score] : []));
}
