/**
 * A pattern made of an example: nodes and the links between them, as they are marked on a canvas. What is marked fits the
 * pattern. A pattern is a start and ways on from it, so rings and crossings become ways that need not meet again; what is
 * lost so is said.
 */
import type { GraphNode, GraphRelation } from '../answers.ts';
import { formatRef } from '../schema/graph.ts';
import { given, mostBranches, mostSteps, type Pattern, type PatternStep } from './pattern.ts';
import { waysFrom, type Way } from './vocabulary.ts';

/** More than anybody marks one by one; of a whole canvas the pattern would fit only itself. */
export const mostMarked = 60;

export type NotTaken =
  /** `beside`: between two nodes that are equally far from the start. `unknown`: of a sort that nobody can ask for. */
  | { why: 'beside' | 'unknown'; relation: GraphRelation }
  /**
   * Nodes by their references. `same`: several ways lead there, each of which the pattern asks for by itself. `much`: a way
   * there is more than a pattern may have. `unlinked`: no way leads there.
   */
  | { why: 'same' | 'much' | 'unlinked'; nodes: string[] };

export type LikeThese =
  | { pattern: Pattern; start: string; notTaken: NotTaken[] }
  | { pattern: null; why: 'apart' | 'tooMany' };

/** `start`: the reference of what is to be looked for; else what gives the pattern that leaves out least. */
export function likeThese(
  nodes: readonly GraphNode[],
  relations: readonly GraphRelation[],
  start: string | null = null,
): LikeThese {
  if (nodes.length > mostMarked) return { pattern: null, why: 'tooMany' };
  const links = new Links(nodes, relations);
  const refs = nodes.map(formatRef);
  const accounts = refs.filter(
    (ref) => links.typeOf(ref) === 'account' && links.at(ref).length > 0,
  );
  const linked = refs.filter((ref) => links.at(ref).length > 0);
  const fixed = start !== null && linked.includes(start) ? [start] : null;
  const starts = fixed ?? (accounts.length > 0 ? accounts : linked);
  const [first, ...others] = starts.map((ref) => from(ref, links, refs));
  if (!first) return { pattern: null, why: 'apart' };
  return others.reduce((best, one) => (leftOut(one) < leftOut(best) ? one : best), first);
}

type Made = Extract<LikeThese, { pattern: Pattern }>;

/** What is not asked for at all weighs more than that two ways meet again. */
function leftOut({ notTaken }: Made): number {
  const weighed = notTaken.map((one) => {
    if (one.why === 'same') return one.nodes.length;
    return 'nodes' in one ? 100 * one.nodes.length : 100;
  });
  return weighed.reduce((sum, one) => sum + one, 0);
}

interface Link {
  to: string;
  way: Way;
  relation: GraphRelation;
}

/** The marked nodes and what joins them that a pattern can ask for. */
class Links {
  readonly #nodes: ReadonlyMap<string, GraphNode>;
  readonly #at = new Map<string, Link[]>();
  /** Those that no pattern can ask for. */
  readonly unknown: GraphRelation[] = [];

  constructor(nodes: readonly GraphNode[], relations: readonly GraphRelation[]) {
    this.#nodes = new Map(nodes.map((node) => [formatRef(node), node]));
    for (const relation of relations) this.#add(relation);
  }

  at(ref: string): readonly Link[] {
    return this.#at.get(ref) ?? [];
  }

  typeOf(ref: string) {
    return this.#nodes.get(ref)!.type;
  }

  #add(relation: GraphRelation): void {
    const [from, to] = [formatRef(relation.from), formatRef(relation.to)];
    if (from === to || !this.#nodes.has(from) || !this.#nodes.has(to)) return;
    const there = this.#way(relation, from, to, 'out');
    const back = this.#way(relation, to, from, 'in');
    if (!there || !back) {
      this.unknown.push(relation);
      return;
    }
    this.#put(from, { to, way: there, relation });
    this.#put(to, { to: from, way: back, relation });
  }

  #way({ type: says }: GraphRelation, from: string, to: string, direction: 'out' | 'in') {
    return waysFrom(this.typeOf(from)).find(
      (way) =>
        way.says === says &&
        way.type === this.typeOf(to) &&
        (way.direction === direction || way.direction === 'either'),
    );
  }

  #put(ref: string, link: Link): void {
    const known = this.#at.get(ref);
    if (known) known.push(link);
    else this.#at.set(ref, [link]);
  }
}

/** What is linked on from a node, by the way there. */
type Onward = (ref: string) => ReadonlyMap<string, { way: Way; to: string[] }>;

const keyOf = ({ relation, direction, type }: Way) => `${relation} ${direction} ${type}`;

function from(start: string, links: Links, refs: readonly string[]): Made {
  const distances = distancesFrom(start, links);
  const type = links.typeOf(start);
  const isOnward = (one: string, other: string) => {
    const [near, far] = [distances.get(one)!, distances.get(other)!];
    // What others of the start's type share with it is gone to from what is shared, however near they are.
    const isShared = links.typeOf(one) !== type && links.typeOf(other) === type;
    return far > near || (far === near && isShared);
  };
  const onward = onwardBy(links, isOnward);
  const paths = pathsFrom([start], onward, mostSteps).slice(0, mostBranches);
  const layers = paths.map((path) => layersOf(start, path, onward));
  const branches = paths.map((path, at) => ({ steps: stepsOf(path, layers[at]!, onward) }));
  const asked = new Set(paths.flatMap((path, at) => askedIn(path, layers[at]!, onward)));
  return {
    pattern: { type, on: [], branches },
    start,
    notTaken: notTakenOf({ refs, links, distances, isOnward, onward, asked }),
  };
}

