/**
 * A document as HTML that mail programs show too: no scripts, no style sheet needed, tables for tables, pictures as
 * images. A phone stacks it, paper breaks it between sections.
 */
import { datum, html, type Html, type HtmlValue } from './html.ts';
import type {
  Block,
  Inline,
  Line,
  List,
  Pairs,
  Picture,
  ReportDocument,
  Section,
  Table,
} from './document.ts';
import { mediaStyle, style } from './mail-style.ts';

/** `sourceOf` is the address of the image of a picture: `cid:…` in a mail, `data:…` in a file. */
export function mailHtml(
  { language, kicker, title, cover, sections }: ReportDocument,
  sourceOf: (picture: Picture) => string,
): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>${title}</title>
        <style>
          ${mediaStyle}
        </style>
      </head>
      <body style="${style.body}">
        <div role="main" style="${style.page}">
          <p style="${style.kicker}">${kicker}</p>
          <h1 style="${style.h1}">${datum(title)}</h1>
          ${blocks(cover, sourceOf)} ${sections.map((section) => sectionMarkup(section, sourceOf))}
        </div>
      </body>
    </html> `.toString();
}

type SourceOf = (picture: Picture) => string;

function sectionMarkup({ id, title, blocks: all }: Section, sourceOf: SourceOf): Html {
  return html`<div id="${id}">
    <h2 style="${style.h2}">${line(title)}</h2>
    ${blocks(all, sourceOf)}
  </div>`;
}

function blocks(all: readonly Block[], sourceOf: SourceOf): Html[] {
  return all.map((block) => blockMarkup(block, sourceOf));
}

function blockMarkup(block: Block, sourceOf: SourceOf): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p style="${style[block.look]}">${line(block.line)}</p>`;
    case 'heading':
      return html`<h3 style="${style.h3}">${block.text}</h3>`;
    case 'list':
      return listMarkup(block);
    case 'table':
      return tableMarkup(block);
    case 'pairs':
      return pairsMarkup(block);
    case 'form':
      return pairsMarkup({ kind: 'pairs', items: block.lines.map((text) => [[text], []]) });
    case 'picture':
      return html`<img
        src="${sourceOf(block)}"
        alt="${block.alternative}"
        width="${block.width}"
        style="${style.image}"
      />`;
    case 'section':
      return sectionMarkup(block.section, sourceOf);
  }
}

function listMarkup({ numbered, items }: List): Html {
  const all = items.map(
    ({ line: text, note }) =>
      html`<li style="${style.item}">
        ${line(text)}
        ${note.length > 0 ? html`<br /><span style="${style.note}">${line(note)}</span>` : null}
      </li>`,
  );
  return numbered
    ? html`<ol style="${style.list}">
        ${all}
      </ol>`
    : html`<ul style="${style.list}">
        ${all}
      </ul>`;
}

function tableMarkup({ head, rows }: Table): Html {
  return html`<table style="${style.table}">
    <thead>
      <tr>
        ${head.map((cell) => html`<th scope="col" style="${style.th}">${cell}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ cells }) =>
          html`<tr>
            ${cells.map((cell) => html`<td style="${cellStyle(cell)}">${line(cell)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** On a phone's screen a figure would be broken in two. */
const shortest = 8;

function cellStyle(cell: Line): string {
  const letters = cell.reduce((sum, one) => sum + textOf(one).length, 0);
  return letters <= shortest ? style.td + style.short : style.td;
}

function textOf(one: Inline): string {
  if (typeof one === 'string') return one;
  return 'datum' in one ? one.datum : one.text;
}

function pairsMarkup({ items }: Pairs): Html {
  return html`<table style="${style.table}">
    ${items.map(
      ([name, value]) =>
        html`<tr>
          <th scope="row" style="${style.name}">${line(name)}</th>
          <td style="${style.value}">${line(value)}</td>
        </tr>`,
    )}
  </table>`;
}

function line(all: Line): Html[] {
  return all.map(inline);
}

function inline(one: Inline): Html {
  if (typeof one === 'string') return html`${unbroken(one)}`;
  if ('datum' in one) return html`<bdi>${unbroken(one.datum)}</bdi>`;
  const href = 'href' in one ? one.href : `#${one.to}`;
  return html`<a style="${style.link}" href="${href}">${datum(one.text)}</a>`;
}

/** On a phone a day would be parted at its hyphens. */
function unbroken(text: string): HtmlValue[] {
  return text
    .split(/(\d{4}-\d\d-\d\d)/)
    .map((part, at) => (at % 2 === 1 ? html`<span style="${style.short}">${part}</span>` : part));
}
