/** What verification says of a bundle. */
import type { Messages } from '../domain/messages/index.ts';
import { signatureFile } from './bag-layout.ts';
import type { SignedAs } from './bundle-statement.ts';

/** The verifier's part of the words of a language. */
export type VerifierMessages = Messages['verifier'];

type FaultKind = 'changed' | 'added' | 'removed' | 'renamed' | 'container' | 'untrusted';

/** One thing that is not as the bundle's manifests, its signature or the form of its ZIP say. */
export interface Fault {
  kind: FaultKind;
  /** The file inside the bundle; of `renamed` the bundle's folder; of `container`, the ZIP itself: null. */
  name: string | null;
  detail: string;
}

/** A fault that can be told in any language, and later in another. */
export interface FoundFault {
  kind: FaultKind;
  name: string | null;
  detail: (says: VerifierMessages) => string;
}

export interface Verdict {
  file: string;
  /** True when nothing at all is wrong. */
  intact: boolean;
  /** How many files were checked. */
  files: number;
  /** SHA-256 of the payload's manifest as it stands in the bundle; null when it cannot be read. */
  payload_digest: string | null;
  /** Whose valid signature it bears; null when there is none. */
  signed_by: SignedBy | null;
  /** What that signature says that the bundle is; null where it does not say. */
  signed_as: SignedAs | null;
  /** What a timestamp authority says; null where there is no valid timestamp, `unread` where nothing here can read it. */
  timestamp: Stamped | 'unread' | null;
  faults: Fault[];
  /** What was not looked at, since the bundle is of a program that did not sign it yet: no faults. */
  remarks: string[];
}

export interface Stamped {
  /** When the signature was there; ISO 8601, UTC. */
  at: string;
  /** What its certificate calls the authority. */
  authority: string;
  /** Whether its certificate leads to a trusted root; null where no roots were given. */
  trusted: boolean | null;
}

export interface SignedBy {
  /** The id of the key. */
  key: string;
  /** What it is called here; null when it is not trusted. */
  name: string | null;
}

/** A public key whose signatures count. */
export interface TrustedSigner {
  /** SHA-256 of the key's SPKI DER form, in hex. */
  id: string;
  pem: string;
  /** What people call it. */
  name: string;
}

/** A file of a bundle as it was found. */
export interface FoundFile {
  /** Path inside the bag. */
  name: string;
  sha256: string;
  size: number;
  /** False when the ZIP states another CRC-32 for it. */
  checksum: boolean;
  /** Its bytes, kept for the bag's own files at the top level; null for the payload. */
  text: Uint8Array | null;
}

/** A bundle as it was read: its files, and what was wrong with the way they were packed. */
export interface ReadBundle {
  /** The folder that its files lie in; null when that cannot be read. */
  folder: string | null;
  files: FoundFile[];
  faults: FoundFault[];
}

/**
 * How a bundle stands, in one word: `repacked` when every file in it is as it was written and only the ZIP around them
 * is another; `untrusted` when nothing but trust is missing, in its key at least; `undated` when that is trusted, and
 * the authority of its timestamp is not.
 */
export type Standing = 'intact' | 'untrusted' | 'undated' | 'repacked' | 'broken';

export function standing({ intact, files, faults }: Verdict): Standing {
  if (intact) return 'intact';
  if (faults.every(({ kind }) => kind === 'untrusted'))
    return faults.some(({ name }) => name === signatureFile) ? 'untrusted' : 'undated';
  return files > 0 && faults.every(({ kind }) => kind === 'container') ? 'repacked' : 'broken';
}

/** The verdict with these found too, told in a language. */
export function withFaults(
  verdict: Verdict,
  found: readonly FoundFault[],
  says: VerifierMessages,
): Verdict {
  const told = found.map((fault) => ({ ...fault, detail: fault.detail(says) }));
  const faults = [...verdict.faults, ...told];
  return { ...verdict, intact: faults.length === 0, faults };
}

export function changed(name: string, detail: FoundFault['detail']): FoundFault {
  return { kind: 'changed', name, detail };
}

export function container(detail: FoundFault['detail']): FoundFault {
  return { kind: 'container', name: null, detail };
}

/** A tag file's bytes as UTF-8; a byte order mark stays, since it is a change like any other. */
export function textOf(file: FoundFile | undefined): string | null {
  return file?.text ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.text) : null;
}
