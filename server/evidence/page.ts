/** The page of a bundle that people read: self-contained, without scripts, the same bytes for the same data. */
import type { SourceRow } from '../../domain/answers.ts';
import { words } from '../../domain/words/index.ts';
import { readableTime } from '../report/dates.ts';
import { datum, html, pairs, type Html } from '../report/html.ts';
import type { Exhibit } from './exhibit.ts';
import { certificationSection } from './page-certification.ts';
import { findingSections } from './page-findings.ts';
import { judgementSection } from './page-judgements.ts';
import { pageIndex, rowKey, shorten, type PageIndex } from './page-index.ts';
import { pageStyle } from './page-style.ts';
import { timelineSection } from './page-timeline.ts';

const says = words.evidence.page;

/** So much is on the page; the rest is in source-rows.ndjson, and the page says so. */
const mostRows = 2_000;
const mostRowText = 2_000;

export function evidencePage(exhibit: Exhibit): string {
  const index = pageIndex(exhibit, mostRows);
  return html`<!doctype html>
    <html lang="${exhibit.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <title>${titleOf(exhibit)}</title>
        <style>
          ${pageStyle}
        </style>
      </head>
      <body>
        ${cover(exhibit)} ${summary(exhibit)} ${accounts(exhibit)}
        ${findingSections(exhibit, index)} ${timelineSection(exhibit, index)}
        ${judgementSection(exhibit, index)} ${sourceRows(exhibit, index)} ${limits(exhibit)}
        ${verification()} ${certificationSection()}
      </body>
    </html> `.toString();
}

function titleOf({ scope, title }: Pick<Exhibit, 'scope' | 'title'>): string {
  switch (scope.kind) {
    case 'account':
      return says.title.account(scope.id, scope.hops);
    case 'board':
      return says.title.board(title ?? scope.id);
    case 'selection':
      return says.title.selection(scope.nodes.length);
    default:
      return says.title[scope.kind](scope.id);
  }
}

function cover({ scope, title, as_of }: Exhibit): Html {
  const lines = [says.form.caseNumber, says.form.authority, says.form.handedOver];
  return html`<header>
      <h1>${datum(titleOf({ scope, title }))}</h1>
      <p>${says.asOf(as_of === null ? null : readableTime(as_of))}</p>
      <table class="form">
        ${lines.map(
          (line) =>
            html`<tr>
              <th>${line}</th>
              <td></td>
            </tr>`,
        )}
      </table>
    </header>
    <section>
      <h2>${says.whatThisIs}</h2>
      ${says.whatThisIsText.map((text) => html`<p>${text}</p>`)}
    </section>`;
}

function summary(exhibit: Exhibit): Html {
  const { cluster, findings, nodes, rows } = exhibit;
  const accountCount = nodes.filter((node) => node.type === 'account').length;
  const [first, last] = periodOf(exhibit);
  return html`<section>
    <h2>${says.summary}</h2>
    ${
      cluster
        ? html`<p class="lead">${datum(cluster.summary)}</p>
            <p>${says.score(cluster.score)}</p>`
        : null
    }
    <p>
      ${says.summaryCounts(accountCount, findings.length, rows.length)}
      ${first && last ? says.period(readableTime(first), readableTime(last)) : null}
    </p>
  </section>`;
}

function periodOf({ findings }: Exhibit): [string | undefined, string | undefined] {
  const firsts = findings.flatMap((finding) => finding.first_seen ?? []).sort();
  const lasts = findings.flatMap((finding) => finding.last_seen ?? []).sort();
  return [firsts[0], lasts.at(-1)];
}

function accounts({ nodes, findings }: Exhibit): Html {
  const named = (id: string) =>
    findings.flatMap((finding, index) => (finding.accounts.includes(id) ? [index + 1] : []));
  const shown = nodes.filter((node) => node.type === 'account');
  return html`<section>
    <h2>${says.accounts}</h2>
    <table>
      <thead>
        ${headRow(says.accountHead)}
      </thead>
      <tbody>
        ${shown.map(
          (node) =>
            html`<tr>
              <td>${datum(node.id)}</td>
              <td>${datum(node.caption)}</td>
              <td>${node.score === null ? says.noScore : node.score.toFixed(2)}</td>
              <td>
                ${named(node.id).map((index) => html`<a href="#finding-${index}">${index}</a> `)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function headRow(cells: readonly string[]): Html {
  return html`<tr>
    ${cells.map((cell) => html`<th scope="col">${cell}</th>`)}
  </tr>`;
}

function sourceRows(exhibit: Exhibit, index: PageIndex): Html {
  const shown = exhibit.rows.slice(0, mostRows);
  const rest = exhibit.rows.length - shown.length;
  return html`<section>
    <h2>${says.rows}</h2>
    <p>${says.rowsText}</p>
    ${byFile(shown).map((rows) => rowTable(rows, index))}
    ${rest > 0 ? html`<p>${says.moreRows(rest)}</p>` : null}
  </section>`;
}

/** Rows come sorted by file, so that one file's stand together. */
function byFile(rows: readonly SourceRow[]): SourceRow[][] {
  const files = new Map<string, SourceRow[]>();
  for (const row of rows) files.set(row.sha256, [...(files.get(row.sha256) ?? []), row]);
  return [...files.values()];
}

function rowTable(rows: readonly SourceRow[], index: PageIndex): Html | null {
  const [first] = rows;
  if (!first) return null;
  return html`<h3 class="file">${datum(says.file(first.file, first.sha256))}</h3>
    <table class="rows">
      <thead>
        ${headRow(says.rowHead)}
      </thead>
      <tbody>
        ${rows.map((row) => {
          const number = index.rows.get(rowKey(row)) ?? 0;
          return html`<tr id="row-${number}">
            <td>${number}</td>
            <td>${row.line}</td>
            <td class="text">${datum(shorten(row.text, mostRowText))}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
}

function limits({ omitted, findings_beyond: beyond, missing_rows: missing }: Exhibit): Html {
  const lines = [
    ...says.limitsText,
    omitted > 0 ? says.omitted(omitted) : says.nothingOmitted,
    ...(beyond.length > 0 ? [says.findingsBeyond(beyond.length)] : []),
    ...(missing.length > 0 ? [says.missingRows(missing.length)] : []),
  ];
  return html`<section>
    <h2>${says.limits}</h2>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`;
}

function verification(): Html {
  return html`<section>
      <h2>${says.verify}</h2>
      <ul>
        ${says.verifyText.map((line) => html`<li>${line}</li>`)}
      </ul>
    </section>
    <section>
      <h2>${says.contents}</h2>
      ${pairs(says.contentsOf)}
    </section>`;
}
