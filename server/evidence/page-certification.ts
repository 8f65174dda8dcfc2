/** The form for a qualified person's certification, at the end of a bundle's page (US Federal Rules of Evidence 902). */
import { words } from '../../domain/words/index.ts';
import { html, type Html } from '../report/html.ts';

const says = words.evidence.page.certification;

/** To be filled in and signed by hand: the program cannot certify itself. */
export function certificationSection(): Html {
  return html`<section class="certification">
    <h2>${says.title}</h2>
    <p>${says.about}</p>
    <ol>
      ${says.statements.map((text) => html`<li>${text}</li>`)}
    </ol>
    <table class="form">
      ${says.lines.map(
        (line) =>
          html`<tr>
            <th>${line}</th>
            <td></td>
          </tr>`,
      )}
    </table>
  </section>`;
}
