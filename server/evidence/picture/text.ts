/** Texts as a picture holds them, and the room that they take. */
import { xml } from '../../platform/xml.ts';
import { showInvisible } from '../../platform/document/html.ts';

/** Shares of the height of a letter that the fonts' characters take at most, the first that fits. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/\p{M}/u, 0],
  [/[ ijlJ.,:;'’!]/u, 0.29],
  [/[Iftr()[\]{}/\\-]/u, 0.42],
  [/[acekosvxyz\d]/u, 0.59],
  [/[mwMW@%…]/u, 0.95],
  [/[A-Z]/u, 0.74],
  [/[\u0020-\u007e]/u, 0.63],
  [/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Thai}]/u, 0.76],
  [/[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}]/u, 0.9],
];
const widest = 1;
const boldShare = 1.08;

/** Pixels that a line of text takes at most, or a little more. */
export function widthOf(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const sign of text) sum += widths.find(([one]) => one.test(sign))?.[1] ?? widest;
  return sum * size * (bold ? boldShare : 1);
}

/** Any text of the data on one line: no breaks, and what cannot be seen written out. */
export function oneLine(text: string): string {
  return showInvisible(text.replaceAll(/\s+/g, ' ').trim());
}

/** Cut so that it is not wider than so many pixels. */
export function shortened(text: string, most: number, size: number, bold = false): string {
  if (widthOf(text, size, bold) <= most) return text;
  const room = most - widthOf('…', size, bold);
  let kept = '';
  let width = 0;
  for (const sign of text) {
    width += widthOf(sign, size, bold);
    if (width > room) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

/** Lines that are not wider than so many pixels, broken at spaces. */
export function wrapped(text: string, most: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1) ?? ''} ${word}` : word;
    if (lines.length > 0 && widthOf(longer, size, bold) <= most) lines[lines.length - 1] = longer;
    else lines.push(shortened(word, most, size, bold));
  }
  return lines;
}

const fromTheRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const [isolate, endOfIsolate] = ['\u2068', '\u2069'];

/** As SVG holds it. What is written from the right takes its direction from its own first letter. */
export function written(text: string): string {
  return xml(fromTheRight.test(text) ? isolate + text + endOfIsolate : text);
}
