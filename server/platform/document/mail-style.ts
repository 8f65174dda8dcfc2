import { html } from './html.ts';

/** On the elements themselves, since mail programs drop style sheets. */
export const style = {
  body: 'margin:0;background:#f3f5f8;color:#1c2430;font:15px/1.5 system-ui,Segoe UI,Arial,sans-serif;',
  page: 'max-width:760px;margin:0 auto;padding:24px 20px 48px;background:#ffffff;overflow-wrap:anywhere;',
  kicker: 'font-size:12px;letter-spacing:0.06em;text-transform:uppercase;color:#45546b;margin:0;',
  h1: 'font-size:24px;line-height:1.25;margin:0 0 8px;',
  h2: 'font-size:18px;margin:32px 0 8px;padding-bottom:4px;border-bottom:2px solid #1c2430;',
  h3: 'font-size:14px;margin:16px 0 4px;color:#45546b;',
  lead: 'font-size:16px;margin:4px 0 8px;',
  plain: 'margin:4px 0 8px;',
  quiet: 'font-size:13px;color:#45546b;margin:4px 0;',
  list: 'margin:8px 0;padding-left:22px;',
  item: 'margin:2px 0;',
  note: 'font-size:13px;color:#45546b;',
  image: 'max-width:100%;height:auto;border:0;display:block;margin:8px 0;',
  link: 'color:#1d4ed8;',
  table: 'border-collapse:collapse;width:100%;font-size:13px;',
  th: 'text-align:left;overflow-wrap:normal;vertical-align:bottom;border-bottom:1px solid #8896aa;padding:4px 6px;',
  td: 'text-align:left;vertical-align:top;border-bottom:1px solid #e3e8ef;padding:4px 6px;',
  short: 'white-space:nowrap;',
  name: 'text-align:left;vertical-align:top;font-weight:normal;color:#45546b;padding:2px 12px 2px 0;width:30%;',
  value: 'text-align:left;vertical-align:top;padding:2px 0;',
} as const;

/** Where style sheets are read: paper and small screens. */
export const mediaStyle = html`
  @media print { @page { margin: 16mm; } body, body > div { background: #fff !important; padding: 0
  !important; max-width: none !important; } h2, h3 { break-after: avoid; } tr, img { break-inside:
  avoid; } thead { display: table-header-group; } } @media (max-width: 480px) { body > div {
  padding: 16px 12px 32px !important; } }
`;
