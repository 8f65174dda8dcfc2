/** The end of a report: how to verify and repeat it, what the bundle holds, and the form of certification. */
import { words } from '../../../domain/words/index.ts';
import type { Exhibit } from '../exhibit.ts';
import {
  bullets,
  pairs,
  paragraph,
  plainItem,
  steps,
  type Section,
} from '../../document/document.ts';

const says = words.evidence.page;

export function verification(): Section {
  return {
    id: 'verify',
    title: [says.verify],
    blocks: [bullets(says.verifyText.map((line) => [line]))],
  };
}

/** Of a narrative nothing is said where none was asked for: that one is thought of is not for every reader. */
export function contents({ narrative }: Exhibit): Section {
  const { contents: row, warning } = says.withNarrative;
  return {
    id: 'contents',
    title: [says.contents],
    blocks: narrative
      ? [paragraph(warning), pairs([...says.contentsOf, row])]
      : [pairs(says.contentsOf)],
  };
}

/** To be filled in and signed by hand: the program cannot certify itself (US Federal Rules of Evidence 902). */
export function certification(): Section {
  const { title, about, statements, lines } = says.certification;
  return {
    id: 'certification',
    title: [title],
    startsPage: true,
    blocks: [
      paragraph(about),
      steps(statements.map((text) => plainItem([text]))),
      { kind: 'form', lines },
    ],
  };
}
