/** A BagIt 1.0 bag (RFC 8493): payload under data/, beside it who, when and why, and the manifests. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { compareText } from '../../../domain/compare-text.ts';
import { messages } from '../../../domain/messages/index.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import type { Signer } from '../../trust/signing/key-store.ts';
import {
  bagItText,
  payloadManifest,
  signatureFile,
  signerFile,
  tagManifest,
  timestampFile,
  timestampSignatureFile,
} from '../../../verifier/bag-layout.ts';
import { timestampKind } from '../../../verifier/bundle-statement.ts';
import { timestampPromise } from '../../../verifier/timestamp-check.ts';
import { asBytes, textFile, type BagFile, type MeasuredFile } from '../../platform/bag-file.ts';
import type { Occasion, Scope } from '../../../domain/evidence-scope.ts';
import { signed } from '../../trust/signing/statement.ts';
import { signatureOf, signedName } from './signature.ts';

export interface Bag {
  /** All files, payload and tags, sorted by name. */
  files: readonly MeasuredFile[];
  /** SHA-256 of the payload's manifest: one number for all that was exported. */
  payloadDigest: string;
}

/** Asks an authority for a timestamp of the bytes; what it answers, as it came. */
export type Stamper = (bytes: Uint8Array) => Promise<Uint8Array>;

/** SHA-256 of the payload's manifest, before there is a bag; files that are measured are not read again for it. */
export function payloadDigestOf(payload: readonly MeasuredFile[]): string {
  return payloadManifestOf(measuredPayload(payload)).sha256;
}

function payloadManifestOf(data: readonly MeasuredFile[]): MeasuredFile {
  return measure(textFile(payloadManifest, manifestText(data)));
}

/** What a bag is of, and on which occasion it is made. */
export interface BagOf {
  /** As the bag may name it: masked. */
  scope: Scope;
  occasion: Occasion;
}

/**
 * Beside the payload lie `more`, of the bag's own files; `signer` signs for all of them, and `stamp`, where there is
 * one, has an authority say when the signature was there.
 */
export async function makeBag(
  { scope, occasion }: BagOf,
  payload: readonly BagFile[],
  more: readonly BagFile[],
  signer: Signer,
  stamp: Stamper | null,
): Promise<Bag> {
  const data = measuredPayload(payload);
  const manifest = payloadManifestOf(data);
  const tags = [
    manifest,
    measure(textFile('bagit.txt', bagItText)),
    measure(textFile('bag-info.txt', bagInfo(data, occasion, manifest.sha256))),
    measure(textFile('export.json', canonicalJson(occasion))),
    measure(textFile(signerFile, signer.pem)),
    ...more.map(measure),
  ];
  const listed = sorted([...data, ...tags, measure(textFile(tagManifest, manifestText(tags)))]);
  const said = {
    ...signedName(scope, occasion),
    payload_digest: manifest.sha256,
    ...(stamp ? timestampPromise : {}),
  };
  const signature = signatureOf(listed, said, signer);
  const stamped = stamp ? await timestampOf(signature, signer, stamp) : [];
  const files = [...listed, measure(textFile(signatureFile, signature)), ...stamped.map(measure)];
  return { files: sorted(files), payloadDigest: manifest.sha256 };
}

/** The payload as the manifest lists it. */
export function measuredPayload(payload: readonly BagFile[]): MeasuredFile[] {
  return payload.map((file) => ({ ...measure(file), name: `data/${file.name}` }));
}

/** The timestamp, and the signer's own word that it is the one that came. */
async function timestampOf(signature: string, signer: Signer, stamp: Stamper): Promise<BagFile[]> {
  const bytes = Buffer.from(signature);
  const answer = await stamp(bytes);
  const files = { [signatureFile]: sha256(bytes), [timestampFile]: sha256(answer) };
  return [
    { name: timestampFile, chunks: () => [answer] },
    textFile(timestampSignatureFile, signed({ files, kind: timestampKind, more: {} }, signer)),
  ];
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads the file once to know its size and digests; a second reading writes it, so it need not fit in memory. */
export function measure(file: BagFile | MeasuredFile): MeasuredFile {
  if ('sha256' in file) return file;
  const hash = createHash('sha256');
  let size = 0;
  let checksum = 0;
  for (const chunk of file.chunks()) {
    const bytes = asBytes(chunk);
    hash.update(bytes);
    checksum = crc32(bytes, checksum);
    size += bytes.length;
  }
  return { ...file, size, sha256: hash.digest('hex'), crc32: checksum };
}

function manifestText(files: readonly MeasuredFile[]): string {
  return sorted(files)
    .map((file) => `${file.sha256}  ${file.name}\n`)
    .join('');
}

function sorted(files: readonly MeasuredFile[]): MeasuredFile[] {
  return files.toSorted((a, b) => compareText(a.name, b.name));
}

/** The bag's own description; RFC 8493 names the labels. */
function bagInfo(data: readonly MeasuredFile[], occasion: Occasion, digest: string): string {
  const bytes = data.reduce((sum, file) => sum + file.size, 0);
  const lines: [string, string | null][] = [
    ['Contact-Name', occasion.by],
    ['External-Description', messages.evidence.bagDescription],
    ['External-Identifier', occasion.case_number],
    ['Internal-Sender-Description', occasion.reason],
    ['Internal-Sender-Identifier', digest],
    ['Bagging-Date', occasion.at.slice(0, 10)],
    ['Payload-Oxum', `${bytes}.${data.length}`],
    ['Bag-Software-Agent', occasion.program],
  ];
  return lines
    .filter(([, value]) => value !== null && value !== '')
    .map(([label, value]) => `${label}: ${oneLine(value ?? '')}\n`)
    .join('');
}

/** A line break inside a value would start a new label. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
