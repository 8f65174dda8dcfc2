import type { GraphNode, GraphRelation } from '../../../../domain/answers.ts';
import { formatRef, parseRef, type NodeRef } from '../../../../domain/schema/graph.ts';
import type { Judgement } from '../../../../domain/judgement.ts';
import { messages } from '../../../../domain/messages/browser.ts';
import type { Board } from '../board.ts';
import type { Identities, Identity } from './identities.ts';

/**
 * The board as analysts' judgements have it: relations marked as confirmed or rejected, rejected ones put back that
 * detection no longer infers, and those that are one and the same drawn as one node.
 */
export function judgedBoard(
  board: Board,
  judgements: readonly Judgement[],
  identities: Identities,
): Board {
  if (judgements.length === 0 && ![...board.relations.values()].some(({ judgement }) => judgement))
    return board;
  return merged(withVerdicts(board, judgements), identities);
}

/** The node that stands for a member on the board: the member with the smallest reference of those that are there. */
export function drawnAs(board: Board, identity: Identity | undefined): string | null {
  const there = identity?.members.filter((ref) => board.nodes.has(ref)) ?? [];
  if (there.length < 2 || there.some((ref) => board.apart.has(ref))) return null;
  return there[0] ?? null;
}

function withVerdicts(board: Board, judgements: readonly Judgement[]): Board {
  // What a relation came with may have been withdrawn since.
  const relations = new Map(
    [...board.relations].map(([key, relation]) => [key, withoutVerdict(relation)]),
  );
  for (const judgement of judgements) {
    if (judgement.withdrawn || judgement.kind === 'identity') continue;
    const [from, to] = judgement.subjects;
    if (!from || !to || ![from, to].every((end) => board.nodes.has(formatRef(end)))) continue;
    const key = judgement.relation?.key ?? `judgement|${judgement.id}`;
    const known = relations.get(key);
    if (known) relations.set(key, { ...known, judgement });
    else if (!judgement.relation || judgement.verdict === 'rejected')
      relations.set(key, judgedRelation(key, judgement, from, to));
  }
  return { ...board, relations };
}

function withoutVerdict(relation: GraphRelation): GraphRelation {
  if (!relation.judgement) return relation;
  const plain = { ...relation };
  delete plain.judgement;
  return plain;
}

/** What analysts say of two nodes, as a relation; no row states it. */
function judgedRelation(
  key: string,
  judgement: Judgement,
  from: NodeRef,
  to: NodeRef,
): GraphRelation {
  const { relation, verdict } = judgement;
  return {
    key,
    type: relation?.type ?? 'judgement.link',
    from,
    to,
    says: relation?.says ?? messages.judgements.page.judgedLink[verdict],
    at: null,
    derived: true,
    values: {},
    sources: [],
    judgement,
  };
}

function merged(board: Board, identities: Identities): Board {
  const as = new Map<string, string>();
  for (const [ref, identity] of identities) {
    const drawn = drawnAs(board, identity);
    if (drawn !== null && board.nodes.has(ref)) as.set(ref, drawn);
  }
  const nodes = new Map<string, GraphNode>();
  for (const [ref, node] of board.nodes) {
    const identity = identities.get(ref);
    const drawn = as.get(ref) ?? ref;
    if (drawn === ref) nodes.set(ref, identity ? oneOf(node, board, identity, as.has(ref)) : node);
  }
  const relations = new Map<string, GraphRelation>();
  for (const [key, relation] of board.relations) {
    const from = endOf(relation.from, as);
    const to = endOf(relation.to, as);
    const inside = formatRef(from) === formatRef(to);
    if (!inside || formatRef(relation.from) === formatRef(relation.to))
      relations.set(key, { ...relation, from, to });
  }
  return { ...board, nodes, relations, hidden: hiddenOf(board, as) };
}

function endOf(end: NodeRef, as: ReadonlyMap<string, string>): NodeRef {
  const drawn = as.get(formatRef(end));
  return drawn === undefined ? end : (parseRef(drawn) ?? end);
}

/** The node that stands for all, or a member by itself, which says which others are the same. */
function oneOf(node: GraphNode, board: Board, { members }: Identity, forAll: boolean): GraphNode {
  const own = formatRef(node);
  const others = members.filter((ref) => ref !== own);
  const nameOf = (ref: string) => board.nodes.get(ref)?.caption ?? parseRef(ref)?.id ?? ref;
  const caption = messages.judgements.page.same(node.caption, others.map(nameOf));
  if (!forAll) return { ...node, caption };
  const there = members.flatMap((ref) => board.nodes.get(ref) ?? []);
  const scores = there.flatMap(({ score }) => score ?? []);
  return {
    ...node,
    caption,
    stub: there.every(({ stub }) => stub),
    score: scores.length > 0 ? Math.max(...scores) : null,
    cluster_id: there.find(({ cluster_id }) => cluster_id !== null)?.cluster_id ?? null,
    degree: there.reduce((sum, { degree }) => sum + degree, 0),
  };
}

/** What stands for several is hidden when all of them are. */
function hiddenOf(board: Board, as: ReadonlyMap<string, string>): Set<string> {
  const hidden = new Set([...board.hidden].filter((ref) => !as.has(ref)));
  const shown = new Set(
    [...as].filter(([ref]) => !board.hidden.has(ref)).map(([, drawn]) => drawn),
  );
  for (const drawn of as.values()) if (!shown.has(drawn)) hidden.add(drawn);
  return hidden;
}
