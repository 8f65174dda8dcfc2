const font = '500 12px system-ui, sans-serif';
const known = new Map<string, number>();
let pen: OffscreenCanvasRenderingContext2D | null = null;

/** Pixels that a label takes from left to right. */
export function labelWidth(text: string): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (!pen) {
    pen = new OffscreenCanvas(1, 1).getContext('2d');
    if (pen) pen.font = font;
  }
  const width = (pen?.measureText(text).width ?? text.length * 7) + 6;
  known.set(text, width);
  return width;
}
