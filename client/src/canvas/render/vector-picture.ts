import { messages } from '../../../../domain/messages/browser.ts';
import { annotationSvg, isUnder } from '../drawn/annotation-svg.ts';
import type { StageAnnotation } from '../drawn/annotation-shapes.ts';
import { contextOpacity } from '../drawn/graph-styles.ts';
import type { Swatch } from '../../board/swatches.ts';
import { palettes } from '../../theme/palette.ts';
import type { Scheme } from '../../theme/scheme.ts';
import { lineHeight, linesOf, margin, placed, rowsOf, type PictureText } from './picture.ts';
import type { Heading } from './lane-headings.ts';
import type { LabelSide } from '../../../../domain/drawing/label-choice.ts';
import type { Point } from '../../../../domain/drawing/placement.ts';
import { outlines, type DrawnShape } from '../../../../domain/drawing/outlines.ts';

/** What is drawn, in pixels of the stage. */
export interface Scene {
  width: number;
  height: number;
  /** In the order in which they lie over each other. */
  annotations: StageAnnotation[];
  nodes: (Point & {
    shape: DrawnShape;
    colour: Swatch;
    group: boolean;
    label: string;
    /** Where the label stands; null where the drawing shows none either. */
    side: LabelSide | null;
    radius: number;
    score: number | null;
    /** Shown for context alone, or outside a range. */
    context: boolean;
    /** Added by hand. */
    added: boolean;
  })[];
  lines: {
    from: Point;
    to: Point;
    width: number;
    derived: boolean;
    faint: boolean;
    context: boolean;
    /** In words, where an analyst added it by hand. */
    added: string | null;
  }[];
}

const font = 'font-family="system-ui, sans-serif"';

/** The drawing as SVG, to be printed at any size: every shape and letter stays sharp. */
export function vectorPicture(
  scene: Scene,
  scheme: Scheme,
  foot: PictureText,
  headings: readonly Heading[] = [],
): string {
  const { ground, ink, faint } = palettes[scheme];
  const rows = rowsOf(legendOf(foot, scene.width));
  const caption = captionOf(foot, scene.width);
  const height = scene.height + margin * 2 + lineHeight * (rows + caption.length + 0.5);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${scene.width}" height="${height}" viewBox="0 0 ${scene.width} ${height}">`,
    `<title>${escaped(foot.caption)}</title>`,
    `<rect width="100%" height="100%" fill="${ground}"/>`,
    `<defs>${headOf('arrow', palettes[scheme].line)}${headOf('added', palettes[scheme].added)}</defs>`,
    ...scene.annotations.filter(isUnder).map((one) => annotationSvg(one, scheme, escaped)),
    ...scene.lines.map((drawn) => lineOf(drawn, scheme)),
    ...scene.nodes.map((node) => nodeOf(node, scheme)),
    ...scene.lines.map((line) => saidOf(line, scheme)),
    ...scene.nodes.map((node) => labelOf(node, ink, ground)),
    ...headings.map(
      ({ label, x, y }) =>
        `<text x="${round(x)}" y="${round(y)}" ${font} font-size="11" font-weight="600" text-anchor="middle" dominant-baseline="middle" fill="${faint}">${escaped(label)}</text>`,
    ),
    ...scene.annotations
      .filter((one) => !isUnder(one))
      .map((one) => annotationSvg(one, scheme, escaped)),
    ...footOf(scene, scheme, foot),
    '</svg>',
    '',
  ].join('\n');
}

function headOf(id: string, colour: string): string {
  return `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 1l9 4l-9 4z" fill="${colour}"/></marker>`;
}

function lineOf(line: Scene['lines'][number], scheme: Scheme): string {
  const { from, to, width, derived, faint, context, added } = line;
  const byHand = added !== null;
  const colour = palettes[scheme][byHand ? 'added' : 'line'];
  const opacity = faint ? 0.22 : context ? contextOpacity : 1;
  const dashes =
    (byHand ? ' stroke-dasharray="2.5 3"' : derived ? ' stroke-dasharray="5.5 3.5"' : '') +
    (opacity === 1 ? '' : ` opacity="${opacity}"`);
  return `<line x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}" stroke="${colour}" stroke-width="${round(width)}"${dashes} marker-end="url(#${byHand ? 'added' : 'arrow'})"/>`;
}

/** What was added by hand is said: no row could be asked. */
function saidOf({ from, to, added }: Scene['lines'][number], scheme: Scheme): string {
  if (added === null) return '';
  const { ground, faint } = palettes[scheme];
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2 - 4];
  return `<text x="${round(x)}" y="${round(y)}" ${font} font-size="11" text-anchor="middle" fill="${faint}" stroke="${ground}" stroke-width="3" paint-order="stroke">${escaped(added)}</text>`;
}

