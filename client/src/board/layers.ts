import type { Graph } from '../../../domain/answers.ts';
import type { LayerKind } from '../../../domain/case.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { Board } from './board.ts';

/** What came on top of a board after it was opened, and goes again by itself. */
export interface Layer {
  /** The same thing brought again is the same layer. */
  key: string;
  kind: LayerKind;
  /** What it was brought by or for, as a person reads it. */
  name: string;
  /** References of the nodes that are there for layers alone. */
  nodes: readonly string[];
  /** Keys of the relations that are. */
  relations: readonly string[];
  /** References of what was hidden before, and shows for it. */
  unhidden: readonly string[];
  /** References of all that it is about, whether or not it brought it, and keys of the relations that join that. */
  about: readonly string[];
  ways: readonly string[];
}

export type Layers = ReadonlyMap<string, Layer>;
export type LayerTold = Pick<Layer, 'key' | 'kind' | 'name'>;

/** The board with a graph on top, and what of that is there for its sake; one about nothing is none. */
export function withLayer(before: Board, after: Board, graph: Graph, told: LayerTold): Board {
  const claimed = claims([...before.layers.values()]);
  const nodes = graph.nodes
    .map(formatRef)
    .filter((ref) => !before.nodes.has(ref) || claimed.nodes.has(ref));
  const relations = graph.relations
    .map(({ key }) => key)
    .filter((key) => after.relations.has(key))
    .filter((key) => !before.relations.has(key) || claimed.relations.has(key));
  const unhidden = graph.nodes
    .map(formatRef)
    .filter((ref) => before.nodes.has(ref))
    .filter((ref) => before.hidden.has(ref) || claimed.unhidden.has(ref));
  const was = before.layers.get(told.key);
  const layer = {
    ...told,
    nodes: union(was?.nodes, nodes),
    relations: union(was?.relations, relations),
    unhidden: union(was?.unhidden, unhidden),
    about: union(was?.about, graph.nodes.map(formatRef)),
    ways: union(
      was?.ways,
      graph.relations.map(({ key }) => key),
    ),
  };
  if (layer.about.length === 0 || (was && sizeOf(layer) === sizeOf(was))) return after;
  return { ...after, layers: new Map(after.layers).set(told.key, layer) };
}

/** The board without it: what another layer shows too, and what somebody has worked on since, stays. */
export function withoutLayer(board: Board, key: string): Board {
  const layer = board.layers.get(key);
  if (!layer) return board;
  const layers = new Map(board.layers);
  layers.delete(key);
  const others = claims([...layers.values()]);
  const worked = workedOn(board);
  const gone = new Set(layer.nodes.filter((ref) => !others.nodes.has(ref) && !worked.has(ref)));
  const goneToo = new Set(layer.relations.filter((one) => !others.relations.has(one)));
  const hidden = new Set([...board.hidden].filter((ref) => !gone.has(ref)));
  for (const ref of layer.unhidden)
    if (!others.unhidden.has(ref) && !worked.has(ref)) hidden.add(ref);
  return {
    ...board,
    layers,
    hidden,
    nodes: new Map([...board.nodes].filter(([ref]) => !gone.has(ref))),
    relations: new Map(
      [...board.relations].filter(
        ([one, { from, to }]) =>
          !goneToo.has(one) && !gone.has(formatRef(from)) && !gone.has(formatRef(to)),
      ),
    ),
    placed: new Map([...board.placed].filter(([ref]) => !gone.has(ref))),
  };
}

function claims(layers: readonly Layer[]) {
  return {
    nodes: new Set(layers.flatMap(({ nodes }) => nodes)),
    relations: new Set(layers.flatMap(({ relations }) => relations)),
    unhidden: new Set(layers.flatMap(({ unhidden }) => unhidden)),
  };
}

function workedOn(board: Board): ReadonlySet<string> {
  return new Set([
    ...board.pinned,
    ...board.byHand,
    ...board.tags.keys(),
    ...[...board.notes.values()].flatMap(({ on }) => (on.kind === 'node' ? [on.key] : [])),
    ...[...board.groups.values()].flatMap(({ members }) => members),
  ]);
}

function union(was: readonly string[] = [], now: readonly string[]): string[] {
  return [...new Set([...was, ...now])];
}

function sizeOf({ nodes, relations, unhidden, about, ways }: Layer): number {
  return new Set([...nodes, ...relations, ...unhidden, ...about, ...ways]).size;
}

/** What was hidden, and shows for layers alone. */
export function liftedOn({ layers }: Pick<Board, 'layers'>): ReadonlySet<string> {
  return claims([...layers.values()]).unhidden;
}
