import { nodeType } from '../../../domain/graph.ts';
import type { NodeTypeName } from '../../../domain/schema.ts';
import { words } from '../../../domain/words/index.ts';
import { palettes } from '../theme/palette.ts';
import type { Scheme } from '../theme/scheme.ts';

export interface PictureText {
  caption: string;
  types: readonly NodeTypeName[];
}

const margin = 16;
const lineHeight = 22;

/** The drawing with a legend and a caption below it, as a PNG. */
export function pictureOf(
  drawing: HTMLCanvasElement,
  scheme: Scheme,
  { caption, types }: PictureText,
): Promise<Blob> {
  const palette = palettes[scheme];
  const scale = window.devicePixelRatio;
  const canvas = document.createElement('canvas');
  const foot = (margin * 2 + lineHeight * 3) * scale;
  canvas.width = drawing.width;
  canvas.height = drawing.height + foot;
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.reject(new Error(words.page.canvas.failed));
  pen.fillStyle = palette.ground;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(drawing, 0, 0);
  pen.setTransform(scale, 0, 0, scale, 0, drawing.height);
  writeLegend(pen, scheme, types);
  pen.fillStyle = palette.ink;
  pen.font = '600 13px system-ui, sans-serif';
  pen.fillText(caption, margin, margin + lineHeight * 1.8);
  pen.fillStyle = palette.faint;
  pen.font = '12px system-ui, sans-serif';
  pen.fillText(words.page.canvas.captionNote, margin, margin + lineHeight * 2.7);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(words.page.canvas.failed));
    }, 'image/png');
  });
}

function writeLegend(
  pen: CanvasRenderingContext2D,
  scheme: Scheme,
  types: readonly NodeTypeName[],
): void {
  pen.font = '12px system-ui, sans-serif';
  pen.textBaseline = 'middle';
  let x = margin;
  for (const type of types) {
    const { colour } = nodeType(type);
    const { many } = words.schema.nodes[type];
    pen.fillStyle = colour[scheme];
    pen.beginPath();
    pen.arc(x + 6, margin, 6, 0, Math.PI * 2);
    pen.fill();
    pen.fillStyle = palettes[scheme].ink;
    pen.fillText(many, x + 18, margin);
    x += 36 + pen.measureText(many).width;
  }
}

/** Hands a file to the browser to be saved. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