function nodeOf(node: Scene['nodes'][number], scheme: Scheme): string {
  const { x, y, shape, colour, group, score } = node;
  const { ground } = palettes[scheme];
  // A group has a second rim, as of nodes that lie on one another.
  const rim = group
    ? mark(shape, colour[scheme], x, y, node.radius) + mark(shape, ground, x, y, node.radius - 1.6)
    : '';
  const radius = group ? node.radius - 3.2 : node.radius;
  const ring = score === null ? '' : ringOf(x, y, radius, score, scheme);
  const inner = score === null ? radius : radius - 3.4;
  if (node.added) return addedMark(node, scheme);
  const drawn = `${rim}${ring}${mark(shape, colour[scheme], x, y, inner)}`;
  return node.context ? `<g opacity="${contextOpacity}">${drawn}</g>` : drawn;
}

function labelOf(node: Scene['nodes'][number], ink: string, ground: string): string {
  const { x, y, radius, label, side, context } = node;
  const opacity = context ? ' opacity="0.7"' : '';
  if (side === null) return '';
  const away = radius + 5;
  const [at, anchor] = {
    below: [{ x, y: y + radius + 14 }, 'middle'] as const,
    above: [{ x, y: y - away }, 'middle'] as const,
    right: [{ x: x + away, y: y + 4 }, 'start'] as const,
    left: [{ x: x - away, y: y + 4 }, 'end'] as const,
  }[side];
  return `<text x="${round(at.x)}" y="${round(at.y)}" ${font} font-size="12" font-weight="500" text-anchor="${anchor}" fill="${ink}" stroke="${ground}" stroke-width="3" paint-order="stroke"${opacity}>${escaped(label)}</text>`;
}

/** The score as an arc around the node, clockwise from the top. */
function ringOf(x: number, y: number, radius: number, score: number, scheme: Scheme): string {
  const { ring, ringTrack } = palettes[scheme];
  const circle = (colour: string, more: string) =>
    `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius - 1.2)}" fill="none" stroke="${colour}" stroke-width="2.4"${more}/>`;
  const arc = ` pathLength="100" stroke-dasharray="${round(score * 100)} 100" transform="rotate(-90 ${round(x)} ${round(y)})"`;
  return circle(ringTrack, '') + circle(ring, arc);
}

function mark(shape: DrawnShape, colour: string, x: number, y: number, radius: number): string {
  const scale = radius / 9;
  return `<path d="${outlines[shape]}" fill="${colour}" transform="translate(${round(x - radius)} ${round(y - radius)}) scale(${scale.toFixed(4)})"/>`;
}

/** Hollow, with a dashed rim. */
function addedMark({ x, y, shape, radius }: Scene['nodes'][number], scheme: Scheme): string {
  const { ground, added } = palettes[scheme];
  const scale = radius / 9;
  const dashes = `${(4 / scale).toFixed(1)} ${(2.4 / scale).toFixed(1)}`;
  return `<path d="${outlines[shape]}" fill="${ground}" stroke="${added}" stroke-width="${(2 / scale).toFixed(2)}" stroke-dasharray="${dashes}" transform="translate(${round(x - radius)} ${round(y - radius)}) scale(${scale.toFixed(4)})"/>`;
}

function footOf(scene: Scene, scheme: Scheme, foot: PictureText): string[] {
  const { ink, faint } = palettes[scheme];
  const top = scene.height + margin;
  const entries = legendOf(foot, scene.width);
  const below = top + lineHeight * rowsOf(entries);
  const caption = captionOf(foot, scene.width);
  return [
    ...entries.map(({ label, mark: own, x, row }) => {
      const y = top + lineHeight * row;
      const shape = own ? mark(own.shape, own.colour[scheme], x + 6, y, 6) : '';
      return `${shape}<text x="${own ? x + 18 : x}" y="${y + 4}" ${font} font-size="12" fill="${own ? ink : faint}">${escaped(label)}</text>`;
    }),
    ...caption.map(
      (line, at) =>
        `<text x="${margin}" y="${round(below + lineHeight * (at + 0.6))}" ${font} font-size="13" font-weight="600" fill="${ink}">${escaped(line)}</text>`,
    ),
    `<text x="${margin}" y="${round(below + lineHeight * (caption.length + 0.5))}" ${font} font-size="12" fill="${faint}">${escaped(messages.page.canvas.captionNote)}</text>`,
  ];
}

/** SVG lays no text out: seven pixels a letter leave room. */
function legendOf({ entries }: PictureText, width: number) {
  return placed(entries, width, (label) => label.length * 7);
}

/** Bold letters are wider. */
function captionOf({ caption }: PictureText, width: number) {
  return linesOf(caption, width, (line) => line.length * 8);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Names are whatever somebody typed: none may become a tag, nor hold what XML cannot. */
function escaped(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- these are the characters to find
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu, '\ufffd')
      .replace(/[&<>"]/g, (sign) => entities[sign] ?? '')
  );
}
