import { html, type Html } from './html.ts';

/**
 * Light, for paper first: tables that repeat their head, headings that stay with what follows. `page` and `of` are
 * the words around a page's number.
 */
export function pageStyle(page: string, of: string): Html {
  return html`
    :root { color: #1c2430; background: #fff; font: 16px/1.5 Georgia, 'Times New Roman', serif; }
    body { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
    h1, h2, h3, h4, th, dt, nav, .kicker, figcaption { font-family: system-ui, sans-serif;
    line-height: 1.3; } .kicker { color: #45546b; font-size: .85rem; letter-spacing: .08em;
    text-transform: uppercase; border-top: 4px solid #1c2430; padding-top: .6rem; } h1 { font-size:
    1.8rem; margin: .2rem 0 .6rem; } h2 { font-size: 1.25rem; margin: 2.4rem 0 .6rem; border-bottom:
    2px solid #1c2430; padding-bottom: .2rem; } h3 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; }
    h4 { font-size: .9rem; margin: 1rem 0 .2rem; color: #45546b; } p, ul, ol, dl { margin: .4rem 0;
    } .lead { font-size: 1.12rem; } .quiet { color: #45546b; font-size: .9rem; } nav ol { columns:
    2; column-gap: 2rem; font-size: .9rem; } .level-3 { border-left: 3px solid #c9d2df;
    padding-left: 1rem; margin: 1rem 0; } table { border-collapse: collapse; width: 100%;
    table-layout: fixed; font-size: .9rem; } th, td { text-align: left; vertical-align: top;
    border-bottom: 1px solid #d8dee8; padding: .3rem .5rem; } thead { display: table-header-group; }
    thead th { border-bottom-color: #45546b; } tr { break-inside: avoid; } .form { max-width: 40rem;
    margin: 1rem 0; } .form th { width: 15rem; font-weight: 500; } .form td { border-bottom-color:
    #45546b; } .verbatim { font: .8rem/1.4 ui-monospace, monospace; white-space: pre-wrap; } .note {
    color: #45546b; font-size: .85rem; } dl { display: grid; grid-template-columns: minmax(8rem,
    14rem) 1fr; gap: .15rem 1rem; font-size: .92rem; } dt { color: #45546b; font-weight: 500; } dd {
    margin: 0; } figure { margin: 1rem 0; } figure svg { max-width: 100%; height: auto; } a { color:
    #1d4ed8; } :target { background: #fdf3d0; } @media (max-width: 40rem) { dl {
    grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } nav ol { columns: 1; } } @media print
    { @page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: "${page} " counter(page) "
    ${of} " counter(pages); } } :root { font-size: 10.5pt; } body { max-width: none; padding: 0; } a
    { color: inherit; text-decoration: none; } :target { background: none; } h2, h3, h4 {
    break-after: avoid; } .starts-page { break-before: page; } }
  `;
}
