/** What a bundle's page says happened when. */
import type { Evidence } from '../../domain/finding.ts';
import { words } from '../../domain/words/index.ts';
import { html, type Html } from '../report/html.ts';
import { inOrder } from '../exchange/canonical.ts';
import type { Exhibit } from './exhibit.ts';
import { statement } from './page-findings.ts';
import { tieKey, type PageIndex } from './page-index.ts';

const says = words.evidence.page;

/** So many are told, the first ones; the rest is in findings.json. */
const mostEvents = 200;

/** What ties things together, of all findings, in the order of time; nothing where no time is known. */
export function timelineSection({ findings }: Exhibit, index: PageIndex): Html | null {
  const events = new Map<string, Evidence & { at: string }>();
  for (const { evidence } of findings)
    for (const fact of evidence)
      if (fact.at !== null && fact.to !== null)
        events.set(`${fact.at} ${tieKey(fact)}`, { ...fact, at: fact.at });
  if (events.size === 0) return null;
  const sorted = [...events].sort(([one], [other]) => inOrder(one, other));
  const shown = sorted.slice(0, mostEvents);
  const rest = sorted.length - shown.length;
  return html`<section>
    <h2>${says.timeline}</h2>
    <p>${says.timelineText}</p>
    <ol>
      ${shown.map(([, fact]) => statement(fact, index))}
    </ol>
    ${rest > 0 ? html`<p>${says.more(rest, 'findings.json')}</p>` : null}
  </section>`;
}
