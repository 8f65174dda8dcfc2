import type { Exhibited, SignedAs } from './bundle-statement.ts';
import type { VerifierMessages } from './verdict.ts';

/** What a bundle is, in a line, as its signature says it. */
export function signedName(
  { folder, of, at, by, case_number: caseNumber }: SignedAs,
  { signedAs: text }: VerifierMessages,
): string {
  return text.is(folder, exhibitName(of, text), at, by, caseNumber);
}

function exhibitName(of: Exhibited, text: VerifierMessages['signedAs']): string {
  switch (of.kind) {
    case 'cluster':
    case 'finding':
      return text[of.kind](of.id);
    case 'account':
      return text.account(of.id, of.hops);
    case 'board':
      return text.board(of.case, of.id);
    case 'selection':
      return text.selection(of.nodes);
  }
}
