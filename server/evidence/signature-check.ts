/** Compares the files that were found with what the bundle's signature says, and whose signature it is. */
import { words } from '../../domain/words/index.ts';
import { readPublicKey } from '../signing/public-key.ts';
import { readSigned } from '../signing/statement.ts';
import type { TrustedKey } from '../signing/key-store.ts';
import { signatureFile, signedFiles, signerFile } from './signature.ts';
import type { Fault, FoundFile, SignedBy } from './verdict.ts';

const says = words.signing.bundle;

/** Null for `by` when it is not known whose signature it is. */
export function checkSignature(
  found: readonly FoundFile[],
  trusted: readonly TrustedKey[],
): { by: SignedBy | null; faults: Fault[] } {
  const files = new Map(found.map((file) => [file.name, file]));
  const text = files.get(signatureFile)?.text;
  if (!text)
    return { by: null, faults: [{ kind: 'removed', name: signatureFile, detail: says.unsigned }] };
  const statement = readSigned(text.toString('utf8'));
  if (!statement) return { by: null, faults: [changed(signatureFile, says.badEnvelope)] };
  const faults = signedFiles.flatMap((name): Fault[] => {
    const [stated, there] = [statement.files[name], files.get(name)?.sha256];
    if (stated === undefined) return [changed(signatureFile, says.notSigned(name))];
    // What is not there, the bag's own manifests miss.
    return there === undefined || there === stated
      ? []
      : [changed(name, says.signedOther(stated, there))];
  });
  const known = trusted.find(({ id }) => id === statement.keyId);
  const key = readPublicKey(known?.pem ?? files.get(signerFile)?.text?.toString('utf8') ?? '');
  if (key?.id !== statement.keyId)
    return { by: null, faults: [...faults, changed(signerFile, says.badSigner)] };
  if (!statement.isBy(key.key))
    return { by: null, faults: [...faults, changed(signatureFile, says.wrong)] };
  const by = { key: key.id, name: known?.name ?? null };
  return {
    by,
    faults: known
      ? faults
      : [...faults, { kind: 'untrusted', name: signatureFile, detail: says.untrusted(key.id) }],
  };
}

function changed(name: string, detail: string): Fault {
  return { kind: 'changed', name, detail };
}
