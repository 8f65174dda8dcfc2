import escapeStringRegexp from 'escape-string-regexp';
import { custodyFiles } from './files.ts';
import { withLog } from './log.ts';
import { readValueLines, readValues, type KeptValue } from './values.ts';

export interface Erased {
  values: number;
  /** Numbers of the entries whose values are gone; their digests stay, and nobody can tell any more what of. */
  entries: number[];
}

/**
 * How many values name that account: as what they are, among what they are about, or as a word in a text. Reads alone.
 */
export async function naming(home: string, account: string): Promise<number> {
  return (await readValues(custodyFiles(home).values)).filter(names(account)).length;
}

/**
 * Removes those values with their salts, and records which, without the account: any other value must still be there. The entry is written first: killed in
 * between, it can be run again. `also` tells of values that are the account's though they do not have its id.
 */
export function erase(
  home: string,
  account: string,
  also: (text: string) => boolean = () => false,
): Promise<Erased> {
  return withLog(home, async ({ files, append, valuesFrom, replaceValues }) => {
    const lines = (await readValueLines(files.values)).filter(({ kept }) => kept !== null);
    const isNamed = names(account);
    const isOf = (kept: KeptValue) =>
      isNamed(kept) || also(kept.value) || kept.about.some((ref) => also(ref));
    const gone = lines.flatMap(({ kept }) => (kept && isOf(kept) ? [kept] : []));
    const entries = [...new Set(gone.map(({ entry }) => entry))];
    const erased = { values: gone.length, entries };
    await append({
      act: 'erase',
      subject: { entries, values: gone.map(({ entry, field }) => `${entry} ${field}`) },
      before: null,
      after: { values: gone.length },
    });
    const left = lines.filter(({ kept }) => kept && !isOf(kept));
    const textOf = (some: typeof left) => some.map(({ text }) => `${text}\n`).join('');
    const earlier = left.filter(({ start }) => start < valuesFrom());
    await replaceValues(textOf(left), Buffer.byteLength(textOf(earlier)));
    return erased;
  });
}

function names(account: string): (value: KeptValue) => boolean {
  const ref = `account:${account}`;
  const escaped = escapeStringRegexp(account);
  const word = new RegExp(String.raw`(?<![\p{L}\p{N}_])${escaped}(?![\p{L}\p{N}_])`, 'u');
  return ({ value, about }) => about.includes(ref) || word.test(value);
}
