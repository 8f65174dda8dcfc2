import type { Graph } from '../../../../domain/answers.ts';
import { boardContentSchema, type BoardContent } from '../../../../domain/case.ts';
import { formatRef, nodeTypes } from '../../../../domain/schema/graph.ts';
import { additionsAmong } from '../additions.ts';
import { emptyBoard, type Board } from '../board.ts';
import type { NodeGroups } from '../node-group.ts';
import type { TimeAxis } from '../time-axis.ts';
import { colourings, sizings, usualStyle, type BoardStyle } from '../board-style.ts';
import { lanes } from '../role-places.ts';
import { noFilter, type RangeFilter } from '../range-filter.ts';
import { swatchNames } from '../swatches.ts';

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
    story: board.story,
    layers: [...board.layers.values()].map((layer) => ({
      ...layer,
      nodes: [...layer.nodes],
      relations: [...layer.relations],
      unhidden: [...layer.unhidden],
      about: [...layer.about],
      ways: [...layer.ways],
    })),
    off: [...board.off],
    span: board.span && [board.span.from, board.span.to],
    frame: board.frame && [board.frame.from, board.frame.to],
    known_on: board.knownOn,
    pinned: [...board.pinned],
    places: Object.fromEntries([...board.placed].map(([ref, { x, y }]) => [ref, [x, y]])),
    by_hand: [...board.byHand],
    apart: [...board.apart],
    rejected_shown: board.rejectedShown,
    groups: Object.fromEntries(
      [...board.groups].map(([key, { name, members }]) => [key, { name, members: [...members] }]),
    ),
    kinds: Object.fromEntries(board.kinds),
    opened: [...board.opened],
    style: styleAsContent(board.style),
    rules: [...board.style.rules],
    filter: filterAsContent(board.filter),
    axis: board.axis && { stops: [...board.axis.stops], lanes: [...board.axis.lanes] },
    lanes: board.lanes.map(({ part, x }) => ({ part, x })),
    omitted: board.omitted,
    view: board.view,
    camera: board.camera && { ...board.camera },
    notes: Object.fromEntries(board.notes),
    tags: Object.fromEntries([...board.tags].map(([ref, tags]) => [ref, [...tags]])),
    additions: Object.fromEntries(board.additions),
    annotations: Object.fromEntries(board.annotations),
  };
}

/** What a page of before left in the browser lacks what boards have since. */
function asMap<T>(items: Readonly<Record<string, T>> | undefined): Map<string, T> {
  return new Map(Object.entries(items ?? {}));
}

/** The board that a content is of. `origin` is what it is opened with, and tells its drawing from others. */
export function boardOf(content: BoardContent, origin: Graph): Board {
  const { span, frame, places } = content;
  // What the browser remembers of an earlier page has neither.
  const { rules, filter } = content as Partial<BoardContent>;
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
    story: content.story,
    layers: new Map(content.layers.map((layer) => [layer.key, layer])),
    off: new Set(nodeTypes.map(({ type }) => type).filter((type) => content.off.includes(type))),
    span: span && { from: span[0], to: span[1] },
    frame: frame && { from: frame[0], to: frame[1] },
    knownOn: content.known_on,
    pinned: new Set(content.pinned),
    placed: new Map(Object.entries(places).map(([ref, [x, y]]) => [ref, { x, y }])),
    byHand: new Set(content.by_hand),
    apart: new Set(content.apart),
    rejectedShown: content.rejected_shown,
    groups: groupsOf(content),
    kinds: new Map(Object.entries(content.kinds)),
    opened: new Set(content.opened),
    style: withRules(styleOf(content.style), rules ?? []),
    filter: filter ? { ...filter, outside: new Set(filter.outside) } : noFilter,
    axis: axisOf(content.axis),
    lanes: content.lanes.flatMap(({ part: name, x }) => {
      const part = lanes.find((one) => one === name);
      return part ? [{ part, x }] : [];
    }),
    omitted: content.omitted,
    view: content.view,
    camera: content.camera,
    notes: new Map(Object.entries(content.notes)),
    tags: new Map(Object.entries(content.tags)),
    additions: asMap(content.additions),
    annotations: asMap(content.annotations),
    further: Object.fromEntries(Object.entries(content).filter(([field]) => !known.has(field))),
  };
}

function groupsOf({ groups }: BoardContent): NodeGroups {
  return new Map(Object.entries(groups).map(([key, group]) => [key, { key, ...group }]));
}

function filterAsContent({ ranges, hides, outside }: RangeFilter): BoardContent['filter'] {
  return ranges.length === 0 ? null : { ranges: [...ranges], hides, outside: [...outside] };
}

/** A style without rules stays the one that it is. */
function withRules(style: BoardStyle, rules: BoardStyle['rules']): BoardStyle {
  return rules.length === 0 ? style : { ...style, rules };
}

function styleAsContent(style: BoardStyle): BoardContent['style'] {
  if (style === usualStyle) return null;
  const { size, colour, typeColours } = style;
  return { size, colour, type_colours: Object.fromEntries(typeColours) };
}

/** What this version does not know of a style is as usual. */
export function styleOf(style: BoardContent['style']): BoardStyle {
  if (!style) return usualStyle;
  const chosen = Object.entries(style.type_colours).flatMap(([name, swatch]) => {
    const type = nodeTypes.find((one) => one.type === name)?.type;
    const known = swatchNames.find((one) => one === swatch);
    return type && known ? [[type, known] as const] : [];
  });
  return {
    size: sizings.find((one) => one === style.size) ?? usualStyle.size,
    colour: colourings.find((one) => one === style.colour) ?? usualStyle.colour,
    typeColours: new Map(chosen),
    rules: [],
  };
}

function axisOf(axis: BoardContent['axis']): TimeAxis | null {
  if (!axis) return null;
  const lanes = axis.lanes.flatMap(({ type: name, y }) => {
    const type = nodeTypes.find((one) => one.type === name)?.type;
    return type ? [{ type, y }] : [];
  });
  return { stops: axis.stops, lanes };
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
    filter: {
      ...board.filter,
      outside: new Set([...board.filter.outside].filter((ref) => refs.has(ref))),
    },
    pinned: new Set([...board.pinned].filter((ref) => refs.has(ref))),
    placed: ofThem(placed),
    tags: ofThem(tags),
    notes: new Map([...notes].filter(([, { on }]) => on.kind === 'board' || refs.has(on.key))),
    additions: additionsAmong(board, refs),
    annotations: new Map(),
  });
}
