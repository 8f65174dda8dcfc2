/** Compares what was found with what the bundle's signature says, and whose signature it is. */
import { isSignature, signatureFile, signedFiles, signerFile } from './bag-layout.ts';
import { bundleStatement, type BundleStatement, type SignedAs } from './bundle-statement.ts';
import { readPublicKey } from './public-key.ts';
import { readSigned, type SignedStatement } from './statement.ts';
import { checkTimestamp } from './timestamp-check.ts';
import {
  changed,
  textOf,
  type FoundFault,
  type FoundFile,
  type ReadBundle,
  type SignedBy,
  type TrustedSigner,
} from './verdict.ts';

export interface CheckedSignature {
  /** Null when it is not known whose signature it is. */
  by: SignedBy | null;
  /** What a valid signature says that the bundle is. */
  as: SignedAs | null;
  /** Whether a valid signature names no bundle, as those of earlier programs do not. */
  isNameless: boolean;
  faults: FoundFault[];
}

/**
 * `named` are the files that the manifests found fault with: they tell whether it is the key or the signature that is
 * another.
 */
export function checkSignature(
  { files: found, folder }: ReadBundle,
  trusted: readonly TrustedSigner[],
  named: ReadonlySet<string | null>,
): CheckedSignature {
  const files = new Map(found.map((file) => [file.name, file]));
  const text = textOf(files.get(signatureFile));
  if (text === null || text === '') return invalid(unsigned);
  const statement = readSigned(text);
  if (!statement) return invalid(changed(signatureFile, (says) => says.signature.badEnvelope));
  const about = bundleStatement(statement);
  if (!about)
    return invalid(changed(signatureFile, (says) => says.signature.notOfBundle(statement.kind)));
  const faults = [
    ...checkName(about.named, folder),
    ...checkFiles(files, statement, about),
    ...checkNoMore(files, about),
  ];
  const known = trusted.find(({ id }) => id === statement.keyId);
  const key = readPublicKey(known?.pem ?? textOf(files.get(signerFile)) ?? '');
  if (key?.id !== statement.keyId) {
    const another =
      key && !named.has(signerFile)
        ? changed(signatureFile, (says) => says.signature.otherKey)
        : changed(signerFile, (says) => says.signature.badSigner);
    return invalid(...faults, another);
  }
  if (!statement.isBy(key))
    return invalid(
      ...faults,
      changed(signatureFile, (says) => says.signature.wrong),
    );
  const all = [...faults, ...checkTimestamp(files, statement, key)];
  return {
    by: { key: key.id, name: known?.name ?? null },
    as: about.named,
    isNameless: about.named === null,
    faults: known ? all : [...all, untrusted(key.id)],
  };
}

function invalid(...faults: FoundFault[]): CheckedSignature {
  return { by: null, as: null, isNameless: false, faults };
}

/** Whoever opens the bundle sees its folder first. */
function checkName(signed: SignedAs | null, folder: string | null): FoundFault[] {
  if (!signed || folder === null || folder === signed.folder) return [];
  const detail: FoundFault['detail'] = (says) => says.signature.otherName(signed.folder);
  return [{ kind: 'renamed', name: folder, detail }];
}

function checkFiles(
  files: ReadonlyMap<string, FoundFile>,
  statement: SignedStatement,
  { files: expected }: BundleStatement,
): FoundFault[] {
  return (expected ?? signedFiles).flatMap((name): FoundFault[] => {
    const [stated, there] = [statement.files[name], files.get(name)?.sha256];
    if (stated === undefined)
      return [changed(signatureFile, (says) => says.signature.notSigned(name))];
    if (there === undefined)
      return [{ kind: 'removed', name, detail: (says) => says.signature.expected }];
    return there === stated
      ? []
      : [changed(name, (says) => says.signature.signedOther(stated, there))];
  });
}

/** What was put there later would be read as the signer's. */
function checkNoMore(
  files: ReadonlyMap<string, FoundFile>,
  { files: expected }: BundleStatement,
): FoundFault[] {
  if (!expected) return [];
  const known = new Set(expected);
  return [...files.keys()]
    .filter((name) => !known.has(name) && !isSignature(name))
    .map((name) => ({ kind: 'added', name, detail: (says) => says.signature.unexpected }));
}

const unsigned: FoundFault = {
  kind: 'removed',
  name: signatureFile,
  detail: (says) => says.signature.unsigned,
};

function untrusted(key: string): FoundFault {
  return {
    kind: 'untrusted',
    name: signatureFile,
    detail: (says) => says.signature.untrusted(key),
  };
}
