/** The signature of a bundle: over the manifests, and through their digests over every file of it. */
import type { Signer } from '../signing/key-store.ts';
import { signed } from '../signing/statement.ts';
import { signedFiles } from '../../verifier/bag-layout.ts';
import type { MeasuredFile } from './bag-file.ts';

const kind = 'urn:skein:evidence-bundle:1';
/** Of the statement that speaks for the timestamp of a bundle. */
export const timestampKind = 'urn:skein:evidence-bundle-timestamp:1';

export function signatureOf(
  files: readonly MeasuredFile[],
  more: Readonly<Record<string, unknown>>,
  signer: Signer,
): string {
  const digests = signedFiles.map((name) => [
    name,
    files.find((file) => file.name === name)!.sha256,
  ]);
  const stated = Object.fromEntries(digests) as Record<string, string>;
  return signed({ files: stated, kind, more }, signer);
}
