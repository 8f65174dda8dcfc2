/** Whom a board is about, as its nodes say it. */
import type { GraphNode, GraphRelation } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { isContext, type Standing } from '../../../domain/standing.ts';
import type { Board } from './board.ts';

type Nodes = ReadonlyMap<string, GraphNode>;

/**
 * Nodes as they come onto a board. Where it says whom it is about, another account is there for context, unless what is
 * added says otherwise; who was a member stays one.
 */
export function withStandingOn(before: Nodes, added: readonly GraphNode[]): readonly GraphNode[] {
  if (!tellsStandings(before)) return added;
  return added.map((node) => {
    const was = before.get(formatRef(node))?.standing;
    const usual = node.type === 'account' ? 'context' : undefined;
    const standing = was === 'member' ? was : (node.standing ?? was ?? usual);
    return standing ? { ...node, standing } : node;
  });
}

function tellsStandings(nodes: Nodes): boolean {
  return [...nodes.values()].some(({ standing }) => standing !== undefined);
}

/** What a person says of accounts on the board. */
export function stood(nodes: Nodes, refs: readonly string[], standing: Standing): Nodes {
  const others = new Map(nodes);
  for (const ref of refs) {
    const node = others.get(ref);
    if (node) others.set(ref, { ...node, standing });
  }
  return others;
}

/** By reference, of those among these that have one. */
export function standingsIn({ nodes }: Board, refs: readonly string[]): Record<string, Standing> {
  return Object.fromEntries(
    refs.flatMap((ref) => {
      const standing = nodes.get(ref)?.standing;
      return standing ? [[ref, standing] as const] : [];
    }),
  );
}

/** A relation is of those that are shown for context when one of its ends is. */
export function leadsToContext({ nodes }: Board, { from, to }: GraphRelation): boolean {
  return [from, to].some((end) => isContext(nodes.get(formatRef(end)) ?? {}));
}

/** The relations as the board has their ends now. */
export function relationsStood(board: Board, relations: readonly GraphRelation[]): GraphRelation[] {
  return relations.map((relation) => {
    const own = { ...relation };
    delete own.standing;
    return leadsToContext(board, relation) ? { ...own, standing: 'context' as const } : own;
  });
}
