/** What analysts decided, on a bundle's page. */
import { formatRef } from '../../domain/graph.ts';
import type { Judgement } from '../../domain/judgement.ts';
import { words } from '../../domain/words/index.ts';
import { readableTime } from '../report/dates.ts';
import { datum, html, type Html } from '../report/html.ts';
import type { Exhibit } from './exhibit.ts';
import type { PageIndex } from './page-index.ts';

const says = words.judgements.evidence;
const page = words.judgements.page;

/** Nothing where nobody has judged anything of what is shown. */
export function judgementSection({ judgements }: Exhibit, index: PageIndex): Html | null {
  if (judgements.length === 0) return null;
  return html`<section>
    <h2>${says.title}</h2>
    <p>${says.text}</p>
    <table>
      <thead>
        <tr>
          ${says.head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${judgements.map((judgement) => row(judgement, index))}
      </tbody>
    </table>
  </section>`;
}

function row(judgement: Judgement, { captions }: PageIndex): Html {
  const { kind, verdict, subjects, relation, by, at, why, withdrawn: over } = judgement;
  const names = subjects.map((ref) => captions.get(formatRef(ref)) ?? formatRef(ref));
  const about = relation ? names.join(` ${relation.says} `) : names.join(', ');
  return html`<tr>
    <td>${page.verdictOf[kind][verdict]}</td>
    <td>${datum(about)}</td>
    <td>${datum(page.byAt(by, readableTime(at)))}</td>
    <td>${datum(why)}</td>
    <td>${over ? datum(page.withdrawn(over.by, readableTime(over.at), over.why)) : null}</td>
  </tr>`;
}
