import { palettes } from '../../theme/palette.ts';
import type { Scheme } from '../../theme/scheme.ts';
import { boxOf, headOf, sizeOf, wordsAt, type StageAnnotation } from './annotation-shapes.ts';

/** How much of an area's colour its ground has. */
export const areaOpacity = 0.08;
const annotationStroke = 1.8;

/** Areas lie under the drawing; arrows and words over it. */
export function isUnder({ kind }: StageAnnotation): boolean {
  return kind === 'rectangle' || kind === 'ellipse';
}

/** An annotation as SVG; `escaped` makes what somebody typed safe in it. */
export function annotationSvg(
  one: StageAnnotation,
  scheme: Scheme,
  escaped: (text: string) => string,
): string {
  const colour = one.colour[scheme];
  const words = wordsAt(one);
  const { ground } = palettes[scheme];
  const written =
    one.text === ''
      ? ''
      : `<text x="${round(words.x)}" y="${round(words.y)}" font-family="system-ui, sans-serif" font-size="${sizeOf(one)}" font-weight="600" text-anchor="${words.anchor}" fill="${colour}" stroke="${ground}" stroke-width="3" paint-order="stroke">${escaped(one.text)}</text>`;
  return shapeOf(one, colour) + written;
}

function shapeOf(one: StageAnnotation, colour: string): string {
  const { x, y, width, height } = boxOf(one);
  const area = `fill="${colour}" fill-opacity="${areaOpacity}" stroke="${colour}" stroke-width="${annotationStroke}"`;
  switch (one.kind) {
    case 'rectangle':
      return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="6" ${area}/>`;
    case 'ellipse':
      return `<ellipse cx="${round(x + width / 2)}" cy="${round(y + height / 2)}" rx="${round(width / 2)}" ry="${round(height / 2)}" ${area}/>`;
    case 'arrow': {
      const { from, to } = one;
      const head = headOf(one)
        .map((point) => `${round(point.x)},${round(point.y)}`)
        .join(' ');
      return `<line x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}" stroke="${colour}" stroke-width="${annotationStroke}"/><polygon points="${head}" fill="${colour}"/>`;
    }
    case 'text':
      return '';
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The same on a canvas, whose pen is in pixels of the stage. */
export function drawAnnotation(
  pen: CanvasRenderingContext2D,
  one: StageAnnotation,
  scheme: Scheme,
): void {
  const colour = one.colour[scheme];
  pen.save();
  pen.strokeStyle = colour;
  pen.fillStyle = colour;
  pen.lineWidth = annotationStroke;
  drawShape(pen, one);
  if (one.text !== '') {
    const { x, y, anchor } = wordsAt(one);
    pen.font = `600 ${sizeOf(one)}px system-ui, sans-serif`;
    pen.textAlign = anchor === 'middle' ? 'center' : 'left';
    pen.lineJoin = 'round';
    pen.lineWidth = 3;
    pen.strokeStyle = palettes[scheme].ground;
    pen.strokeText(one.text, x, y);
    pen.fillText(one.text, x, y);
  }
  pen.restore();
}

function drawShape(pen: CanvasRenderingContext2D, one: StageAnnotation): void {
  const { x, y, width, height } = boxOf(one);
  pen.beginPath();
  if (one.kind === 'rectangle') pen.roundRect(x, y, width, height, 6);
  else if (one.kind === 'ellipse')
    pen.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
  else if (one.kind === 'arrow') {
    pen.moveTo(one.from.x, one.from.y);
    pen.lineTo(one.to.x, one.to.y);
    pen.stroke();
    pen.beginPath();
    headOf(one).forEach((point, index) =>
      index === 0 ? pen.moveTo(point.x, point.y) : pen.lineTo(point.x, point.y),
    );
    pen.fill();
    return;
  } else return;
  pen.stroke();
  pen.globalAlpha = areaOpacity;
  pen.fill();
  pen.globalAlpha = 1;
}