function distancesFrom(start: string, links: Links): Map<string, number> {
  const distances = new Map([[start, 0]]);
  for (const ref of distances.keys())
    for (const { to } of links.at(ref))
      if (!distances.has(to)) distances.set(to, distances.get(ref)! + 1);
  return distances;
}

function onwardBy(links: Links, isOnward: (one: string, other: string) => boolean): Onward {
  const known = new Map<string, Map<string, { way: Way; to: string[] }>>();
  return (ref) => {
    const before = known.get(ref);
    if (before) return before;
    const found = new Map<string, { way: Way; to: string[] }>();
    known.set(ref, found);
    for (const { to, way } of links.at(ref).filter((link) => isOnward(ref, link.to))) {
      const group = found.get(keyOf(way)) ?? { way, to: [] };
      found.set(keyOf(way), group);
      if (!group.to.includes(to)) group.to.push(to);
    }
    return found;
  };
}

/** Every sort of way on from any of the nodes until it ends, the longest first. */
function pathsFrom(refs: readonly string[], onward: Onward, most: number): Way[][] {
  if (most === 0) return [];
  const groups = new Map<string, { way: Way; to: Set<string> }>();
  for (const ref of refs)
    for (const [key, { way, to }] of onward(ref)) {
      const group = groups.get(key) ?? { way, to: new Set() };
      groups.set(key, group);
      for (const one of to) group.to.add(one);
    }
  return [...groups.values()]
    .flatMap(({ way, to }): Way[][] => {
      const further = pathsFrom([...to], onward, most - 1).map((path) => [way, ...path]);
      const ends = further.length === 0 || [...to].some((one) => onward(one).size === 0);
      return ends ? [...further, [way]] : further;
    })
    .sort((one, other) => other.length - one.length);
}

/** The nodes that stand before and after each way of a path, as far as the rest of it can be gone from there. */
function layersOf(start: string, path: readonly Way[], onward: Onward): Set<string>[] {
  const layers = [new Set([start])];
  for (const way of path)
    layers.push(new Set([...layers.at(-1)!].flatMap((ref) => by(ref, way, onward))));
  for (let at = path.length - 1; at >= 0; at -= 1) {
    const next = layers[at + 1]!;
    const goesOn = (ref: string) => by(ref, path[at]!, onward).some((to) => next.has(to));
    layers[at] = new Set([...layers[at]!].filter(goesOn));
  }
  return layers;
}

function by(ref: string, way: Way, onward: Onward): string[] {
  return onward(ref).get(keyOf(way))?.to ?? [];
}

/** Each step counts as many as the example has, of several the fewest. */
function stepsOf(
  path: readonly Way[],
  layers: readonly ReadonlySet<string>[],
  onward: Onward,
): PatternStep[] {
  return path.map((way, at): PatternStep => {
    const next = layers[at + 1]!;
    const counts = [...layers[at]!].map(
      (ref) => by(ref, way, onward).filter((to) => next.has(to)).length,
    );
    const { relation, direction, type } = way;
    return {
      ...{ relation, direction, type, on: [], of: [], window: null, newly: false },
      count: { test: 'at_least', n: given(Math.min(...counts)) },
    };
  });
}

const linkKey = (ref: string, way: Way, to: string) => `${ref} ${keyOf(way)} ${to}`;

/** The links that a branch asks for. */
function askedIn(
  path: readonly Way[],
  layers: readonly ReadonlySet<string>[],
  onward: Onward,
): string[] {
  return path.flatMap((way, at) =>
    [...layers[at]!].flatMap((ref) =>
      by(ref, way, onward)
        .filter((to) => layers[at + 1]!.has(to))
        .map((to) => linkKey(ref, way, to)),
    ),
  );
}

interface Asked {
  refs: readonly string[];
  links: Links;
  distances: ReadonlyMap<string, number>;
  isOnward: (one: string, other: string) => boolean;
  onward: Onward;
  asked: ReadonlySet<string>;
}

function notTakenOf({ refs, links, distances, isOnward, onward, asked }: Asked): NotTaken[] {
  const joined = refs.filter((ref) => distances.has(ref));
  const beside = new Map<string, GraphRelation>();
  const into = new Map<string, boolean[]>(joined.map((ref) => [ref, []]));
  for (const ref of joined) {
    for (const { to, relation } of links.at(ref))
      if (!isOnward(ref, to) && !isOnward(to, ref)) beside.set(relation.key, relation);
    for (const { way, to } of onward(ref).values())
      for (const one of to) into.get(one)!.push(asked.has(linkKey(ref, way, one)));
  }
  const waysTo = (ref: string, taken: boolean) =>
    into.get(ref)!.filter((one) => one === taken).length;
  return [
    ...[...beside.values()].map((relation): NotTaken => ({ why: 'beside', relation })),
    ...links.unknown.map((relation): NotTaken => ({ why: 'unknown', relation })),
    ...[
      { why: 'same' as const, nodes: joined.filter((ref) => waysTo(ref, true) > 1) },
      { why: 'much' as const, nodes: joined.filter((ref) => waysTo(ref, false) > 0) },
      { why: 'unlinked' as const, nodes: refs.filter((ref) => !distances.has(ref)) },
    ].filter(({ nodes }) => nodes.length > 0),
  ];
}
