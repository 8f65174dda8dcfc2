/** The signature of a bundle: over every file of it, and over what it is called. */
import type { Signer } from '../../trust/signing/key-store.ts';
import { signed } from '../../trust/signing/statement.ts';
import { bundleKind, type Exhibited, type SignedAs } from '../../../verifier/bundle-statement.ts';
import type { MeasuredFile } from '../../platform/bag-file.ts';
import type { Occasion, Scope } from '../../../domain/evidence-scope.ts';
import { folderName } from './payload.ts';

export function signatureOf(
  files: readonly MeasuredFile[],
  more: Readonly<Record<string, unknown>>,
  signer: Signer,
): string {
  const stated = Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256]));
  return signed({ files: stated, kind: bundleKind, more }, signer);
}

/** What whoever opens a bundle takes it for. */
export function signedName(scope: Scope, { at, by, case_number }: Occasion): SignedAs {
  return { folder: folderName(scope), of: exhibited(scope), at, by, case_number };
}

function exhibited(scope: Scope): Exhibited {
  const { kind } = scope;
  switch (kind) {
    case 'cluster':
    case 'finding':
      return { kind, id: scope.id };
    case 'account':
      return { kind, id: scope.id, hops: scope.hops };
    case 'board':
      return { kind, case: scope.case, id: scope.id };
    case 'selection':
      return { kind, nodes: scope.nodes.length };
  }
}
