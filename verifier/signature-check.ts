/** Compares the files that were found with what the bundle's signature says, and whose signature it is. */
import { signatureFile, signedFiles, signerFile } from './bag-layout.ts';
import { readPublicKey } from './public-key.ts';
import { readSigned } from './statement.ts';
import { checkTimestamp } from './timestamp-check.ts';
import {
  changed,
  textOf,
  type FoundFault,
  type FoundFile,
  type SignedBy,
  type TrustedSigner,
} from './verdict.ts';

/**
 * Null for `by` when it is not known whose signature it is. `named` are the files that the manifests found fault with:
 * they tell whether it is the key or the signature that is another.
 */
export function checkSignature(
  found: readonly FoundFile[],
  trusted: readonly TrustedSigner[],
  named: ReadonlySet<string | null>,
): { by: SignedBy | null; faults: FoundFault[] } {
  const files = new Map(found.map((file) => [file.name, file]));
  const text = textOf(files.get(signatureFile));
  if (text === null || text === '') return { by: null, faults: [unsigned] };
  const statement = readSigned(text);
  if (!statement)
    return { by: null, faults: [changed(signatureFile, (says) => says.signature.badEnvelope)] };
  const faults = signedFiles.flatMap((name): FoundFault[] => {
    const [stated, there] = [statement.files[name], files.get(name)?.sha256];
    if (stated === undefined)
      return [changed(signatureFile, (says) => says.signature.notSigned(name))];
    // What is not there, the bag's own manifests miss.
    return there === undefined || there === stated
      ? []
      : [changed(name, (says) => says.signature.signedOther(stated, there))];
  });
  const known = trusted.find(({ id }) => id === statement.keyId);
  const key = readPublicKey(known?.pem ?? textOf(files.get(signerFile)) ?? '');
  if (key?.id !== statement.keyId) {
    const another =
      key && !named.has(signerFile)
        ? changed(signatureFile, (says) => says.signature.otherKey)
        : changed(signerFile, (says) => says.signature.badSigner);
    return { by: null, faults: [...faults, another] };
  }
  if (!statement.isBy(key))
    return {
      by: null,
      faults: [...faults, changed(signatureFile, (says) => says.signature.wrong)],
    };
  const all = [...faults, ...checkTimestamp(files, statement, key)];
  return {
    by: { key: key.id, name: known?.name ?? null },
    faults: known ? all : [...all, untrusted(key.id)],
  };
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
