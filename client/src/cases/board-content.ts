import type { Graph } from '../../../domain/answers.ts';
import { boardContentSchema, type BoardContent } from '../../../domain/case.ts';
import { formatRef, nodeTypes } from '../../../domain/graph.ts';
import { emptyBoard, type Board } from '../canvas/board.ts';

/** Fields of a content that a board has under a name of its own; all others are kept as they came. */
const known = new Set(Object.keys(boardContentSchema.shape));

/** A board as plain data: the one place, with `boardOf`, that says how a board is kept. */
export function contentOf(board: Board): BoardContent {
  return {
    ...board.further,
    version: 1,
    nodes: [...board.nodes.values()],
    relations: [...board.relations.values()],
    hidden: [...board.hidden],
    leaves: [...board.leaves],
    off: [...board.off],
    span: board.span && [board.span.from, board.span.to],
    pinned: [...board.pinned],
    places: Object.fromEntries([...board.placed].map(([ref, { x, y }]) => [ref, [x, y]])),
    omitted: board.omitted,
    view: board.view,
    notes: Object.fromEntries(board.notes),
    tags: Object.fromEntries([...board.tags].map(([ref, tags]) => [ref, [...tags]])),
  };
}

/** The board that a content is of. `origin` is what it is opened with, and tells its drawing from others. */
export function boardOf(content: BoardContent, origin: Graph): Board {
  const { span, places } = content;
  const nodes = new Map(content.nodes.map((node) => [formatRef(node), node]));
  return {
    ...emptyBoard,
    origin,
    nodes,
    relations: new Map(
      content.relations
        .filter(({ from, to }) => nodes.has(formatRef(from)) && nodes.has(formatRef(to)))
        .map((relation) => [relation.key, relation]),
    ),
    hidden: new Set(content.hidden),
    leaves: new Set(content.leaves),
    off: new Set(nodeTypes.map(({ type }) => type).filter((type) => content.off.includes(type))),
    span: span && { from: span[0], to: span[1] },
    pinned: new Set(content.pinned),
    placed: new Map(Object.entries(places).map(([ref, [x, y]]) => [ref, { x, y }])),
    omitted: content.omitted,
    view: content.view,
    notes: new Map(Object.entries(content.notes)),
    tags: new Map(Object.entries(content.tags)),
    further: Object.fromEntries(Object.entries(content).filter(([field]) => !known.has(field))),
  };
}

/** What is on a board of some of its nodes alone. */
export function contentOfSome(board: Board, refs: ReadonlySet<string>): BoardContent {
  const { nodes, relations, placed, notes, tags } = board;
  const ofThem = <T>(map: ReadonlyMap<string, T>) =>
    new Map([...map].filter(([ref]) => refs.has(ref)));
  return contentOf({
    ...board,
    nodes: ofThem(nodes),
    relations: new Map(
      [...relations].filter(
        ([, { from, to }]) => refs.has(formatRef(from)) && refs.has(formatRef(to)),
      ),
    ),
    hidden: new Set([...board.hidden].filter((ref) => refs.has(ref))),
    leaves: new Set([...board.leaves].filter((ref) => refs.has(ref))),
    pinned: new Set([...board.pinned].filter((ref) => refs.has(ref))),
    placed: ofThem(placed),
    tags: ofThem(tags),
    notes: new Map([...notes].filter(([, { on }]) => on.kind === 'board' || refs.has(on.key))),
  });
}
