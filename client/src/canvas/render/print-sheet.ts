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
export function printSheet(svg: string, paper: Paper, { title, lines }: PrintText): void {
  document.querySelector(`.${sheetClass}`)?.remove();
  const sheet = document.createElement('section');
  sheet.className = `${sheetClass} ${paper}`;
  const heading = document.createElement('h1');
  heading.textContent = title;
  const about = document.createElement('p');
  about.textContent = lines.join(' · ');
  const picture = document.createElement('img');
  picture.alt = title;
  picture.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  sheet.append(heading, about, picture);
  document.body.append(sheet);
  const over = () => {
    URL.revokeObjectURL(picture.src);
    sheet.remove();
  };
  // What is not decoded yet would be printed as an empty frame.
  void picture.decode().then(() => {
    window.addEventListener('afterprint', over, { once: true });
    window.print();
  }, over);
}
