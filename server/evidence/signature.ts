/** The signature of a bundle: over the manifests, and through their digests over every file of it. */
import type { Signer } from '../signing/key-store.ts';
import { signed } from '../signing/statement.ts';
import { signatureFile, signedFiles } from '../../verifier/bag-layout.ts';
import { textFile, type BagFile, type MeasuredFile } from './bag-file.ts';

const kind = 'urn:skein:evidence-bundle:1';

export function signatureOf(
  files: readonly MeasuredFile[],
  more: Readonly<Record<string, unknown>>,
  signer: Signer,
): BagFile {
  const digests = signedFiles.map((name) => [
    name,
    files.find((file) => file.name === name)!.sha256,
  ]);
  return textFile(
    signatureFile,
    signed({ files: Object.fromEntries(digests) as Record<string, string>, kind, more }, signer),
  );
}
