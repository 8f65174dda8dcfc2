/** What was removed, counted by kind and digested, batch by batch, so that a killed erasure counts on where it was. */
import { createHash, createHmac } from 'node:crypto';
import { compareText } from '../../../domain/compare-text.ts';
import type { Removed } from '../../../domain/retention.ts';
import { canonicalJson } from '../../platform/canonical.ts';

/** As an erasure keeps it. */
export type Tallies = Readonly<Record<string, { count: number; digest: string }>>;

/**
 * With these too. What stood in the graph is digested by a key, since of a birth date or an address a plain digest would tell to
 * whoever tries them all.
 */
export function tallied(
  before: Tallies,
  kind: string,
  records: readonly unknown[],
  key: Buffer,
): Tallies {
  if (records.length === 0) return before;
  const { count, digest } = before[kind] ?? { count: 0, digest: '' };
  const each = records.map((record) =>
    createHmac('sha256', key)
      .update(canonicalJson(plain(record)))
      .digest('hex'),
  );
  const all = createHash('sha256')
    .update(digest + each.sort().join(''))
    .digest('hex');
  return { ...before, [kind]: { count: count + records.length, digest: all } };
}

export function removedIn(tallies: Tallies): Removed[] {
  return Object.entries(tallies)
    .map(([kind, one]) => ({ kind, ...one }))
    .sort((a, b) => compareText(a.kind, b.kind));
}

/** Bytes as text; what the driver gives is JSON but for them. */
function plain(record: unknown): unknown {
  return JSON.parse(
    JSON.stringify(record, (_name, value: unknown) =>
      ArrayBuffer.isView(value)
        ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
        : value,
    ),
  ) as unknown;
}
