/** Marks and lines as SVG. */
import { outlines } from '../../../domain/drawing/outlines.ts';
import type { Point } from '../../../domain/drawing/placement.ts';
import { nodeType } from '../../../domain/schema/graph.ts';
import type { NodeTypeName, Shape } from '../../../domain/schema/schema.ts';
import { isContext } from '../../../domain/standing.ts';
import { messages } from '../../../domain/messages/index.ts';
import { textFamilies } from '../../platform/fonts.ts';
import type { Figure, Label, Mark } from './figure.ts';
import type { Line } from './lines.ts';
import {
  contextInk,
  contextOpacity,
  dashes,
  dots,
  faint,
  ground,
  inferredColour,
  ink,
  lineColour,
  rejectedOpacity,
  ring,
} from './look.ts';
import { oneLine, shortened, written } from './text.ts';

/** A name that a pointer asks for is shown longer than its label; what is longer than these pixels is no name. */
const longestName = 900;

/** Two marks for the heads of arrows, by the colours of lines. */
export const arrowHeads = [
  ['stated', lineColour],
  ['inferred', inferredColour],
  ['added', ink],
]
  .map(
    ([name, colour]) =>
      `<marker id="skein-${name!}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 1.2l9 3.8l-9 3.8z" fill="${colour!}"/></marker>`,
  )
  .join('');

export function drawing({ marks, lines }: Figure): string[] {
  const byRef = new Map(marks.map((mark) => [mark.ref, mark]));
  const labels = marks.flatMap(({ label }) => label ?? []);
  return [
    '<g fill="none">',
    ...lines.map((line) =>
      lineOf(line, byRef.get(line.from)!, byRef.get(line.to)!, bendOf(line, lines)),
    ),
    '</g>',
    ...marks.map(markOf),
    `<g fill="${ink}" stroke="${ground}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">`,
    ...labels.map(labelOf),
    '</g>',
  ];
}

/** Those between the same two nodes part company, each to its own side. */
function bendOf(line: Line, lines: readonly Line[]): number {
  return lines.some(({ from, to }) => from === line.to && to === line.from) ? 12 : 0;
}

function lineOf(line: Line, from: Mark, to: Mark, bend: number): string {
  const { start, middle, end } = wayBetween(from, to, bend);
  const name = line.added ? 'added' : line.inferred ? 'inferred' : 'stated';
  const colour = line.added ? ink : line.inferred ? inferredColour : lineColour;
  const width = 1.1 + Math.min(2.4, Math.log2(line.relations) * 0.5);
  const broken = line.added ? dots : dashes;
  const more = (line.inferred ? ` stroke-dasharray="${broken}"` : '') + opacityOf(line);
  const way = bend === 0 ? `L${xy(end)}` : `Q${xy(middle)} ${xy(end)}`;
  const title = `${oneLine(from.node.caption)} ${line.says.join(', ')} ${oneLine(to.node.caption)}`;
  return `<path d="M${xy(start)}${way}" stroke="${colour}" stroke-width="${round(width)}"${more} marker-end="url(#skein-${name})"><title>${written(shortened(title, longestName, 10))}</title></path>`;
}

function opacityOf({ rejected, context }: Line): string {
  const opacity = rejected ? rejectedOpacity : context ? contextOpacity : 1;
  return opacity === 1 ? '' : ` opacity="${opacity}"`;
}

/** From rim to rim. */
function wayBetween(from: Mark, to: Mark, bend: number) {
  const [dx, dy] = [to.at.x - from.at.x, to.at.y - from.at.y];
  const length = Math.hypot(dx, dy) || 1;
  const middle = {
    x: (from.at.x + to.at.x) / 2 - (dy / length) * bend,
    y: (from.at.y + to.at.y) / 2 + (dx / length) * bend,
  };
  return {
    start: towards(from.at, middle, from.radius),
    middle,
    end: towards(to.at, middle, to.radius + 1.5),
  };
}

