/** The entries as a person reads them: with the personal values that are still kept. */
import type { Act, Entry } from '../../verifier/custody-entry.ts';
import { custodyFiles } from './files.ts';
import { logEntries } from './read.ts';
import { readValues, valueDigest } from './values.ts';

export interface Wanted {
  act?: Act | undefined;
  /** ISO 8601, UTC; entries from then on. */
  since?: string | undefined;
}

/** A personal value is its text instead of `{digest}`; where that was erased the digest stays. */
export async function* shownEntries(home: string, { act, since }: Wanted): AsyncGenerator<Entry> {
  const values = await readValues(custodyFiles(home).values);
  const byDigest = new Map(values.map((kept) => [valueDigest(kept), kept.value]));
  for await (const { content } of logEntries(home)) {
    if (act !== undefined && content.act !== act) continue;
    if (since !== undefined && content.at < since) continue;
    const { subject, before, after } = content;
    yield {
      ...content,
      subject: filled(subject, byDigest) as Entry['subject'],
      before: filled(before, byDigest) as Entry['before'],
      after: filled(after, byDigest) as Entry['after'],
    };
  }
}

function filled(part: unknown, byDigest: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(part)) return part.map((each) => filled(each, byDigest));
  if (typeof part !== 'object' || part === null) return part;
  const names = Object.entries(part as Record<string, unknown>);
  const [only] = names;
  if (only && names.length === 1 && only[0] === 'digest')
    return byDigest.get(String(only[1])) ?? part;
  return Object.fromEntries(names.map(([name, value]) => [name, filled(value, byDigest)]));
}
