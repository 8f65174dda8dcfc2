import { html } from '../report/html.ts';

/** Light, for paper first: no fixed widths, tables that repeat their head, articles kept together. */
export const pageStyle = html`
  :root { color: #1c2430; background: #fff; font: 16px/1.5 Georgia, 'Times New Roman', serif; } body
  { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; } h1, h2,
  h3, h4, th, dt { font-family: system-ui, sans-serif; line-height: 1.25; } h1 { font-size: 1.7rem;
  margin: 0 0 .5rem; } h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; border-bottom: 2px solid
  #1c2430; } h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; } h4 { font-size: .9rem; margin: 1rem
  0 .2rem; color: #45546b; } p, ul, ol, dl { margin: .4rem 0; } .lead { font-size: 1.15rem; }
  article { border-left: 3px solid #c9d2df; padding-left: 1rem; margin: 1rem 0; } table {
  border-collapse: collapse; width: 100%; font-size: .9rem; } th, td { text-align: left;
  vertical-align: top; border-bottom: 1px solid #d8dee8; padding: .3rem .5rem; } thead { display:
  table-header-group; } tr { break-inside: avoid; } .form { max-width: 34rem; margin-top: 1rem; }
  .form th { width: 14rem; font-weight: 500; } .rows .text { font: .8rem/1.4 ui-monospace,
  monospace; white-space: pre-wrap; } .rows td:nth-child(-n + 2) { width: 3.5rem; } .file {
  font-weight: 500; } .cites { color: #45546b; font-size: .85rem; } dl { display: grid;
  grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .15rem 1rem; font-size: .92rem; } dt { color:
  #45546b; font-weight: 500; } dd { margin: 0; } a { color: #1d4ed8; } @media (max-width: 40rem) {
  dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } } @media print { @page { margin:
  18mm 16mm 20mm; @bottom-right { content: counter(page) ' / ' counter(pages); } } :root {
  font-size: 11pt; } body { max-width: none; padding: 0; } a { color: inherit; text-decoration:
  none; } h2, h3, h4 { break-after: avoid; } .certification { break-before: page; } }
`;
