/** A report as one page: self-contained, without scripts, the same bytes for the same data. */
import { messages } from '../../../domain/messages/index.ts';
import { datum, html, Html, type HtmlValue } from './html.ts';
import type {
  Block,
  Form,
  Inline,
  Line,
  List,
  Pairs,
  Picture,
  ReportDocument,
  Section,
  Table,
} from './document.ts';
import { pageStyle } from './html-style.ts';

const says = messages.evidence.page;

export function reportHtml({
  language,
  kicker,
  title,
  cover,
  contents,
  sections,
}: ReportDocument): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <title>${title}</title>
        <style>
          ${pageStyle(says.page, says.of)}
        </style>
      </head>
      <body>
        <header>
          <p class="kicker">${kicker}</p>
          <h1>${datum(title)}</h1>
          ${blocks(cover, 2)}
        </header>
        ${contents ? tableOfContents(sections) : null}
        <main>${sections.map((section) => sectionMarkup(section, 2))}</main>
      </body>
    </html> `.toString();
}

function tableOfContents(sections: readonly Section[]): Html {
  return html`<nav aria-labelledby="table-of-contents">
    <h2 id="table-of-contents">${says.tableOfContents}</h2>
    <ol>
      ${sections.map(({ id, title }) => html`<li><a href="#${id}">${line(title)}</a></li>`)}
    </ol>
  </nav>`;
}

function sectionMarkup({ id, title, blocks: all, startsPage }: Section, level: number): Html {
  return html`<section id="${id}" class="level-${level}${startsPage ? ' starts-page' : ''}">
    ${headingMarkup(line(title), level)} ${blocks(all, level + 1)}
  </section>`;
}

function headingMarkup(text: HtmlValue, level: number): Html {
  if (level === 2) return html`<h2>${text}</h2>`;
  return level === 3 ? html`<h3>${text}</h3>` : html`<h4>${text}</h4>`;
}

/** `level` is that of a heading among them. */
function blocks(all: readonly Block[], level: number): Html[] {
  return all.map((block) => blockMarkup(block, level));
}

function blockMarkup(block: Block, level: number): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p class="${block.look}">${line(block.line)}</p>`;
    case 'heading':
      return headingMarkup(block.text, level);
    case 'list':
      return listMarkup(block);
    case 'table':
      return tableMarkup(block);
    case 'pairs':
      return pairsMarkup(block);
    case 'form':
      return formMarkup(block);
    case 'picture':
      return pictureMarkup(block);
    case 'section':
      return sectionMarkup(block.section, level);
  }
}

function listMarkup({ numbered, items }: List): Html {
  const all = items.map(
    ({ id, line: text, note }) =>
      html`<li${idOf(id)}>
        ${line(text)} ${note.length > 0 ? html`<span class="note">${line(note)}</span>` : null}
      </li>`,
  );
  return numbered
    ? html`<ol>
        ${all}
      </ol>`
    : html`<ul>
        ${all}
      </ul>`;
}

function tableMarkup({ head, widths, rows, verbatim }: Table): Html {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const share = (width: number) => `${((100 * width) / whole).toFixed(1)}%`;
  return html`<table>
    <colgroup>
      ${widths.map((width) => html`<col style="width: ${share(width)}" />`)}
    </colgroup>
    <thead>
      <tr>
        ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ id, cells }) =>
          html`<tr${idOf(id)}>
            ${cells.map((cell, at) => html`<td${classOf(at === verbatim)}>${line(cell)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function idOf(id: string | null): Html | null {
  return id === null ? null : html` id="${id}"`;
}

function classOf(verbatim: boolean): Html | null {
  return verbatim ? html` class="verbatim"` : null;
}

function pairsMarkup({ items }: Pairs): Html {
  return html`<dl>
    ${items.map(
      ([name, value]) =>
        html`<dt>${line(name)}</dt>
          <dd>${line(value)}</dd>`,
    )}
  </dl>`;
}

function formMarkup({ lines }: Form): Html {
  return html`<table class="form">
    ${lines.map(
      (text) =>
        html`<tr>
          <th scope="row">${text}</th>
          <td></td>
        </tr>`,
    )}
  </table>`;
}

/** The SVG says itself what it shows. */
function pictureMarkup({ svg }: Picture): Html {
  return html`<figure>${new Html(svg)}</figure>`;
}

function line(all: Line): Html[] {
  return all.map(inline);
}

function inline(one: Inline): Html {
  if (typeof one === 'string') return html`${one}`;
  if ('datum' in one) return datum(one.datum);
  if ('href' in one) return html`<a href="${one.href}">${one.text}</a>`;
  return html`<a href="#${one.to}">${datum(one.text)}</a>`;
}
