/**
 * Checks the part of a custody log that a bundle carries. It shows that the entries are those that the head was made
 * of, in that order and none left out; that the head is what the log had is said by the bundle's signature, and by
 * the log itself (`skein audit verify --against`).
 */
import canonicalize from 'canonicalize';
import * as z from 'zod/mini';
import { contentDigest, linkHash, type Sha256 } from './custody-chain.ts';
import { entryNumber, entrySchema, hexDigest, type Entry } from './custody-entry.ts';
import type { FoundFault } from './verdict.ts';

export const partFile = 'custody.json';
export const partKind = 'urn:skein:custody-part:1';

/** Of a long log a text of megabytes: a pattern that repeats a group would overflow the stack there. */
const joinedDigests = z.refine<string>(
  (text) => text.length > 0 && text.length % 64 === 0 && !/[^0-9a-f]/.test(text),
);

const partSchema = z.strictObject({
  kind: z.literal(partKind),
  /** The entry before the first one that is carried, and its hash: 0 and zeros where all are carried. */
  from: z.strictObject({ entry: z.int().check(z.minimum(0)), hash: hexDigest }),
  /** Number and hash of the last entry, which is the export itself. */
  count: entryNumber,
  head: hexDigest,
  /** Those that concern what is exported, in full. */
  entries: z.array(entrySchema),
  /** Of all others the digests alone, those of neighbours joined. */
  others: z.array(z.strictObject({ from: entryNumber, digests: z.string().check(joinedDigests) })),
});
export type CustodyPart = z.infer<typeof partSchema>;

export interface PartFault {
  /** The entry that is wrong or missing; null when it is the file as a whole. */
  entry: number | null;
  detail: FoundFault['detail'];
}

export interface CheckedPart {
  faults: PartFault[];
  /** The entries in full; none when the file cannot be read. */
  entries: readonly Entry[];
  /** How many entries the log had, this export's own among them. */
  count: number;
  head: string | null;
  /** What this export's own entry says of the payload; null when there is none. */
  payload_digest: string | null;
  /** The hashes of the entries that are carried, by number. */
  hashes: ReadonlyMap<number, string>;
}

/**
 * `text` is that of `custody.json`, `sha256` gives lower-case hex. With the payload's digest it sees too that the part
 * belongs to that bundle. Throws nothing.
 */
export function checkCustody(
  text: string,
  sha256: Sha256,
  payloadDigest: string | null = null,
): CheckedPart {
  const part = parsed(text);
  if (!part)
    return { ...nothing, faults: [{ entry: null, detail: (says) => says.custody.unreadable }] };
  const { count, head, entries } = part;
  const { hashes, faults } = chained(part, sha256);
  const last = entries.find(({ entry }) => entry === count);
  const payload = last?.act === 'export' ? last.after?.['payload_digest'] : undefined;
  if (faults.length === 0 && hashes.get(count) !== head)
    faults.push({ entry: null, detail: (says) => says.custody.otherHead(count) });
  if (faults.length === 0 && typeof payload !== 'string')
    faults.push({ entry: count, detail: (says) => says.custody.noExport(count) });
  if (faults.length === 0 && payloadDigest !== null && payload !== payloadDigest)
    faults.push({ entry: count, detail: (says) => says.custody.otherPayload });
  const stated = typeof payload === 'string' ? payload : null;
  return { faults, entries, count, head, payload_digest: stated, hashes };
}

const nothing = { entries: [], count: 0, head: null, payload_digest: null, hashes: new Map() };

function parsed(text: string): CustodyPart | null {
  try {
    const part = partSchema.parse(JSON.parse(text));
    return canonicalize(part) === text ? part : null;
  } catch {
    return null;
  }
}

function chained(
  part: CustodyPart,
  sha256: Sha256,
): { hashes: Map<number, string>; faults: PartFault[] } {
  const digests = new Map<number, string>();
  const faults: PartFault[] = [];
  const put = (entry: number, digest: string) => {
    const outside = entry <= part.from.entry || entry > part.count;
    if (outside || digests.has(entry))
      faults.push({ entry, detail: (says) => says.custody.needless(entry) });
    else digests.set(entry, digest);
  };
  for (const entry of part.entries) put(entry.entry, contentDigest(entry, sha256));
  for (const { from, digests: joined } of part.others)
    for (let at = 0; at < joined.length; at += 64) put(from + at / 64, joined.slice(at, at + 64));
  const hashes = new Map<number, string>();
  let hash = part.from.hash;
  for (let entry = part.from.entry + 1; entry <= part.count; entry += 1) {
    const digest = digests.get(entry);
    if (digest === undefined)
      return {
        hashes,
        faults: [...faults, { entry, detail: (says) => says.custody.missing(entry) }],
      };
    hash = linkHash(hash, digest, sha256);
    hashes.set(entry, hash);
  }
  return { hashes, faults };
}
