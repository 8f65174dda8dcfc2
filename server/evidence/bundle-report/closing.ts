/** The end of a report: how to verify and repeat it, what the bundle holds, and the form of certification. */
import { messages } from '../../../domain/messages/index.ts';
import type { Exhibit } from '../exhibit/exhibit.ts';
import {
  bullets,
  pairs,
  paragraph,
  plainItem,
  steps,
  type Section,
} from '../../platform/document/document.ts';

const says = messages.evidence.page;

export function verification(): Section {
  return {
    id: 'verify',
    title: [says.verify],
    blocks: [bullets(says.verifyText.map((line) => [line]))],
  };
}

/**
 * What each file of the bundle is. `payload` are those in its folder data; what lies beside them hangs on who exports, so
 * that a file that is not in every bundle is said to be there at times. Of a narrative nothing is said where none was
 * asked for: that one is thought of is not for every reader.
 */
export function contents({ narrative }: Exhibit, payload: readonly string[]): Section {
  const there = says.contentsOf.flatMap(({ files, is }): [string, string][] => {
    const named = files.filter((file) => payload.some((name) => isOf(name, file)));
    return named.length === 0 ? [] : [[named.join(', '), is]];
  });
  const beside = says.besideOf.map(({ files, is }): [string, string] => [files.join(', '), is]);
  return {
    id: 'contents',
    title: [says.contents],
    blocks: [
      ...(narrative ? [paragraph(says.withNarrative.warning)] : []),
      ...[paragraph(says.inData), pairs(there), paragraph(says.besideData), pairs(beside)],
    ],
  };
}

/** Of a folder, whose name ends so, all files. */
function isOf(name: string, listed: string): boolean {
  return listed.endsWith('/') ? name.startsWith(listed) : name === listed;
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
