/**
 * Checks the part of a custody log that a bundle carries. Pure, so that a page can do it too. It shows that the
 * entries are those that the head was made of, in that order and none left out; that the head is what the log had is
 * said by the bundle's signature, and by the log itself (`skein audit verify --against`).
 */
import { z } from 'zod';
import { words } from '../../domain/words/index.ts';
import { canonicalJson } from '../exchange/canonical.ts';
import { contentDigest, linkHash, type Sha256 } from './chain.ts';
import { entrySchema, hexDigest, type Entry } from './entry.ts';

const says = words.custody.part;

export const partFile = 'custody.json';
export const partKind = 'urn:skein:custody-part:1';

const partSchema = z.strictObject({
  kind: z.literal(partKind),
  /** The entry before the first one that is carried, and its hash: 0 and zeros where all are carried. */
  from: z.strictObject({ entry: z.int().min(0), hash: hexDigest }),
  /** Number and hash of the last entry, which is the export itself. */
  count: z.int().min(1),
  head: hexDigest,
  /** Those that concern what is exported, in full. */
  entries: z.array(entrySchema),
  /** Of all others the digests alone, those of neighbours joined. */
  others: z.array(
    z.strictObject({ from: z.int().min(1), digests: z.string().regex(/^([0-9a-f]{64})+$/) }),
  ),
});
export type CustodyPart = z.infer<typeof partSchema>;

export interface PartFault {
  /** The entry that is wrong or missing; null when it is the file as a whole. */
  entry: number | null;
  detail: string;
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
  if (!part) return { ...nothing, faults: [{ entry: null, detail: says.unreadable }] };
  const { count, head, entries } = part;
  const { hashes, faults } = chained(part, sha256);
  const last = entries.find(({ entry }) => entry === count);
  const payload = last?.act === 'export' ? last.after?.['payload_digest'] : undefined;
  if (faults.length === 0 && hashes.get(count) !== head)
    faults.push({ entry: null, detail: says.otherHead(count) });
  if (faults.length === 0 && typeof payload !== 'string')
    faults.push({ entry: count, detail: says.noExport(count) });
  if (faults.length === 0 && payloadDigest !== null && payload !== payloadDigest)
    faults.push({ entry: count, detail: says.otherPayload });
  const stated = typeof payload === 'string' ? payload : null;
  return { faults, entries, count, head, payload_digest: stated, hashes };
}

const nothing = { entries: [], count: 0, head: null, payload_digest: null, hashes: new Map() };

function parsed(text: string): CustodyPart | null {
  try {
    const part = partSchema.parse(JSON.parse(text));
    return canonicalJson(part) === text ? part : null;
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
    if (outside || digests.has(entry)) faults.push({ entry, detail: says.needless(entry) });
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
      return { hashes, faults: [...faults, { entry, detail: says.missing(entry) }] };
    hash = linkHash(hash, digest, sha256);
    hashes.set(entry, hash);
  }
  return { hashes, faults };
}
