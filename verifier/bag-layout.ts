/** The files of a bundle's bag (BagIt 1.0, RFC 8493) that say how the others must be. */

export const payloadManifest = 'manifest-sha256.txt';
export const tagManifest = 'tagmanifest-sha256.txt';

/** No manifest lists it, since it is made of their digests. */
export const signatureFile = 'signature.json';
/** No manifest lists it, since it is made over the signature's bytes; not every bundle has one. */
export const timestampFile = 'timestamp.tsr';
/** Nor this, by which the signer speaks for the timestamp. */
export const timestampSignatureFile = 'timestamp-signature.json';
/** The public key that the signature can be checked with, for those who do not have it yet. */
export const signerFile = 'signer.pem';
/** Through their digests the signature speaks for every file that they list. */
export const signedFiles = [payloadManifest, tagManifest] as const;

/** What `bagit.txt` holds, to the byte. */
export const bagItText = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** Whether the file is the payload: what was exported, and nothing of who did and when. */
export function isPayload(name: string): boolean {
  return name.startsWith('data/');
}

/** The bag's own files at the top level. */
export function isTagFile(name: string): boolean {
  return !name.includes('/');
}

/** Whether a manifest's part of the bag holds the file, so that the manifest must list it. */
export function covers(manifest: string, name: string): boolean {
  if (manifest === payloadManifest) return isPayload(name);
  return !isPayload(name) && !unlisted.includes(name);
}

const unlisted: readonly string[] = [
  tagManifest,
  signatureFile,
  timestampFile,
  timestampSignatureFile,
];

/** Whether the file is a signature, or what one is made over: no statement can speak of itself. */
export function isSignature(name: string): boolean {
  return name !== tagManifest && unlisted.includes(name);
}

/** Whether no manifest lists the file, so that no digest of theirs shows that it changed. */
export function isUnlisted(name: string): boolean {
  return unlisted.includes(name);
}
