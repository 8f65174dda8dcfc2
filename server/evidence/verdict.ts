/** What verification says of a bundle. */

/** One thing that is not as the bundle's manifests, its signature or the form of its ZIP say. */
export interface Fault {
  kind: 'changed' | 'added' | 'removed' | 'container' | 'untrusted';
  /** The file inside the bundle; for `container` what the ZIP itself has wrong: null. */
  name: string | null;
  detail: string;
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
  faults: Fault[];
}

export interface SignedBy {
  /** The id of the key. */
  key: string;
  /** What it is called here; null when it is not trusted. */
  name: string | null;
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
  text: Buffer | null;
}
