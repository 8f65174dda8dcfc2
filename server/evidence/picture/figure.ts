/** What a picture consists of, before it is written as SVG: marks with their places, labels and lines. */
import { chosenLabels, labelBox, type LabelWish } from '../../../domain/drawing/label-choice.ts';
import type { Point } from '../../../domain/drawing/placement.ts';
import { isContext } from '../../../domain/standing.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Exhibit } from '../exhibit/exhibit.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';
import type { Thing } from './folding.ts';
import { boardPlaces } from './board-places.ts';
import { boundsOf, type Room } from './boxes.ts';
import type { Choice } from './choice.ts';
import { forcePlaces } from './force-places.ts';
import { neighboursBy, type Line } from './lines.ts';
import { accountLook, otherLook } from './look.ts';
import { oneLine, shortened, widthOf } from './text.ts';

/** A node as it is drawn, or several as one. */
export interface Mark {
  ref: string;
  /** The first of them. */
  node: WholeNode;
  nodes: readonly WholeNode[];
  at: Point;
  radius: number;
  label: Label | null;
  /** An analyst added it by hand. */
  added: boolean;
}

export interface Label {
  text: string;
  bold: boolean;
  /** Of what is shown for context alone. */
  faint: boolean;
  size: number;
  /** The room that it takes, in pixels. */
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Figure {
  width: number;
  height: number;
  marks: Mark[];
  lines: readonly Line[];
}

/** Around all that is drawn. */
const margin = 24;
/** Below a mark, for its label. */
const labelHeight = 20;
const gap = 8;
/** With more nodes only accounts have room made for their labels; others are labelled where there is some. */
const mostWithRoom = 120;

/** Lays out what was chosen; the same exhibit always in the same places. */
export function figureOf({ places }: Pick<Exhibit, 'places'>, { things, lines }: Choice): Figure {
  const named = things.map(namedThing);
  const byRef = new Map(named.map((one) => [one.ref, one]));
  const withRoom = (one: Named) => things.length <= mostWithRoom || one.node.type === 'account';
  const roomOf = (ref: string) => roomFor(byRef.get(ref)!, withRoom(byRef.get(ref)!));
  const refs = named.map(({ ref }) => ref);
  const at = places
    ? boardPlaces(refs, neighboursBy(lines), places)
    : forcePlaces(refs, lines, roomOf);
  const points = refs.map((ref) => at.get(ref)!);
  const bounds = boundsOf(
    points,
    refs.map((ref) => roomFor(byRef.get(ref)!, true)),
  );
  const marks = named.map((one, index): Mark => {
    const { x, y } = points[index]!;
    const moved = { x: x - bounds.left + margin, y: y - bounds.top + margin };
    const { ref, node, nodes, radius } = one;
    const added = one.added === true;
    return { ref, node, nodes, at: moved, radius, label: null, added };
  });
  const size = {
    width: bounds.right - bounds.left + 2 * margin,
    height: bounds.bottom - bounds.top + 2 * margin,
  };
  return { ...size, marks: labelled(marks, byRef, size), lines };
}

interface Named extends Thing {
  node: WholeNode;
  radius: number;
  text: string;
  size: number;
  bold: boolean;
  width: number;
}

function namedThing({ ref, nodes, added }: Thing): Named {
  const node = nodes[0]!;
  const bold = node.type === 'account' && !isContext(node) && !added;
  const look = node.type === 'account' && !added ? accountLook : otherLook;
  const { radius, fontSize: size, mostWidth } = look;
  const name =
    nodes.length > 1
      ? messages.evidence.picture.several(nodes.length, messages.schema.nodes[node.type].many)
      : oneLine(node.caption);
  const text = shortened(name, nodes.length > 1 ? accountLook.mostWidth : mostWidth, size, bold);
  const width = widthOf(text, size, bold);
  return { ref, nodes, node, radius, text, size, bold, width, ...(added ? { added } : {}) };
}

function roomFor({ radius, width }: Named, labelled: boolean): Room {
  if (!labelled) return { width: 2 * radius + gap, height: 2 * radius + gap, down: 0 };
  return {
    width: Math.max(width, 2 * radius) + gap,
    height: 2 * radius + labelHeight + gap,
    down: labelHeight / 2,
  };
}

/** Accounts are labelled first, those of the highest scores before others; no label covers another. */
function labelled(
  marks: readonly Mark[],
  byRef: ReadonlyMap<string, Named>,
  size: { width: number; height: number },
): Mark[] {
  const wishes = new Map(
    marks.map(({ ref, at, radius, node }): [string, LabelWish] => {
      const isAccount = node.type === 'account';
      const priority = isAccount ? 1 + (isContext(node) ? -0.5 : (node.score ?? 0)) : 0;
      const { width } = byRef.get(ref)!;
      return [ref, { ref, at, radius, width, priority, insists: isAccount }];
    }),
  );
  const chosen = chosenLabels([...wishes.values()], size);
  return marks.map((mark) => {
    const side = chosen.get(mark.ref);
    if (side === undefined) return mark;
    const { text, bold, size: fontSize } = byRef.get(mark.ref)!;
    const box = labelBox(wishes.get(mark.ref)!, side);
    return { ...mark, label: { text, bold, faint: isContext(mark.node), size: fontSize, ...box } };
  });
}
