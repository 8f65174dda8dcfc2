/** The signature of a bundle: over the manifests, and through their digests over every file of it. */
import type { Signer } from '../signing/key-store.ts';
import { signed } from '../signing/statement.ts';
import {
  payloadManifest,
  tagManifest,
  textFile,
  type BagFile,
  type MeasuredFile,
} from './bag-file.ts';

/** No manifest lists it, since it is made of their digests. */
export const signatureFile = 'signature.json';
/** The public key that it can be checked with, for those who do not have it yet. */
export const signerFile = 'signer.pem';
export const signedFiles = [payloadManifest, tagManifest] as const;

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
