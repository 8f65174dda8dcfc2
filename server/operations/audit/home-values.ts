/** The personal values of this home's entries: to be shown where they are still kept, and searched. */
import { stat } from 'node:fs/promises';
import type { ShownFacts, ShownValue } from '../../../domain/audit.ts';
import type { Entry } from '../../../verifier/custody-entry.ts';
import { custodyFiles } from '../../trust/custody/files.ts';
import { digestOf, isSealedBy, readValues, type KeptValue } from '../../trust/custody/values.ts';

/** What was read of a home, and how its file stood then: it is read anew once that is otherwise. */
const read = new Map<string, { standing: string; values: Promise<HomeValues> }>();

export async function homeValues(home: string): Promise<HomeValues> {
  const path = custodyFiles(home).values;
  const found = await stat(path).catch(() => null);
  const standing = `${found?.size} ${found?.mtimeMs} ${found?.ino}`;
  const before = read.get(home);
  if (before?.standing === standing) return before.values;
  const values = readValues(path).then((kept) => new HomeValues(kept));
  read.set(home, { standing, values });
  return values;
}

export class HomeValues {
  readonly #kept: readonly KeptValue[];
  readonly #byPlace: ReadonlyMap<string, KeptValue>;

  constructor(kept: readonly KeptValue[]) {
    this.#kept = kept;
    this.#byPlace = new Map(kept.map((one) => [`${one.entry} ${one.field}`, one]));
  }

  /** Numbers of the entries of which a value has that word, in lower case. */
  entriesWith(word: string): number[] {
    return this.#entries(({ value }) => value.toLowerCase().includes(word));
  }

  /** Of those that are about that node, finding or cluster: `account:a17`. */
  entriesAbout(thing: string): number[] {
    return this.#entries(({ value, about }) => about.includes(thing) || value === thing);
  }

  /** `isOwn`: of this home, which alone has values. */
  shown({ entry, subject, before, after }: Entry, isOwn: boolean): ShownFacts {
    const fill = (part: unknown, place: string): ShownValue => {
      if (typeof part !== 'object' || part === null) return part as ShownValue;
      if (Array.isArray(part)) return part.map((each, at) => fill(each, `${place}.${at}`));
      const digest = digestOf(part);
      if (digest !== null) return isOwn ? this.#personal(place, digest) : { personal: 'elsewhere' };
      return Object.fromEntries(
        Object.entries(part).map(([name, value]) => [name, fill(value, `${place}.${name}`)]),
      );
    };
    const facts = (part: Entry['before'], name: string) =>
      part && (fill(part, `${entry} ${name}`) as Record<string, ShownValue>);
    return {
      subject: facts(subject, 'subject') ?? {},
      before: facts(before, 'before'),
      after: facts(after, 'after'),
    };
  }

  #personal(place: string, digest: string): ShownValue {
    const kept = this.#byPlace.get(place);
    return kept && isSealedBy(kept, digest)
      ? { personal: 'kept', value: kept.value }
      : { personal: 'erased' };
  }

  #entries(isMeant: (kept: KeptValue) => boolean): number[] {
    return [...new Set(this.#kept.filter(isMeant).map(({ entry }) => entry))];
  }
}
