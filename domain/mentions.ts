/** Where a text names a person: an `@` before a name that is known. */

interface Mention {
  name: string;
  /** Where its `@` stands in the text, and where what follows the name begins. */
  start: number;
  end: number;
}

const partOfWord = /[\p{L}\p{N}_]/u;

/**
 * The mentions in a text, in order. A name may hold spaces, so the longest that fits is taken; what goes on as a word
 * after it, or stands before the `@` as in an address, is none.
 */
export function mentionsIn(text: string, names: readonly string[]): Mention[] {
  const longestFirst = names.toSorted((one, other) => other.length - one.length);
  const found: Mention[] = [];
  for (let start = text.indexOf('@'); start !== -1; start = text.indexOf('@', start + 1)) {
    if (start > 0 && partOfWord.test(text[start - 1]!)) continue;
    const name = longestFirst.find((one) => isAt(text, start + 1, one));
    if (name !== undefined) found.push({ name, start, end: start + 1 + name.length });
  }
  return found;
}

function isAt(text: string, at: number, name: string): boolean {
  if (!text.startsWith(name, at)) return false;
  const rest = text.slice(at + name.length);
  if (!partOfWord.test(name.at(-1)!)) return true;
  // A point or a hyphen goes on with the name only where a letter follows: “@ana.” ends a sentence.
  return !/^[.-]?[\p{L}\p{N}_]/u.test(rest);
}

/** What is being typed as a name where the cursor stands; null where that is no mention. */
export function typedMention(
  text: string,
  cursor: number,
): { start: number; typed: string } | null {
  const start = text.slice(0, cursor).lastIndexOf('@');
  if (start === -1 || (start > 0 && partOfWord.test(text[start - 1]!))) return null;
  const typed = text.slice(start + 1, cursor);
  return typed.length > 60 || /\n|\s\s/.test(typed) ? null : { start, typed };
}
