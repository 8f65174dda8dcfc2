/** Where each part of a drawn pattern lies, in pixels. */
import type { Pattern, PatternStep } from '../../../../domain/pattern/pattern.ts';
import { start, type Place } from './edit-pattern.ts';

export interface Box {
  place: Place;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Line {
  /** The link's. */
  place: Place;
  /** As SVG writes a path, from what stands before to what it comes to. */
  path: string;
  step: PatternStep;
}

export interface Drawing {
  /** From left to right, and not from top to bottom. */
  across: boolean;
  width: number;
  height: number;
  nodes: Box[];
  links: Box[];
  lines: Line[];
  /** Where more is linked on: of what is looked for, and of the end of each branch. */
  ends: Box[];
}

const nodeWidth = 152;
const linkWidth = 132;
const gap = 172;
/** Icon and name, on two lines at most. */
const head = 44;
const line = 17;
const between = 14;
const endSize = 30;
const endWidth = 190;

/** How many lines a node says below its name. */
const linesOfNode = (on: readonly unknown[]) => on.length;
/** How many lines a link says below its relation. */
const linesOfLink = ({ of, window, newly }: PatternStep) =>
  of.length + (window ? 1 : 0) + (newly ? 1 : 0);

const heightOf = (lines: number, name = head) => name + lines * line + (lines > 0 ? 6 : 0);
const heightOfStep = (step: PatternStep) =>
  Math.max(heightOf(linesOfNode(step.on)), heightOf(linesOfLink(step)));

/** From left to right where there is room, else from top to bottom. */
export function laidOut(pattern: Pattern, room: number): Drawing {
  const across = leftToRight(pattern);
  return across.width <= room ? across : topToBottom(pattern, room);
}

function leftToRight(pattern: Pattern): Drawing {
  const { branches, on } = pattern;
  const heights = branches.map(({ steps }) => Math.max(...steps.map(heightOfStep)));
  const rows = heights.map((_, at) => sum(heights.slice(0, at)) + at * between);
  const ownHeight = heightOf(linesOfNode(on));
  const startBlock = ownHeight + (branches.length > 0 ? endSize + 8 : 0);
  const all = sum(heights) + Math.max(0, branches.length - 1) * between;
  const height = Math.max(all, startBlock);
  const shift = (height - all) / 2;
  const first = { place: start, x: 0, y: (height - startBlock) / 2, width: nodeWidth };
  const own: Box = { ...first, height: ownHeight };
  const drawing: Drawing = {
    ...{
      across: true,
      width: nodeWidth + 8 + endWidth,
      height,
      nodes: [own],
      links: [],
      lines: [],
    },
    ends: [endOf(own, branches.length > 0)],
  };
  branches.forEach(({ steps }, branch) => {
    let before = own;
    const middle = shift + rows[branch]! + heights[branch]! / 2;
    steps.forEach((step, at) => {
      const x = (at + 1) * (nodeWidth + gap);
      const tall = heightOf(linesOfNode(step.on));
      const node: Box = {
        ...{ place: { of: 'node', branch, step: at }, x, y: middle - tall / 2 },
        ...{ width: nodeWidth, height: tall },
      };
      const said = heightOf(linesOfLink(step));
      const place: Place = { of: 'link', branch, step: at };
      drawing.nodes.push(node);
      drawing.links.push({
        ...{ place, x: x - gap + (gap - linkWidth) / 2 - 2, y: middle - said / 2 },
        ...{ width: linkWidth, height: said },
      });
      drawing.lines.push({ place, step, path: bent(before, node) });
      before = node;
    });
    drawing.ends.push({ ...endOf(before, false), width: endSize });
    drawing.width = Math.max(drawing.width, before.x + nodeWidth + 8 + endSize);
  });
  return drawing;
}

/** Beside a node, or below it. */
function endOf({ place, x, y, width, height }: Box, below: boolean): Box {
  return below
    ? { place, x, y: y + height + 8, width, height: endSize }
    : { place, x: x + width + 8, y: y + (height - endSize) / 2, width: endWidth, height: endSize };
}

/** From the right of one to the left of the other; a bend is made before anything is said on it. */
function bent(from: Box, to: Box): string {
  const [x0, y0] = [from.x + from.width, from.y + from.height / 2];
  const [x1, y1] = [to.x - 1, to.y + to.height / 2];
  const turn = x0 + 9;
  return y0 === y1 ? `M${x0} ${y0}H${x1}` : `M${x0} ${y0}H${turn}V${y1}H${x1}`;
}

const indent = 26;
const spine = 12;
/** Names have the whole width, and one line. */
const lowHead = { node: 34, link: 24 };

function topToBottom({ branches, on }: Pattern, room: number): Drawing {
  const width = Math.max(nodeWidth, Math.min(300, room - indent));
  const own: Box = {
    place: start,
    x: 0,
    y: 0,
    width,
    height: heightOf(linesOfNode(on), lowHead.node),
  };
  const drawing: Drawing = {
    ...{
      across: false,
      width: width + indent,
      height: 0,
      nodes: [own],
      links: [],
      lines: [],
      ends: [],
    },
  };
  let y = own.height;
  branches.forEach(({ steps }, branch) => {
    let before: Box | null = null;
    steps.forEach((step, at) => {
      const place: Place = { of: 'link', branch, step: at };
      const said = heightOf(linesOfLink(step), lowHead.link);
      const x = before ? indent + spine + 12 : spine + 12;
      drawing.links.push({ place, x, y: y + 4, width: width + indent - x, height: said });
      const node: Box = {
        ...{ place: { of: 'node', branch, step: at }, x: indent, y: y + said + 8, width },
        height: heightOf(linesOfNode(step.on), lowHead.node),
      };
      const path = before
        ? `M${indent + spine} ${before.y + before.height}V${node.y - 1}`
        : `M${spine} ${own.height}V${node.y + node.height / 2}H${indent - 1}`;
      drawing.lines.push({ place, step, path });
      drawing.nodes.push(node);
      before = node;
      y = node.y + node.height;
    });
    const end = before!;
    drawing.ends.push({ place: end.place, x: indent, y: y + 4, width: endSize, height: endSize });
    y += endSize + 8;
  });
  drawing.ends.unshift({ place: start, x: 0, y: y + 6, width, height: endSize });
  return { ...drawing, height: y + 6 + endSize };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
