/** The entries as a person reads them: with the personal values that are still kept. */
import type { Act } from '../../../domain/custody-acts.ts';
import type { Entry } from '../../../verifier/custody-entry.ts';
import { custodyFiles } from './files.ts';
import { logEntries } from './read.ts';
import { digestOf, isSealedBy, readValues, type KeptValue } from './values.ts';

export interface Wanted {
  act?: Act | undefined;
  /** ISO 8601, UTC; entries from then on. */
  since?: string | undefined;
}

/** A personal value is its text instead of `{digest}`; where that was erased or is another the digest stays. */
export async function* shownEntries(home: string, { act, since }: Wanted): AsyncGenerator<Entry> {
  const values = await readValues(custodyFiles(home).values);
  const byPlace = new Map(values.map((kept) => [`${kept.entry} ${kept.field}`, kept]));
  for await (const { content } of logEntries(home)) {
    if (act !== undefined && content.act !== act) continue;
    if (since !== undefined && content.at < since) continue;
    const { entry, subject, before, after } = content;
    const fill = <T>(part: T, name: string) => filled(part, `${entry} ${name}`, byPlace) as T;
    yield {
      ...content,
      subject: fill(subject, 'subject'),
      before: fill(before, 'before'),
      after: fill(after, 'after'),
    };
  }
}

function filled(part: unknown, place: string, byPlace: ReadonlyMap<string, KeptValue>): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((each, at) => filled(each, `${place}.${at}`, byPlace));
  const digest = digestOf(part);
  const kept = byPlace.get(place);
  if (digest !== null) return kept && isSealedBy(kept, digest) ? kept.value : part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, filled(value, `${place}.${name}`, byPlace)]),
  );
}
