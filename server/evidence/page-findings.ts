/** The findings of a bundle's page: figures, sentences, sources, and what speaks for innocence. */
import type { Evidence, Finding, Source } from '../../domain/finding.ts';
import { formatRef, type NodeRef } from '../../domain/graph.ts';
import { words } from '../../domain/words/index.ts';
import { readableTime } from '../report/dates.ts';
import { readableFacts, readableName, readableValue } from '../report/facts.ts';
import { datum, html, pairs, type Html } from '../report/html.ts';
import type { Exhibit, ExhibitDetector } from './exhibit.ts';
import { rowKey, shorten, tieKey, type PageIndex } from './page-index.ts';

const says = words.evidence.page;

/** Of one finding so many facts are told; the rest is in the files beside the page, and it says so. */
const mostStatements = 200;
const mostSettingText = 500;

export function findingSections(exhibit: Exhibit, index: PageIndex): Html {
  const sections = exhibit.findings.map((finding, at) => findingSection(finding, at + 1, index));
  return html`<section>
    <h2>${says.findings}</h2>
    ${sections.length > 0 ? sections : html`<p>${says.noFindings}</p>`}
  </section>`;
}

function findingSection(finding: Finding, number: number, index: PageIndex): Html {
  const detector = index.detectors.get(finding.detector);
  const facts = readableFacts(finding.facts);
  const statements = tiesFirst(finding.evidence).slice(0, mostStatements);
  const rest = finding.evidence.length - statements.length;
  return html`<article id="finding-${number}">
    <h3>${datum(says.findingHead(number, finding.title))}</h3>
    <p>
      ${says.strength(finding.score)}
      ${says.detector(detector?.title ?? finding.detector, finding.detector, finding.version)}
      ${finding.indicators.length > 0 ? says.indicators(finding.indicators.join(', ')) : null}
    </p>
    ${
      detector && detector.version !== finding.version
        ? html`<p>${says.otherVersion(finding.version, detector.version)}</p>`
        : null
    }
    ${
      detector
        ? html`<h4>${says.looksFor}</h4>
            <p>${detector.looks_for}</p>`
        : null
    }
    ${
      facts.length > 0
        ? html`<h4>${says.facts}</h4>
            ${pairs(facts)}`
        : null
    }
    <h4>${says.statements}</h4>
    <ol>
      ${statements.map((fact) => statement(fact, index))}
    </ol>
    ${rest > 0 ? html`<p>${says.more(rest, 'findings.json')}</p>` : null}
    ${detector ? caution(detector) : null}
  </article>`;
}

/** What connects comes before what merely describes one thing. */
function tiesFirst(evidence: readonly Evidence[]): Evidence[] {
  const ties = evidence.filter((fact) => fact.to !== null);
  return [...ties, ...evidence.filter((fact) => fact.to === null)];
}

function caution(detector: ExhibitDetector): Html {
  const settings = Object.entries(detector.settings).map(([name, value]): [string, string] => [
    readableName(name),
    shorten(readableValue(value), mostSettingText),
  ]);
  return html`<h4>${says.benign}</h4>
    <ul>
      ${detector.benign.map((text) => html`<li>${text}</li>`)}
    </ul>
    <h4>${says.blindTo}</h4>
    <p>${detector.blind_to}</p>
    ${
      settings.length > 0
        ? html`<h4>${says.settings}</h4>
            ${pairs(settings)}`
        : null
    }`;
}

/** One fact as a sentence, with the numbers of the source rows that say so. */
export function statement(fact: Evidence, index: PageIndex): Html {
  const predicate = fact.to
    ? html`${index.relations.get(tieKey(fact)) ?? fact.type} ${named(fact.to, index)}`
    : html`${says.described(fact.type)}`;
  const inferred = fact.type.startsWith('derived.') ? html` (${says.inferred})` : null;
  const when = fact.at === null || !fact.to ? null : html` ${says.at(readableTime(fact.at))}`;
  return html`<li>
    ${named(fact.from, index, true)} ${predicate}${when}${inferred}.
    ${citations(fact.sources, index)}
  </li>`;
}

function citations(sources: readonly Source[], index: PageIndex): Html | null {
  const cited = sources.flatMap((source) => {
    const number = index.rows.get(rowKey(source));
    return number === undefined ? [] : [html`<a href="#row-${number}">${number}</a> `];
  });
  return cited.length > 0 ? html`<span class="cites">${says.sources} ${cited}</span>` : null;
}

function named(ref: NodeRef, index: PageIndex, begins = false): Html {
  const { one } = words.schema.nodes[ref.type];
  const kind = begins ? one[0]!.toUpperCase() + one.slice(1) : one;
  const caption = index.captions.get(formatRef(ref)) ?? ref.id;
  return caption === ref.id
    ? html`${kind} ${datum(ref.id)}`
    : html`${kind} ${datum(caption)} (${datum(ref.id)})`;
}
