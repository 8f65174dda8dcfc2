/** A BagIt 1.0 bag (RFC 8493): payload under data/, beside it who, when and why, and the manifests. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { words } from '../../domain/words/index.ts';
import { canonicalJson, inOrder } from '../exchange/canonical.ts';
import type { Signer } from '../signing/key-store.ts';
import {
  asBytes,
  payloadManifest,
  tagManifest,
  textFile,
  type BagFile,
  type MeasuredFile,
} from './bag-file.ts';
import type { Occasion } from './exhibit.ts';
import { signatureOf, signerFile } from './signature.ts';

export interface Bag {
  /** All files, payload and tags, sorted by name. */
  files: readonly MeasuredFile[];
  /** SHA-256 of the payload's manifest: one number for all that was exported. */
  payloadDigest: string;
}

export const bagItText = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** SHA-256 of the payload's manifest, before there is a bag; files that are measured are not read again for it. */
export function payloadDigestOf(payload: readonly MeasuredFile[]): string {
  return payloadManifestOf(payload.map(inPayload)).sha256;
}

function inPayload(file: BagFile): MeasuredFile {
  return { ...measure(file), name: `data/${file.name}` };
}

function payloadManifestOf(data: readonly MeasuredFile[]): MeasuredFile {
  return measure(textFile(payloadManifest, manifestText(data)));
}

/** Beside the payload lie `more`, of the bag's own files; `signer` signs what the manifests say of all. */
export function makeBag(
  payload: readonly BagFile[],
  more: readonly BagFile[],
  occasion: Occasion,
  signer: Signer,
): Bag {
  const data = payload.map(inPayload);
  const manifest = payloadManifestOf(data);
  const tags = [
    manifest,
    measure(textFile('bagit.txt', bagItText)),
    measure(textFile('bag-info.txt', bagInfo(data, occasion, manifest.sha256))),
    measure(textFile('export.json', canonicalJson(occasion))),
    measure(textFile(signerFile, signer.pem)),
    ...more.map(measure),
  ];
  const listed = [...data, ...tags, measure(textFile(tagManifest, manifestText(tags)))];
  const signature = signatureOf(listed, { payload_digest: manifest.sha256 }, signer);
  const files = [...listed, measure(signature)];
  return { files: sorted(files), payloadDigest: manifest.sha256 };
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
  return files.toSorted((a, b) => inOrder(a.name, b.name));
}

/** The bag's own description; RFC 8493 names the labels. */
function bagInfo(data: readonly MeasuredFile[], occasion: Occasion, digest: string): string {
  const bytes = data.reduce((sum, file) => sum + file.size, 0);
  const lines: [string, string | null][] = [
    ['Contact-Name', occasion.by],
    ['External-Description', words.evidence.bagDescription],
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
