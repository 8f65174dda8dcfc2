import './print-sheet.css';

export type Paper = 'a4' | 'a3';
export const papers: readonly Paper[] = ['a4', 'a3'];

export interface PrintText {
  title: string;
  /** Beneath the title: board, who and when. */
  lines: readonly string[];
}

const sheetClass = 'print-sheet';

/** Opens the browser's own printing with a picture in SVG on one sheet of paper, and nothing else of the page. */
export function printSheet(svg: string, paper: Paper, text: PrintText): void {
  laySheet(svg, text, [paper, 'alone']);
  window.print();
}

/**
 * Puts the picture on a sheet of its own before the rest of the page, which the browser is about to print; not where a sheet
 * lies there already.
 */
export function printBefore(svg: string, text: PrintText): void {
  if (!document.querySelector(`.${sheetClass}`)) laySheet(svg, text, ['a4']);
}

/** It is taken away once it has been printed. */
function laySheet(svg: string, { title, lines }: PrintText, classes: readonly string[]): void {
  const sheet = document.createElement('section');
  sheet.className = [sheetClass, ...classes].join(' ');
  const heading = document.createElement('h1');
  heading.textContent = title;
  const about = document.createElement('p');
  about.textContent = lines.join(' · ');
  // Part of the page itself: a picture of its own may not be read yet when the browser prints.
  const picture = document.importNode(
    new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement,
    true,
  );
  picture.setAttribute('preserveAspectRatio', 'xMinYMin meet');
  sheet.append(heading, about, picture);
  document.body.prepend(sheet);
  window.addEventListener('afterprint', () => sheet.remove(), { once: true });
}