function towards(from: Point, to: Point, far: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const share = Math.min(far / length, 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function markOf(mark: Mark): string {
  const { node, nodes, at, radius } = mark;
  if (mark.added) return addedMark(mark);
  // With a score or without, an account is as large as the others.
  const inner = node.type === 'account' ? radius - ring.width - ring.gap : radius;
  const names = nodes.map(({ caption }) => oneLine(caption)).join(', ');
  const said = isContext(node) ? messages.evidence.picture.forContext(names) : names;
  const title = written(shortened(said, longestName, 10));
  const shape =
    nodes.length > 1
      ? severalOf(lookOf(node.type), at, inner, node.stub)
      : shapeOf(lookOf(node.type), at, inner, node.stub);
  if (isContext(node)) return `<g opacity="${contextOpacity}"><title>${title}</title>${shape}</g>`;
  return `<g><title>${title}</title>${node.score === null ? '' : ringOf(at, radius, node.score)}${shape}</g>`;
}

function addedMark({ node, at, radius }: Mark): string {
  const title = written(shortened(oneLine(node.caption), longestName, 10));
  return `<g><title>${title}</title>${addedSign(node.type, at, radius)}</g>`;
}

/** Hollow, with a dashed rim in ink. */
export function addedSign(type: NodeTypeName, at: Point, radius: number): string {
  return shapeOf({ shape: lookOf(type).shape, colour: ink }, at, radius, true);
}

export interface Look {
  shape: Shape;
  colour: string;
}

export function lookOf(type: NodeTypeName): Look {
  const { shape, colour } = nodeType(type);
  return { shape, colour: colour.light };
}

/** Several drawn as one: a mark behind a mark. */
export function severalOf(look: Look, at: Point, radius: number, stub = false): string {
  const behind = { x: at.x + radius * 0.32, y: at.y - radius * 0.32 };
  return shapeOf(look, behind, radius, stub) + shapeOf(look, at, radius, stub);
}

/** A stub is hollow, with a dashed rim. */
export function shapeOf({ shape, colour }: Look, at: Point, radius: number, stub = false): string {
  const scale = radius / 9;
  const paint = stub
    ? `fill="${ground}" stroke="${colour}" stroke-width="${round(1.5 / scale)}" stroke-dasharray="${round(2.6 / scale)} ${round(1.8 / scale)}"`
    : `fill="${colour}" stroke="${ground}" stroke-width="${round(1 / scale)}"`;
  return `<path d="${outlines[shape]}" ${paint} transform="translate(${xy({ x: at.x - radius, y: at.y - radius })}) scale(${scale.toFixed(3)})"/>`;
}

/** The score as an arc, clockwise from the top; a full ring is 1. */
export function ringOf({ x, y }: Point, radius: number, score: number): string {
  const inner = radius - ring.width / 2;
  const around = 2 * Math.PI * inner;
  const circle = (colour: string, more: string) =>
    `<circle cx="${round(x)}" cy="${round(y)}" r="${round(inner)}" fill="none" stroke="${colour}" stroke-width="${ring.width}"${more}/>`;
  const arc = ` stroke-dasharray="${round(around * score)} ${round(around)}" transform="rotate(-90 ${round(x)} ${round(y)})"`;
  return circle(ring.track, '') + (score > 0 ? circle(ring.colour, arc) : '');
}

function labelOf({ text, bold, faint: light, size, left, right, top, bottom }: Label): string {
  const at = { x: (left + right) / 2, y: (top + bottom) / 2 + size * 0.36 };
  const look = bold ? ' font-weight="700"' : ` fill="${light ? contextInk : faint}"`;
  return `<text x="${round(at.x)}" y="${round(at.y)}" font-size="${size}" text-anchor="middle"${look}>${written(text)}</text>`;
}

/** For all text of a picture: the fonts that ship with Skein, and where there are none of them, any. */
export const fontFamily = `${textFamilies.map((name) => `'${name}'`).join(', ')}, sans-serif`;

function xy({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

/** To a tenth of a pixel. */
export function round(value: number): number {
  const rounded = Math.round(value * 10) / 10;
  return rounded === 0 ? 0 : rounded;
}
