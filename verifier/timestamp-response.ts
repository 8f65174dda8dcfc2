/** Reads what a timestamp authority answered (RFC 3161). */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { SignedData, TimeStampResp, TSTInfo, type Certificate } from 'pkijs';
import { nameOf, readCertificate } from './certificates.ts';

export const sha256Id = '2.16.840.1.101.3.4.2.1';
const timeStamping = '1.3.6.1.5.5.7.3.8';

/** Granted, and granted with changes. */
const granted = [0, 1];

export interface Timestamp {
  /** Why the authority refused, as it says; null when it did not. */
  refusal: string | null;
  /** When the authority says that the bytes were there; ISO 8601, UTC. */
  at: string;
  /** What its certificate calls it. */
  authority: string;
  /** Whether its certificate leads to one of the roots; null where none were given. */
  trusted: boolean | null;
  /** In hex, as it was asked with; empty where there was none. */
  nonce: string;
}

/** A browser gives WebCrypto, which checks an authority's signature, to pages of safe origins and of files alone. */
export function canReadTimestamps(): boolean {
  const { crypto } = globalThis as { crypto?: Partial<Crypto> };
  return crypto?.subtle !== undefined;
}

/**
 * Null unless it is an answer about these very bytes that bears the valid signature of a certificate for
 * timestamps. `roots` are certificates in PEM; to one that cannot be read none leads.
 */
export async function readTimestamp(
  answer: Uint8Array,
  data: Uint8Array,
  roots: readonly string[],
): Promise<Timestamp | null> {
  try {
    return await read(answer, data, roots);
  } catch {
    // Whatever is wrong with bytes from outside: they are no timestamp.
    return null;
  }
}

async function read(
  answer: Uint8Array,
  data: Uint8Array,
  roots: readonly string[],
): Promise<Timestamp | null> {
  const response = TimeStampResp.fromBER(copyOf(answer));
  if (!granted.includes(response.status.status) || !response.timeStampToken) {
    const texts = response.status.statusStrings?.map((text) => text.valueBlock.value) ?? [];
    const refusal = [`status ${response.status.status}`, ...texts].join(', ');
    return { refusal, at: '', authority: '', trusted: null, nonce: '' };
  }
  const signed = new SignedData({ schema: response.timeStampToken.content as unknown });
  const content = signed.encapContentInfo.eContent?.valueBlock.valueHexView;
  if (!content) return null;
  const info = TSTInfo.fromBER(copyOf(content));
  if (!isAbout(info, data)) return null;
  const { signatureVerified, signerCertificate } = await signed.verify({
    signer: 0,
    data: copyOf(data),
    extendedMode: true,
  });
  if (!signatureVerified || !signerCertificate || !isForTimestamps(signerCertificate)) return null;
  return {
    refusal: null,
    at: info.genTime.toISOString(),
    authority: nameOf(signerCertificate.subject),
    trusted: roots.length === 0 ? null : await leadsTo(signed, data, roots, info.genTime),
    nonce: info.nonce ? bytesToHex(info.nonce.valueBlock.valueHexView) : '',
  };
}

function isAbout({ messageImprint }: TSTInfo, data: Uint8Array): boolean {
  if (messageImprint.hashAlgorithm.algorithmId !== sha256Id) return false;
  const stated = messageImprint.hashedMessage.valueBlock.valueHexView;
  return bytesToHex(stated) === bytesToHex(sha256(data));
}

/** The certificate must be for nothing else (RFC 3161 section 2.3). */
function isForTimestamps({ extensions = [] }: Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === '2.5.29.37');
  const purposes = (usage?.parsedValue as { keyPurposes?: string[] } | undefined)?.keyPurposes;
  return usage?.critical === true && purposes?.length === 1 && purposes[0] === timeStamping;
}

async function leadsTo(
  signed: SignedData,
  data: Uint8Array,
  roots: readonly string[],
  checkDate: Date,
): Promise<boolean> {
  try {
    const { signerCertificateVerified } = await signed.verify({
      signer: 0,
      data: copyOf(data),
      trustedCerts: roots.flatMap((pem) => readCertificate(pem) ?? []),
      checkChain: true,
      checkDate,
      extendedMode: true,
    });
    return signerCertificateVerified === true;
  } catch {
    return false;
  }
}

/** The library wants a buffer that holds nothing else. */
function copyOf(data: Uint8Array): ArrayBuffer {
  return new Uint8Array(data).buffer;
}
