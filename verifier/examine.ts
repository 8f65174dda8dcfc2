/** All that is checked of a bundle once it was read, so that whoever asks is told the same. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { signatureFile, timestampFile } from './bag-layout.ts';
import { checkCustody, partFile } from './custody-part.ts';
import { judge } from './judge.ts';
import { canReadTimestamps, readTimestamp } from './timestamp-response.ts';
import {
  changed,
  textOf,
  withFaults,
  type FoundFault,
  type FoundFile,
  type ReadBundle,
  type TrustedSigner,
  type Verdict,
  type VerifierMessages,
} from './verdict.ts';

/** What is given to compare a bundle with. */
export interface Given {
  /** The keys whose signatures count. */
  trusted: readonly TrustedSigner[];
  /** Certificates in PEM, one of which a timestamp's authority must lead to, where there are any. */
  roots: readonly string[];
}

/** `says` is the language in which faults are told. The same bundle may be examined again with other things given. */
export async function examine(
  file: string,
  read: ReadBundle,
  { trusted, roots }: Given,
  says: VerifierMessages,
): Promise<Verdict> {
  const verdict = judge(file, read, trusted, says);
  return withTimestamp(withCustody(verdict, read.files, says), read.files, roots, says);
}

/** The part of the custody log must hold together, whoever signed for it, and be of this very payload. */
function withCustody(
  verdict: Verdict,
  files: readonly FoundFile[],
  says: VerifierMessages,
): Verdict {
  const part = files.find(({ name }) => name === partFile);
  if (!part || isNamed(verdict, partFile)) return verdict;
  return withFaults(verdict, custodyFaults(part, verdict.payload_digest), says);
}

/** A long log takes seconds, and neither keys nor language change what is found in it. */
const foundIn = new WeakMap<FoundFile, readonly FoundFault[]>();

function custodyFaults(part: FoundFile, payloadDigest: string | null): readonly FoundFault[] {
  const known = foundIn.get(part);
  if (known) return known;
  const text = textOf(part);
  const { faults } =
    text === null
      ? { faults: [] }
      : checkCustody(text, (bytes) => bytesToHex(sha256(bytes)), payloadDigest);
  const found = faults.map(({ detail }) => changed(partFile, detail));
  foundIn.set(part, found);
  return found;
}

/** What the authority says counts only where the bundle itself has the timestamp as its signer put it there. */
async function withTimestamp(
  verdict: Verdict,
  files: readonly FoundFile[],
  roots: readonly string[],
  says: VerifierMessages,
): Promise<Verdict> {
  const bytesOf = (name: string) => files.find((file) => file.name === name)?.text;
  const [answer, signature] = [bytesOf(timestampFile), bytesOf(signatureFile)];
  if (!answer || !signature || isNamed(verdict, timestampFile)) return verdict;
  if (!canReadTimestamps()) return { ...verdict, timestamp: 'unread' };
  const read = await readTimestamp(answer, signature, roots);
  if (!read || read.refusal !== null) return withFaults(verdict, [invalid], says);
  const { at, authority, trusted } = read;
  const stamped: Verdict = { ...verdict, timestamp: { at, authority, trusted } };
  return trusted === false ? withFaults(stamped, [untrusted], says) : stamped;
}

const invalid = changed(timestampFile, (says) => says.timestamp.invalid);
const untrusted: FoundFault = {
  kind: 'untrusted',
  name: timestampFile,
  detail: (says) => says.timestamp.untrusted,
};

/** What is otherwise wrong with a file says enough of it. */
function isNamed({ faults }: Verdict, file: string): boolean {
  return faults.some(({ name }) => name === file);
}
