import { messages } from '../../../../domain/messages/browser.ts';
import type { StageAnnotation } from '../drawn/annotation-shapes.ts';
import { drawAnnotation } from '../drawn/annotation-svg.ts';
import type { LegendEntry } from './picture-legend.ts';
import { palettes } from '../../theme/palette.ts';
import type { Scheme } from '../../theme/scheme.ts';
import type { Heading } from './lane-headings.ts';
import { outlines } from '../../../../domain/drawing/outlines.ts';

export interface PictureText {
  caption: string;
  entries: readonly LegendEntry[];
  /** In pixels of the drawing. */
  annotations: readonly StageAnnotation[];
}

/** Of the text below a picture, in pixels. */
export const margin = 16;
export const lineHeight = 22;
const legendFont = '12px system-ui, sans-serif';
const captionFont = '600 13px system-ui, sans-serif';

/** The drawing with a legend and a caption below it, as a PNG. */
export function pictureOf(
  drawing: HTMLCanvasElement,
  scheme: Scheme,
  { caption: text, entries, annotations }: PictureText,
  headings: readonly Heading[] = [],
): Promise<Blob> {
  const palette = palettes[scheme];
  const scale = window.devicePixelRatio;
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.reject(new Error(messages.page.canvas.failed));
  pen.font = legendFont;
  const legend = placed(entries, drawing.width / scale, (label) => pen.measureText(label).width);
  pen.font = captionFont;
  const caption = linesOf(text, drawing.width / scale, (line) => pen.measureText(line).width);
  const below = margin + lineHeight * rowsOf(legend);
  canvas.width = drawing.width;
  canvas.height = drawing.height + (below + margin + lineHeight * (caption.length + 0.5)) * scale;
  pen.fillStyle = palette.ground;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(drawing, 0, 0);
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  for (const one of annotations) drawAnnotation(pen, one, scheme);
  pen.textBaseline = 'middle';
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.textAlign = 'center';
  pen.fillStyle = palette.faint;
  pen.font = '600 11px system-ui, sans-serif';
  for (const { label, x, y } of headings) pen.fillText(label, x, y);
  pen.textAlign = 'start';
  pen.font = legendFont;
  pen.setTransform(scale, 0, 0, scale, 0, drawing.height);
  for (const entry of legend) writeEntry(pen, scheme, entry);
  pen.fillStyle = palette.ink;
  pen.font = captionFont;
  caption.forEach((line, at) => pen.fillText(line, margin, below + lineHeight * (at + 0.6)));
  pen.fillStyle = palette.faint;
  pen.font = legendFont;
  const note = below + lineHeight * (caption.length + 0.5);
  pen.fillText(messages.page.canvas.captionNote, margin, note);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(messages.page.canvas.failed));
    }, 'image/png');
  });
}

export interface PlacedEntry extends LegendEntry {
  x: number;
  row: number;
}

/** Entries of a legend one after the other, in as many rows as the width asks for. */
export function placed(
  entries: readonly LegendEntry[],
  width: number,
  widthOf: (label: string) => number,
): PlacedEntry[] {
  let [x, row] = [margin, 0];
  return entries.map((entry) => {
    const needed = (entry.mark ? 36 : 18) + widthOf(entry.label);
    if (x > margin && x + needed > width) [x, row] = [margin, row + 1];
    const at = { ...entry, x, row };
    x += needed;
    return at;
  });
}

/** A caption in as many lines as the width asks for, parted between words. */
export function linesOf(
  text: string,
  width: number,
  widthOf: (line: string) => number,
): [string, ...string[]] {
  const [first = '', ...words] = text.split(' ');
  const lines: [string, ...string[]] = [first];
  for (const word of words) {
    const longer = `${lines.at(-1)!} ${word}`;
    if (widthOf(longer) > width - 2 * margin) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

export function rowsOf(entries: readonly PlacedEntry[]): number {
  return (entries.at(-1)?.row ?? 0) + 1;
}

function writeEntry(
  pen: CanvasRenderingContext2D,
  scheme: Scheme,
  { label, mark, x, row }: PlacedEntry,
): void {
  const y = margin + lineHeight * row;
  if (mark) {
    pen.save();
    pen.fillStyle = mark.colour[scheme];
    pen.translate(x, y - 6);
    pen.scale(12 / 18, 12 / 18);
    pen.fill(new Path2D(outlines[mark.shape]));
    pen.restore();
  }
  pen.font = legendFont;
  pen.fillStyle = palettes[scheme][mark ? 'ink' : 'faint'];
  pen.fillText(label, mark ? x + 18 : x, y);
}
